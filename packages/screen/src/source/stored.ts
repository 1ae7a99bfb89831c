import type { DuckDBConnection } from '@duckdb/node-api';
import type { InputColumn, StoredType } from '../columns.ts';

const STORED: Readonly<Record<string, StoredType>> = {
  VARCHAR: 'text',
  UUID: 'text',
  BOOLEAN: 'boolean',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  HUGEINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  UBIGINT: 'integer',
  UHUGEINT: 'integer',
  BIGNUM: 'integer',
  FLOAT: 'double',
  DOUBLE: 'double',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'instant',
};

/** How cells of an engine's type are stored. */
export function storedType(type: string): StoredType {
  const known = STORED[type];
  if (known !== undefined) return known;
  if (/^VARCHAR\[\d*\]$/.test(type)) return 'list';
  if (type.startsWith('DECIMAL(') && type.endsWith(')')) return 'decimal';
  if (type.startsWith('ENUM(') && type.endsWith(')')) return 'text';
  return 'other';
}

/** The columns of a table expression, as the engine tells them. */
export async function describe(connection: DuckDBConnection, relation: string): Promise<readonly InputColumn[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
  return reader.getRows().map(([name, type]) => ({ name: String(name), stored: storedType(String(type)) }));
}

/** The first cell of a query's only row, as a number. */
export async function countOf(connection: DuckDBConnection, query: string): Promise<number> {
  const reader = await connection.runAndReadAll(query);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
