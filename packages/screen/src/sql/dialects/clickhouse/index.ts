import type { Dialect } from '../dialect.ts';
import { duckdb } from '../duckdb/index.ts';
export const clickhouse: Dialect = duckdb;
