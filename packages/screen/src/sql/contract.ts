import type { Tabulation } from '@proviso/logic/tabulate';
import type { ColumnMapping } from '../columns.ts';

/** The engines for which SQL is written. */
export const DIALECTS = ['duckdb', 'postgresql', 'spark', 'clickhouse'] as const;
/** One of {@link DIALECTS}. */
export type DialectName = (typeof DIALECTS)[number];

/** The columns that screening adds (design, section 7). */
export const OUTPUT_COLUMNS = ['verdict', 'may_proceed', 'possible', 'provisions', 'needs', 'held_back'] as const;
/** One of {@link OUTPUT_COLUMNS}. */
export type OutputColumn = (typeof OUTPUT_COLUMNS)[number];

/** What SQL is written from. */
export interface ScreenSqlOptions {
  readonly dialect: DialectName;
  readonly tabulation: Tabulation;
  readonly mapping: ColumnMapping;
  /** A table expression of the dialect that yields the input's columns: a quoted table, `read_parquet('...')`, `(SELECT ...)`. */
  readonly source: string;
  /** Put before the names of the columns that are added; empty unless the input has a column of such a name. */
  readonly prefix?: string;
  /**
   * Cells that no SQL reads exactly (fractions, numbers with very many digits) were read by the library instead:
   * for a fact, the code (0: not a value of the fact's type... never used; 1 + region) of each such text.
   */
  readonly readByLibrary?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * The statements for one table. Every query below is a plain SELECT that can be wrapped, counted or copied.
 * Names of internal columns start with `proviso_`.
 */
export interface ScreenSql {
  readonly dialect: DialectName;
  /** To run once on a connection before the queries (temporary types, lookup tables). Empty where the dialect needs none. */
  readonly setup: readonly string[];
  /** To run when done. */
  readonly teardown: readonly string[];
  /**
   * The good rows: all columns of the input in their order and place, then the added columns. Lists are real lists
   * (`list`), or joined by `;` (`text`). Rows with a bad cell or contradicting facts are left out.
   */
  decided(options: { readonly lists: 'list' | 'text'; readonly columns?: readonly string[] }): string;
  /**
   * One row per combination of label ids, for counting: `outcome` (index into `tabulation.outcome.labels`; NULL where a cell is
   * bad), `provisions_1`... and `needs_1`... (indices into the labels of those charts; NULL where they do not apply),
   * `rows` (count) and, when an amount column is given, `amount` (exact sum, NULL cells count as 0).
   */
  counted(options?: { readonly amount?: string; readonly where?: string }): string;
  /**
   * Like {@link decided}, but with label ids instead of words: the input's columns plus `proviso_outcome`,
   * `proviso_provisions_1`..., `proviso_needs_1`...
   */
  labelled(): string;
  /**
   * The bad rows: the input's columns, plus `proviso_bad`: the names of the facts (and `as_of`) whose cells are bad, joined by
   * `;` in the order of the mapping, empty when the facts of the row contradict each other.
   */
  bad(): string;
  /**
   * Per mapped fact, for the pre-flight: one row with `fact`, `filled` (rows with a value), `empty`, `bad` (cells that are not of the
   * fact's type). One row per fact, in one pass over the input.
   */
  inspected(): string;
}

/** What a dialect cannot do; empty when it can do all. */
export interface DialectLimits {
  readonly dialect: DialectName;
  readonly cannot: readonly string[];
}
