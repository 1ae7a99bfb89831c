import type { Dialect } from '../dialect.ts';
import { SparkPrinter } from './printer.ts';

/** Spark SQL 3.4 or later. */
export const spark: Dialect = {
  mostEntries: 20_000,
  cannot: [],
  printer: () => new SparkPrinter(),
};
