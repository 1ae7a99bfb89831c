import type { Mismatch, Trial } from '@proviso/logic/trials';

/** One thing to try: an example of a document, or a case of a file. */
export interface NamedTrial extends Trial {
  readonly name: string;
  /** File and line. */
  readonly place: string;
  /** Why it should be so, as the case says. */
  readonly why: string | undefined;
}

/** How a trial went: passed when nothing is wrong. */
export interface TrialResult {
  readonly trial: NamedTrial;
  readonly rulebook: string;
  readonly mismatches: readonly Mismatch[];
  /** Why there was no answer at all. */
  readonly trouble: string | undefined;
}
