import { DIALECTS, type DialectLimits, type DialectName } from '../contract.ts';
import { clickhouse } from './clickhouse/index.ts';
import type { Dialect } from './dialect.ts';
import { duckdb } from './duckdb/index.ts';
import { postgresql } from './postgresql/index.ts';
import { spark } from './spark/index.ts';

export type { Dialect } from './dialect.ts';

const ALL: Readonly<Record<DialectName, Dialect>> = { duckdb, postgresql, spark, clickhouse };

/** The dialect of a name. */
export function dialectOf(name: DialectName): Dialect {
  return ALL[name];
}

/** What each dialect cannot do. */
export const DIALECT_LIMITS: readonly DialectLimits[] = DIALECTS.map((dialect) => ({
  dialect,
  cannot: ALL[dialect].cannot,
}));
