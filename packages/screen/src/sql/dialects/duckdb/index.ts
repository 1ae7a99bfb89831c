import type { Dialect } from '../dialect.ts';
import { DuckDbPrinter } from './printer.ts';

/** DuckDB 1.3 or later. */
export const duckdb: Dialect = {
  mostEntries: 60_000,
  cannot: [],
  printer: (tables) => new DuckDbPrinter(tables),
};
