import type { DuckDBConnection } from '@duckdb/node-api';
import type { Tabulation } from '@proviso/logic/tabulate';
import type { InputColumn } from '../columns.ts';
import { csvCells } from '../sink/csv-cell.ts';
import { type LinesWithCells, writeLines } from '../sink/csv-lines.ts';
import type { OpenedSource } from '../source/contract.ts';
import { countOf } from '../source/stored.ts';
import { type KeyedSql, OUTPUT_COLUMNS } from '../sql/contract.ts';
import { type JudgedKeys, NO_KEY, saidOf } from './keyed.ts';

const TABLE = 'proviso_row_keys';

/**
 * Keeps the key of every row of the input, in order, in a temporary table (8 bytes a row; on the disk where memory ends), so that the
 * input need not be read once more to be written.
 * @returns how many rows there are
 */
export async function keepRowKeys(
  connection: DuckDBConnection,
  keyed: KeyedSql,
  amount: InputColumn | undefined,
): Promise<number> {
  const rows = keyed.rows([], amount === undefined ? {} : { amount });
  await connection.run(`CREATE OR REPLACE TEMPORARY TABLE ${TABLE} AS ${rows}`);
  return countOf(connection, `SELECT count(*) FROM temp.${TABLE}`);
}

/** A query like {@link KeyedSql.counted}, from what {@link keepRowKeys} kept. */
export function countedRowKeys(amount: InputColumn | undefined): string {
  const sum = amount === undefined ? '' : ', coalesce(sum(proviso_amount), 0) AS amount';
  return `SELECT proviso_key AS key, count(*) AS rows${sum} FROM temp.${TABLE} GROUP BY 1`;
}

/** Drops what {@link keepRowKeys} kept. */
export async function dropRowKeys(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DROP TABLE IF EXISTS temp.${TABLE}`);
}

/** The keys that {@link keepRowKeys} kept, in order, piece by piece; {@link NO_KEY} for rows with a bad cell. */
async function* rowKeys(connection: DuckDBConnection): AsyncGenerator<ArrayLike<number>> {
  const result = await connection.stream(`SELECT CAST(coalesce(proviso_key, ${NO_KEY}) AS DOUBLE) FROM temp.${TABLE}`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getColumnValues(0).map(Number);
  }
}

/** The rows of a source of lines, with the cells that are put behind them. @throws Error when there are no lines */
export function linesWithCells(
  connection: DuckDBConnection,
  { lines, columns }: OpenedSource,
  tabulation: Tabulation,
  judged: JudgedKeys,
  safe: boolean,
  prefix: string,
): LinesWithCells {
  if (lines === undefined) throw new Error('rows that are no lines have no keys of their own');
  return {
    files: lines,
    names: [...columns.map(({ name }) => name), ...OUTPUT_COLUMNS.map((name) => `${prefix}${name}`)],
    numbers: rowKeys(connection),
    behind: cellsByKey(tabulation, judged, safe),
    safe,
  };
}

/** Writes them; tells the share that is done. @throws when stopped by the signal, and as `writeLines` */
export function writeRowsOn(
  lines: LinesWithCells,
  path: string,
  tell: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<number> {
  const all = lines.files.reduce((sum, { rows }) => sum + rows, 0);
  const onRows = (rows: number): void => {
    signal?.throwIfAborted();
    tell(rows / all);
  };
  return writeLines({ ...lines, onRows }, path);
}

/** For each key of a good row what is put behind such a row in CSV: a comma, the added cells and the end of the line. */
function cellsByKey(tabulation: Tabulation, { answers }: JudgedKeys, safe: boolean): ReadonlyMap<number, Buffer> {
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
