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

/** Writes the rows of a query. */
export interface Sink {
  readonly format: SinkFormat;
  /** Whether lists are written as lists (Parquet, JSON lines) or joined by `;`. */
  readonly lists: 'list' | 'text';
  /** The file while it is being written. */
  readonly temporary: string;
  /** Writes all rows of a query; the file is in its place when this resolves. @throws ScreenError; nothing is left behind. */
  write(connection: DuckDBConnection, query: string): Promise<{ readonly rows: number; readonly bytes: number }>;
  /** Removes what has been written so far. */
  discard(): Promise<void>;
}
