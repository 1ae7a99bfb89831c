import type { Tabulation } from '@proviso/logic/tabulate';
import type { ColumnMapping, InputColumn } from '../columns.ts';

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
   * For inputs whose texts come one by one (CSV, JSON lines), not from a dictionary (Parquet): cells seen in each column, most
   * frequent first. Empty cells and these are looked for first. Only for speed; absent for dictionaries.
   */
  readonly seenTexts?: Readonly<Record<string, readonly string[]>>;
  /**
   * Cells that no SQL reads exactly (fractions, numbers with very many digits; see {@link ScreenSql.spellings}) were read by the
   * library instead: for a fact, 1 + the slot of its lookup for each such text, trimmed. For lists: of each such element. Sets
   * cannot be read in this way.
   */
  readonly readByLibrary?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What {@link ScreenSql.decided} gives. */
export interface DecidedOptions {
  readonly lists: 'list' | 'text';
  /** The input's columns to keep, in this order; all when absent. */
  readonly columns?: readonly string[];
  /** The columns to add, in this order; all when absent. Nothing is worked out for those left out. */
  readonly add?: readonly OutputColumn[];
}

/** What {@link ScreenSql.counted} counts. */
export interface CountedOptions {
  /**
   * A column of numbers to add up; with how it is stored, texts and binary numbers are added exactly as well (a text that is no
   * plain number adds nothing).
   */
  readonly amount?: string | InputColumn;
  /** A condition of the dialect on the input's columns: only these rows are counted. */
  readonly where?: string;
  /** `outcome`: count by outcome only, which is quicker. */
  readonly charts?: 'all' | 'outcome';
}

/**
 * The statements for one table. Every query below is a plain SELECT that can be wrapped, counted or copied. They keep the order
 * of the input's rows where the engine does.
 * Names of internal columns and tables start with `proviso_`: no column of the input may be called so, but for `proviso_line`.
 */
export interface ScreenSql {
  readonly dialect: DialectName;
  /** To run once on a connection before the queries (temporary tables, settings). Empty where the dialect needs none. */
  readonly setup: readonly string[];
  /** To run when done. */
  readonly teardown: readonly string[];
  /**
   * The good rows: the input's columns, then the added columns. Lists are real lists (`list`), or joined by `;` (`text`). Rows
   * with a bad cell or contradicting facts are left out. Provisions come in the order of their names.
   */
  decided(options: DecidedOptions): string;
  /**
   * One row per combination of label ids, for counting: `outcome` (index into `tabulation.outcome.labels`; NULL where a cell is
   * bad), `provisions_1`... and `needs_1`... (indices into the labels of those charts; NULL where they do not apply),
   * `rows` (count) and, when an amount column is given, `amount` (exact sum, NULL cells count as 0).
   */
  counted(options?: CountedOptions): string;
  /**
   * Like {@link decided}, but of all rows and with label ids instead of words: the input's columns plus `proviso_outcome`,
   * `proviso_provisions_1`..., `proviso_needs_1`..., and
   * `proviso_reach_1`... where the tabulation tells what reaches a row.
   */
  labelled(): string;
  /**
   * The bad rows: the input's columns, plus `proviso_bad`: the names of the facts (and `as_of`) whose cells are bad, joined by
   * `;` in the order of the mapping, empty when the facts of the row contradict each other.
   */
  bad(): string;
  /**
   * For the pre-flight: one row with `fact`, `filled` (cells with a value), `empty`, `bad` (cells that are not of the fact's type)
   * per mapped fact, and for the row's own date (`as_of`); in one pass over the input.
   */
  inspected(): string;
  /** The rows by what they say to the charts; undefined where that does not fit a whole number. */
  readonly keyed: KeyedSql | undefined;
  /**
   * The texts that may be numbers, but not such as SQL reads: one row with `fact` and `cell` (trimmed) for each different one.
   * To be read by the library and told as `readByLibrary`, else they are bad. Absent when no text column gives a number.
   */
  readonly spellings: string | undefined;
}

/** Rows by key: rows with equal keys have equal answers, so that each key has to be judged only once. */
export interface KeyedSql {
  /** One row per key: `key` (NULL where a cell is bad), `rows` and, when an amount column is given, `amount`. */
  counted(options?: Omit<CountedOptions, 'charts'>): string;
  /** The input's columns (those told, or all), `proviso_key` and, when an amount column is given, `proviso_amount`. */
  rows(columns?: readonly string[], options?: Pick<CountedOptions, 'amount'>): string;
  /** The codes that a key packs, by input: for `readChart`. */
  codesOf(key: number): readonly number[];
}

/** What a dialect cannot do, in plain English; empty when it can do all. */
export interface DialectLimits {
  readonly dialect: DialectName;
  readonly cannot: readonly string[];
}
