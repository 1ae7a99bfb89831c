import type { DuckDBConnection } from '@duckdb/node-api';
import type { Tabulation } from '@proviso/logic/tabulate';
import type { InputColumn } from '../columns.ts';
import { csvCells } from '../sink/csv-cell.ts';
import { type KeyedSql, OUTPUT_COLUMNS } from '../sql/contract.ts';
import { type JudgedKeys, NO_KEY, saidOf } from './keyed.ts';

const TABLE = 'proviso_row_keys';

/**
 * Keeps the key of every row of the input, in order, in a temporary table (8 bytes a row; on the disk where memory ends), so that the
 * input need not be read once more to be written.
 * @returns a query like {@link KeyedSql.counted}
 */
export async function keepRowKeys(
  connection: DuckDBConnection,
  keyed: KeyedSql,
  amount: InputColumn | undefined,
): Promise<string> {
  const rows = keyed.rows([], amount === undefined ? {} : { amount });
  await connection.run(`CREATE OR REPLACE TEMPORARY TABLE ${TABLE} AS ${rows}`);
  const sum = amount === undefined ? '' : ', coalesce(sum(proviso_amount), 0) AS amount';
  return `SELECT proviso_key AS key, count(*) AS rows${sum} FROM temp.${TABLE} GROUP BY 1`;
}

/** Drops what {@link keepRowKeys} kept. */
export async function dropRowKeys(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DROP TABLE IF EXISTS temp.${TABLE}`);
}

/** The keys that {@link keepRowKeys} kept, in order, piece by piece; {@link NO_KEY} for rows with a bad cell. */
export async function* rowKeys(connection: DuckDBConnection): AsyncGenerator<ArrayLike<number>> {
  const result = await connection.stream(`SELECT CAST(coalesce(proviso_key, ${NO_KEY}) AS DOUBLE) FROM temp.${TABLE}`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getColumnValues(0).map(Number);
  }
}

/** For each key of a good row what is put behind such a row in CSV: a comma, the added cells and the end of the line. */
export function cellsByKey(
  tabulation: Tabulation,
  { answers }: JudgedKeys,
  safe: boolean,
): ReadonlyMap<number, Buffer> {
  const cells = new Map<number, Buffer>();
  for (const { key, ids } of answers) {
    const said = saidOf(tabulation, ids);
    if (said === undefined) continue;
    const texts = OUTPUT_COLUMNS.map((name) => {
      const cell = said[name];
      return cell === null ? '' : typeof cell === 'string' ? cell : cell.join(';');
    });
    cells.set(key, Buffer.from(`,${csvCells(texts, safe)}\n`));
  }
  return cells;
}
