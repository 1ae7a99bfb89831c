import type { DuckDBConnection } from '@duckdb/node-api';

/** The formats that can be written. */
export const SINK_FORMATS = ['csv', 'jsonl', 'parquet', 'xlsx'] as const;
/** One of {@link SINK_FORMATS}. */
export type SinkFormat = (typeof SINK_FORMATS)[number];

/** A file to be written: beside its place first, then renamed, so that it is there whole or not at all. */
export interface SinkSpec {
  readonly path: string;
  /** Told by the ending of the name unless given. */
  readonly format?: SinkFormat;
  /** Replace a file that is there. */
  readonly overwrite?: boolean;
}

/** What the writing is to mind besides. */
export interface SinkOptions {
  /** Files that are read: none of them may be the target. */
  readonly inputs?: readonly string[];
  /**
   * For CSV, true unless given: text cells that a spreadsheet would take for a formula get an apostrophe before them
   * (see `spreadsheetSafe` in `spreadsheet.ts` for which these are).
   */
  readonly spreadsheetSafe?: boolean;
}

/** Writes the rows of a query. */
export interface Sink {
  readonly format: SinkFormat;
  /** Whether lists are written as lists (Parquet, JSON lines) or joined by `;`. */
  readonly lists: 'list' | 'text';
  /** The file while it is being written. */
  readonly temporary: string;
  /**
   * Writes all rows of a query; the file is in its place when this resolves. @throws ScreenError; nothing is left
   * behind.
   */
  write(connection: DuckDBConnection, query: string): Promise<{ readonly rows: number; readonly bytes: number }>;
  /** The same for rows that somebody else writes to the temporary file. @param work tells how many rows it wrote */
  fill(work: (temporary: string) => Promise<number>): Promise<{ readonly rows: number; readonly bytes: number }>;
  /** Removes what has been written so far. */
  discard(): Promise<void>;
}

/** Makes ready to write a file; creates nothing but finds out whether it can be written. @throws ScreenError. */
export type OpenSink = (spec: SinkSpec, options?: SinkOptions) => Promise<Sink>;
