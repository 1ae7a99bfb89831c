import type { Rulebook } from '@proviso/model';

/** A rulebook with one thing changed. */
export interface Mutant {
  /** What was changed, in words; unique within a rulebook, and the same from run to run. */
  readonly name: string;
  readonly rulebook: Rulebook;
}

/** One change: what it is, and the thing changed. */
export interface Change<T> {
  readonly what: string;
  readonly to: T;
}

/** The list with one element changed in each of the ways that `ways` knows; `null` leaves the element out. */
export function each<T>(
  list: readonly T[],
  ways: (element: T, index: number) => readonly Change<T | null>[],
): readonly Change<readonly T[]>[] {
  return list.flatMap((element, index) =>
    ways(element, index).map(({ what, to }) => ({
      what,
      to: to === null ? list.toSpliced(index, 1) : list.with(index, to),
    })),
  );
}

/** The object with one member changed. */
export function member<T, K extends keyof T>(
  object: T,
  key: K,
  changes: readonly Change<T[K]>[],
): readonly Change<T>[] {
  return changes.map(({ what, to }) => ({ what, to: { ...object, [key]: to } }));
}

/** The object without an optional member, if it has it. */
export function without<T extends object>(object: T, key: keyof T, what: string): readonly Change<T>[] {
  if (object[key] === undefined) return [];
  const left = { ...object };
  delete left[key];
  return [{ what, to: left }];
}
