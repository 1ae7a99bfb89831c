import type { MayProceed, Status, Verdict } from '@proviso/model';

/** A question whose answer is known: an example of a rulebook, or a case of a file (design, section 7). */
export interface Trial {
  readonly asOf: string;
  readonly knownOn: string | undefined;
  readonly readings: Readonly<Record<string, string>>;
  /** Facts, not yet checked against the rulebook. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly wanted: Wanted;
}

/** What is wanted of the answer; what is absent is not compared. `heldBack` null: nothing holds it back. */
export interface Wanted {
  readonly verdict: Verdict;
  readonly mayProceed?: MayProceed;
  readonly possible?: readonly Verdict[];
  readonly heldBack?: Status | null;
  readonly enforced?: boolean;
  /** All of these are among the answer's needs. */
  readonly needs?: readonly string[];
  /** At least one of these is cited in the explanation. */
  readonly cites?: readonly string[];
}

/** What {@link Wanted} can name. */
export type WantedField = keyof Wanted;

/** A field in which an answer is not as wanted; values are the words of rulebooks and case files, so that they can be copied there. */
export interface Mismatch {
  readonly field: WantedField;
  readonly wanted: string;
  readonly got: string;
}
