import type { Dialect } from '../dialect.ts';
import { PostgreSqlPrinter } from './printer.ts';

/** PostgreSQL 14 or later. */
export const postgresql: Dialect = {
  mostEntries: 20_000,
  cannot: [],
  printer: () => new PostgreSqlPrinter(),
};
