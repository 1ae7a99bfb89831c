import type { DuckDBConnection } from '@duckdb/node-api';
import type { InputColumn } from '../columns.ts';

/** Where rows come from. */
export type SourceSpec =
  | {
      readonly kind: 'file';
      /** One file, or several with the same columns (a run over many files). */
      readonly paths: readonly string[];
      /** Told by the ending of the name unless given. */
      readonly format?: 'csv' | 'jsonl' | 'parquet' | 'xlsx';
      /** For CSV: an encoding label as `TextDecoder` knows it; detected unless given. */
      readonly encoding?: string;
      /** For Excel: the sheet; the first unless given. */
      readonly sheet?: string;
      /** For CSV: the delimiter; detected unless given. */
      readonly delimiter?: string;
    }
  /** A table or query of a DuckDB database file, opened read-only. */
  | { readonly kind: 'duckdb'; readonly path: string; readonly query: string }
  /** A table or query of a PostgreSQL server. */
  | { readonly kind: 'postgresql'; readonly url: string; readonly query: string };

/** An input that is ready to be queried on a DuckDB connection. */
export interface OpenedSource {
  readonly spec: SourceSpec;
  /** A DuckDB table expression that yields exactly {@link columns}, in this order. Reading it twice gives the same rows. */
  readonly relation: string;
  readonly columns: readonly InputColumn[];
  /** Rows, when the format tells without reading all of it. */
  readonly rows?: number;
  /** Lines that are no rows at all (a wrong number of cells, broken quotes, bytes that are no text), found while opening or reading. */
  malformed(): Promise<readonly MalformedRow[]>;
  /**
   * A SELECT like {@link relation} with one more first column `proviso_line`: the 1-based physical line (CSV, JSON lines), or row
   * (Parquet, Excel, tables), at which each row starts. Slower than {@link relation}: for bad rows only.
   */
  readonly located: string;
  /** In messages: `orders.csv`, `orders.xlsx, sheet Orders`, `table public.orders`. Never a password. */
  readonly shown: string;
  /** What was detected, for the pre-flight: encoding, delimiter, sheet. */
  readonly detected: Readonly<Record<string, string>>;
  /** Removes temporary files. */
  close(): Promise<void>;
}

/** A line that could not be read as a row. */
export interface MalformedRow {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/** Opens an input. @throws ScreenError saying what is wrong, where, and what to do. */
export type OpenSource = (
  connection: DuckDBConnection,
  spec: SourceSpec,
  temporaryFolder: string,
) => Promise<OpenedSource>;
