import type { Readable } from 'node:stream';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { InputColumn } from '../columns.ts';

/** The formats of files that can be read. */
export const SOURCE_FORMATS = ['csv', 'jsonl', 'parquet', 'xlsx'] as const;
/** One of {@link SOURCE_FORMATS}. */
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/**
 * Files with the same columns (a run over one file, or over many). A file whose name ends with `.gz` after the ending of its format is
 * unpacked to a temporary file first.
 */
export interface FileSpec {
  readonly kind: 'file';
  /** One file, or several with the same columns in the same order. */
  readonly paths: readonly string[];
  /** Told by the ending of the name unless given. */
  readonly format?: SourceFormat;
  /** For CSV and JSON lines: an encoding label as `TextDecoder` knows it; detected unless given. */
  readonly encoding?: string;
  /** For Excel: the sheet; the first unless given. */
  readonly sheet?: string;
  /** For CSV: the delimiter, one ASCII character; detected unless given. */
  readonly delimiter?: string;
  /**
   * What to read instead of a file, such as standard input; the one path is then its name in messages, and the format must be given.
   * It is kept in a temporary file first, unpacked where it is packed with gzip.
   */
  readonly stream?: Readable;
  /** Stops the unpacking of files and the reading of the stream. */
  readonly signal?: AbortSignal;
}

/** A table or SELECT of a DuckDB database file, opened read-only. */
export interface DuckDbSpec {
  readonly kind: 'duckdb';
  readonly path: string;
  readonly query: string;
}

/** A table or SELECT of a PostgreSQL server, read in one read-only transaction. */
export interface PostgresSpec {
  readonly kind: 'postgresql';
  readonly url: string;
  readonly query: string;
}

/** Where rows come from. */
export type SourceSpec = FileSpec | DuckDbSpec | PostgresSpec;

/** A CSV file in UTF-8, comma between cells, of which no row is malformed: rows can be written on with cells put behind them. */
export interface LineFile {
  readonly path: string;
  /** Offset of the first row. */
  readonly rowsAt: number;
  readonly rows: number;
  /** Whether rows end with CR LF; else with LF. */
  readonly crlf: boolean;
  /** Whether blank lines are rows with one empty cell; else they are none. */
  readonly blankRows: boolean;
  /**
   * Pairs: the number (the first row is 1) of a row that is not one line to be written on as it is, and how many lines it has. In
   * order.
   */
  readonly anew: readonly number[];
}

/** An input that is ready to be queried on a DuckDB connection. */
export interface OpenedSource {
  readonly spec: SourceSpec;
  /** A DuckDB table expression that yields exactly {@link columns}, in this order. Reading it twice gives the same rows. */
  readonly relation: string;
  readonly columns: readonly InputColumn[];
  /** Rows of {@link relation}, when known without reading all of it. Malformed rows are not among them. */
  readonly rows?: number;
  /** How many lines are no rows at all. All of them were found while opening. */
  readonly malformedRows: number;
  /**
   * The lines that are no rows at all (a wrong number of cells, broken quotes, bytes that are no text), in order: the first
   * `most`, or all.
   */
  malformed(most?: number): Promise<readonly MalformedRow[]>;
  /**
   * The same as a DuckDB table expression with the columns `proviso_file`, `proviso_line`, `reason` and `text`;
   * undefined when there are none.
   */
  readonly malformedRelation: string | undefined;
  /**
   * A SELECT like {@link relation} with one more first column `proviso_line`: the 1-based physical line (CSV, JSON
   * lines), or row (Parquet, Excel counted with its header, tables) at which each row starts. With several files there
   * is a column `proviso_file` before it. Slower than {@link relation}: for bad rows only.
   */
  readonly located: string;
  /**
   * {@link relation} read by one core. There only where several might misread it, and nobody has looked yet; see
   * {@link OpenOptions.trusting}.
   */
  readonly oneByOne?: string;
  /** The rows as lines, in the order of {@link relation}; undefined where they are not such. */
  readonly lines?: readonly LineFile[];
  /** In messages: `orders.csv`, `orders.xlsx, sheet Orders`, `table public.orders`. Never a password. */
  readonly shown: string;
  /** What was detected, for the pre-flight: encoding, delimiter, sheet. */
  readonly detected: Readonly<Record<string, string>>;
  /** The sheets that can be read instead, in the order of the workbook; of several workbooks, those that all have. */
  readonly sheets?: readonly string[];
  /** Removes temporary files and lets go of databases. */
  close(): Promise<void>;
}

/** Why a line is no row. */
export const MALFORMED_REASONS = [
  'too_few_cells',
  'too_many_cells',
  'broken_quotes',
  'not_text',
  'zero_byte',
  'stray_return',
  'too_long',
  'not_an_object',
  'repeated_name',
] as const;
/** One of {@link MALFORMED_REASONS}. */
export type MalformedReason = (typeof MALFORMED_REASONS)[number];

/** A line that could not be read as a row. */
export interface MalformedRow {
  readonly file: string;
  /** 1-based physical line at which it starts. */
  readonly line: number;
  readonly reason: MalformedReason;
  /** Its text, cut after 1,000 characters. */
  readonly text: string;
}

/** How an input is opened. */
export interface OpenOptions {
  /**
   * Whoever reads a CSV file that has {@link OpenedSource.lines}, and delimiters in quoted cells, compares the rows that came with {@link OpenedSource.rows}, and takes
   * {@link OpenedSource.oneByOne} where they are not as many, or where reading fails. Else such a file is read once more to find out.
   */
  readonly trusting?: boolean;
}

/** Opens an input. @throws ScreenError saying what is wrong, where, and what to do. */
export type OpenSource = (
  connection: DuckDBConnection,
  spec: SourceSpec,
  temporaryFolder: string,
  options?: OpenOptions,
) => Promise<OpenedSource>;
