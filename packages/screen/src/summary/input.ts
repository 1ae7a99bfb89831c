import type { Tabulation } from '@proviso/logic/tabulate';
import type { Rulebook } from '@proviso/model';
import type { AmountColumn } from './contract.ts';

/** Rows that share all their labels: one row of the query `counted` (see `ScreenSql`). */
export interface CountedGroup {
  /** Index into the labels of the tabulation's outcome chart; null where a cell is bad. */
  readonly outcome: number | null;
  /** For each further chart of provisions an index into its labels; null where it does not apply. */
  readonly provisions: readonly (number | null)[];
  /** For each chart of needs an index into its labels; null where it does not apply. */
  readonly needs: readonly (number | null)[];
  /** A safe integer; a group without rows has no money either. */
  readonly rows: number;
  /** Exact decimal, without exponent. Needed in every group when an amount column is named. */
  readonly amount?: string;
}

/** What a table was judged by, with its dates worked out. */
export interface SummaryQuestion {
  readonly asOf: string | { readonly column: string };
  readonly knownOn: string | null;
  /** Alternative by reading. */
  readonly readings: Readonly<Record<string, string>>;
}

/** What a summary is made from. */
export interface SummaryInput {
  readonly rulebook: Rulebook;
  readonly tabulation: Tabulation;
  readonly question: SummaryQuestion;
  /** What was screened, as messages show it. */
  readonly source: string;
  readonly amountColumn: AmountColumn | null;
  /** Every row of the table, good or bad, in exactly one group. */
  readonly groups: readonly CountedGroup[];
  /** What could not be read as a row, by reason; these are in no group. */
  readonly malformed?: readonly { readonly reason: string; readonly rows: number }[];
  /** How the groups without an outcome divide by the facts (and `as_of`) whose cells are bad. Must add up to them. */
  readonly badCells?: readonly { readonly facts: readonly string[]; readonly rows: number }[];
  /** Rows of the input as counted in another way, if they were: must equal what the groups and `malformed` add up to. */
  readonly inputRows?: number;
}
