import type { MayProceed, Status, Verdict } from '@proviso/model';

/** One thing to try: an example of a document, or a case of a file. */
export interface Trial {
  readonly name: string;
  /** File and line. */
  readonly place: string;
  readonly asOf: string;
  readonly knownOn: string | undefined;
  readonly readings: Readonly<Record<string, string>>;
  /** Facts, not yet checked against the rulebook. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly wanted: Wanted;
  /** Why it should be so, as the case says. */
  readonly why: string | undefined;
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

/** A field in which an answer is not as wanted; values written for a person. */
export interface Mismatch {
  readonly field: WantedField;
  readonly wanted: string;
  readonly got: string;
}

/** How a trial went: passed when nothing is wrong. */
export interface TrialResult {
  readonly trial: Trial;
  readonly rulebook: string;
  readonly mismatches: readonly Mismatch[];
  /** Why there was no answer at all. */
  readonly trouble: string | undefined;
}
