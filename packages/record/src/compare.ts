/** A place where two JSON values differ. */
export interface Difference {
  /** JSON pointer (RFC 6901). */
  readonly path: string;
  /** Absent when there was nothing. */
  readonly recorded?: unknown;
  /** Absent when there is nothing any more. */
  readonly replayed?: unknown;
}

/** Every place at which two JSON values differ, as deep as can be. The order of members does not count. */
export function differencesBetween(recorded: unknown, replayed: unknown, path = ''): readonly Difference[] {
  if (Object.is(recorded, replayed)) return [];
  if (Array.isArray(recorded) && Array.isArray(replayed)) {
    const length = Math.max(recorded.length, replayed.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      inside(index in recorded, recorded[index], index in replayed, replayed[index], `${path}/${index}`),
    );
  }
  if (isObject(recorded) && isObject(replayed)) {
    const names = [...new Set([...Object.keys(recorded), ...Object.keys(replayed)])].sort();
    return names.flatMap((name) =>
      inside(
        Object.hasOwn(recorded, name),
        recorded[name],
        Object.hasOwn(replayed, name),
        replayed[name],
        `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      ),
    );
  }
  return [{ path, recorded, replayed }];
}

function inside(before: boolean, recorded: unknown, after: boolean, replayed: unknown, path: string) {
  if (before && after) return differencesBetween(recorded, replayed, path);
  return [before ? { path, recorded } : { path, replayed }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
