import type { FactValues, Value } from '@proviso/model';

/** A transaction as it is asked about: dates, settled readings, and facts in the order in which they were answered. */
export interface Case {
  /** A date or an instant; undefined while nobody has said when. */
  readonly asOf: string | undefined;
  readonly knownOn: string | undefined;
  readonly readings: Readonly<Record<string, string>>;
  /** `null` is "I don't know". */
  readonly facts: readonly GivenFact[];
}

/** One answer: the path of the fact and its value. */
export type GivenFact = readonly [path: string, value: Value | null];

/** Nothing said yet. */
export const EMPTY_CASE: Case = { asOf: undefined, knownOn: undefined, readings: {}, facts: [] };

/** The facts as the engine and the service take them. */
export function factValues(facts: readonly GivenFact[]): FactValues {
  return Object.fromEntries(facts);
}

/** The case with one fact answered; an answer given before keeps its place. */
export function withFact(one: Case, path: string, value: Value | null): Case {
  const known = one.facts.some(([name]) => name === path);
  const facts: readonly GivenFact[] = known
    ? one.facts.map((given) => (given[0] === path ? [path, value] : given))
    : [...one.facts, [path, value]];
  return { ...one, facts };
}

/** The case without one fact. */
export function withoutFact(one: Case, path: string): Case {
  return { ...one, facts: one.facts.filter(([name]) => name !== path) };
}

/** The case with a reading settled, or left open again. */
export function withReading(one: Case, reading: string, alternative: string | undefined): Case {
  const { [reading]: _, ...others } = one.readings;
  return { ...one, readings: alternative === undefined ? others : { ...others, [reading]: alternative } };
}
