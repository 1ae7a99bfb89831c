import type { Need } from '@proviso/logic';
import type { MayProceed, Status, Verdict } from '@proviso/model';

/** Rows and, when a money column was named, the amount at stake (exact decimal text). */
export interface Tally {
  readonly rows: number;
  readonly amount?: string;
}

/** What one step of asking settles. */
export interface QuestionStep extends Tally {
  /** The unknown to ask about. */
  readonly need: Pick<Need, 'kind' | 'name'>;
  /** The words of the rulebook for it, by language, when it has some. */
  readonly label?: Readonly<Record<string, string>>;
  /** Rows whose verdict certainly is settled once this and all earlier unknowns are known. `rows` and `amount` are these. */
  readonly mentioned: Tally;
  /** Undetermined rows left after this step. */
  readonly left: Tally;
}

/** The summary that people act on (`--summary FILE.json`). All counts add up to `rows`. */
export interface Summary {
  readonly rulebook: { readonly id: string; readonly digest: string; readonly title: Readonly<Record<string, string>> };
  readonly engine: string;
  readonly source: string;
  /** ISO with offset, or the column's name when each row has its own. */
  readonly asOf: string | { readonly column: string };
  readonly knownOn: string | null;
  readonly readings: Readonly<Record<string, string>>;
  readonly amountColumn: string | null;
  /** All rows of the input: `decided` plus `bad`. */
  readonly rows: number;
  readonly decided: Tally;
  /** Rows with a cell that is not of its fact's type, with facts that contradict each other, or that are no rows at all. */
  readonly bad: {
    readonly rows: number;
    readonly byReason: readonly { readonly reason: string; readonly rows: number }[];
  };
  readonly byVerdict: readonly ({ readonly verdict: Verdict; readonly mayProceed: MayProceed } & Tally)[];
  readonly byProvision: readonly ({
    readonly provision: string;
    readonly citation: string;
    readonly verdict: Verdict;
  } & Tally)[];
  /** Permitted rows by what holds the prohibition back. */
  readonly byStatus: readonly ({
    readonly status: Status;
    readonly provision: string;
    readonly withoutIt: Verdict;
  } & Tally)[];
  /** Undetermined rows, in greedy order: the unknown that settles most, then the next. */
  readonly questions: readonly QuestionStep[];
  /** Facts the rules need that no column supplies; presumptions made for lack of a column. */
  readonly wanting: readonly string[];
  readonly presumed: readonly string[];
}
