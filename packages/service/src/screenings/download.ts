import { stat } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { openSink } from '@proviso/screen';

/** What can be downloaded. */
export const DOWNLOADS = ['csv', 'jsonl', 'parquet', 'xlsx', 'changed', 'errors', 'html'] as const;

/** Columns of a result that hold lists. */
const LISTS = ['possible', 'provisions', 'needs'] as const;

/** A Parquet file in another format: made when it is first asked for, then kept beside it. */
export async function convert(
  result: string,
  format: 'csv' | 'jsonl' | 'parquet' | 'xlsx',
  lists: readonly string[] = LISTS,
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
