import { stat } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { COMPARED_LISTS, openSink } from '@proviso/screen';
import type { ScreeningOrder } from './contract.ts';
import { addedColumn } from './pages.ts';

/** What can be downloaded. */
export const DOWNLOADS = ['csv', 'jsonl', 'parquet', 'xlsx', 'changed', 'errors', 'html'] as const;

/** A column that holds lists, and what stands between their elements in a format that has none. */
interface ListColumn {
  /** Quoted. */
  readonly name: string;
  readonly between: string;
}

/** The columns of a result that hold lists. */
export function listsOf({ prefix = '' }: ScreeningOrder): readonly ListColumn[] {
  return ['possible', 'provisions', 'needs'].map((name) => ({ name: addedColumn(prefix, name), between: ';' }));
}

/** The columns of the changed rows of a comparison that hold lists. */
export function changedListsOf({ prefix = '' }: ScreeningOrder): readonly ListColumn[] {
  return COMPARED_LISTS.map((name) => ({ name: addedColumn(prefix, name), between: name === 'why' ? '; ' : ';' }));
}

/** A Parquet file in another format: made when it is first asked for, then kept beside it. */
export async function convert(
  result: string,
  format: 'csv' | 'jsonl' | 'parquet' | 'xlsx',
  lists: readonly ListColumn[],
): Promise<string> {
  if (format === 'parquet') return result;
  const path = result.replace(/\.parquet$/, `.${format}`);
  if ((await stat(path).catch(() => undefined)) !== undefined) return path;
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB' });
  const connection = await instance.connect();
  try {
    const sink = await openSink({ path, format, overwrite: true });
    const source = `read_parquet('${result.replaceAll("'", "''")}')`;
    const joined = lists.map(({ name, between }) => `array_to_string(${name}, '${between}') AS ${name}`);
    const query =
      sink.lists === 'list' ? `SELECT * FROM ${source}` : `SELECT * REPLACE (${joined.join(', ')}) FROM ${source}`;
    await sink.write(connection, query);
    return path;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
