import type { Status } from './event.ts';
import type { FactValues } from './types.ts';
import type { MayProceed, Verdict } from './verdict.ts';

/** Facts that several examples start from. */
export interface Situation {
  readonly name: string;
  /** The situation that `given` adds to or overrides. */
  readonly situation?: string;
  readonly given: FactValues;
}

/** An example beside the rule it exercises: run by `proviso test`. */
export interface Example {
  readonly name: string;
  readonly source?: string;
  /** A date or instant; see the command line's `--as-of`. */
  readonly asOf: string;
  readonly knownOn?: string;
  readonly readings: Readonly<Record<string, string>>;
  /** The situation that `given` adds to or overrides. */
  readonly situation?: string;
  readonly given: FactValues;
  readonly expect: Expectation;
}

/**
 * What an example or a situation gives, with what the situations give that it builds on. What stands nearer replaces
 * what stands further away.
 */
export function givenIn(
  situations: readonly Situation[],
  { given, situation }: Pick<Example, 'situation' | 'given'>,
): FactValues {
  const layers: FactValues[] = [given];
  const met = new Set<string>();
  for (let name = situation; name !== undefined && !met.has(name); ) {
    met.add(name);
    const found = situations.find((candidate) => candidate.name === name);
    if (found !== undefined) layers.push(found.given);
    name = found?.situation;
  }
  return Object.assign({}, ...layers.toReversed());
}

/** What an example expects; what it does not name is not compared. */
export interface Expectation {
  readonly verdict: Verdict;
  readonly mayProceed?: MayProceed;
  readonly possible?: readonly Verdict[];
  readonly needs?: readonly string[];
  readonly heldBack?: Status;
  readonly enforced?: boolean;
  readonly cites?: readonly string[];
}
