import { stat } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { openSink } from '@proviso/screen';
import type { ScreeningOrder } from './contract.ts';
import { addedColumn } from './pages.ts';

/** What can be downloaded. */
export const DOWNLOADS = ['csv', 'jsonl', 'parquet', 'xlsx', 'changed', 'errors', 'html'] as const;

/** The columns of a result that hold lists, as quoted names. */
export function listsOf({ prefix = '' }: ScreeningOrder): readonly string[] {
  return ['possible', 'provisions', 'needs'].map((name) => addedColumn(prefix, name));
}

/**
 * A Parquet file in another format: made when it is first asked for, then kept beside it.
 * @param lists columns that hold lists, as quoted names
 */
export async function convert(
  result: string,
  format: 'csv' | 'jsonl' | 'parquet' | 'xlsx',
  lists: readonly string[],
): Promise<string> {
  if (format === 'parquet') return result;
  const path = result.replace(/\.parquet$/, `.${format}`);
  if ((await stat(path).catch(() => undefined)) !== undefined) return path;
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB' });
  const connection = await instance.connect();
  try {
    const sink = await openSink({ path, format, overwrite: true });
    const source = `read_parquet('${result.replaceAll("'", "''")}')`;
    const joined = lists.map((name) => `array_to_string(${name}, ';') AS ${name}`);
    const query =
      sink.lists === 'list' || joined.length === 0
        ? `SELECT * FROM ${source}`
        : `SELECT * REPLACE (${joined.join(', ')}) FROM ${source}`;
    await sink.write(connection, query);
    return path;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
