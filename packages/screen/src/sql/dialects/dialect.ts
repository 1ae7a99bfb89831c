import type { LookupTable, Query } from '../tree/pipeline.ts';

/** One way of writing SQL. */
export interface Dialect {
  /** Most entries of a lookup table of the layers. */
  readonly mostEntries: number;
  /** What it cannot do, in plain English. */
  readonly cannot: readonly string[];
  /** A printer for queries that use some lookup tables. */
  printer(tables: readonly LookupTable[]): QueryPrinter;
}

/** Prints queries. */
export interface QueryPrinter {
  readonly setup: readonly string[];
  readonly teardown: readonly string[];
  query(query: Query): string;
}
