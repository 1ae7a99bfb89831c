import { nearest } from '@proviso/model';

/** The end of a message about a name that is not there: the nearest one, or all when there are few. */
export function proposal(name: string, names: Iterable<string>): string {
  const all = [...names];
  const near = nearest(name, all);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  if (all.length === 0) return 'none is declared';
  if (all.length <= 12) return `known are ${listed(all)}`;
  return 'declare it first';
}

/** `a`, `b` and `c`. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
