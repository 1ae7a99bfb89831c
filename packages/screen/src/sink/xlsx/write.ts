import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ScreenError } from '../../errors.ts';
import { MAX_COLUMNS } from '../../source/names.ts';
import { literal } from '../../source/sql-text.ts';
import { columnsOf } from '../cells.ts';
import { keepForRemoval, removeTemporary } from '../temporary-files.ts';
import { Archive, MAX_PART_BYTES } from './archive.ts';
import {
  CELL_TOO_LONG,
  FIXED_PARTS,
  MAX_CELL_CHARACTERS,
  rowsQuery,
  SHEET_END,
  SHEET_PART,
  sheetBeginning,
} from './parts.ts';

/** Rows of an Excel sheet, the row of names among them. */
export const MAX_SHEET_ROWS = 1_048_576;

/**
 * Writes a query's rows as the only sheet of an Excel workbook; tells how many. @throws ScreenError `too_many_rows`,
 * `too_many_columns`.
 */
export async function writeXlsx(connection: DuckDBConnection, query: string, path: string): Promise<number> {
  const columns = await columnsOf(connection, query);
  if (columns.length > MAX_COLUMNS) {
    throw new ScreenError('too_many_columns', `An Excel sheet has at most ${MAX_COLUMNS} columns.`, {
      hint: 'Write CSV or Parquet.',
      values: { columns: String(columns.length), most: String(MAX_COLUMNS) },
    });
  }
  const sheet = keepForRemoval(`${path}.xml`);
  try {
    const rows = await copyRows(connection, rowsQuery(columns, query), sheet);
    const names = columns.map(({ name }) => name);
    await pack(path, sheet, names);
    return rows;
  } catch (error) {
    if (error instanceof Error && error.message.includes(CELL_TOO_LONG)) throw cellTooLong(error);
    throw error;
  } finally {
    await removeTemporary(sheet);
  }
}

/**
 * Has the engine write the rows' XML to a file. (Rows fetched one after the other will not do: when a query fails on
 * its way, the driver ends its stream as if all rows had come.)
 */
async function copyRows(connection: DuckDBConnection, query: string, path: string): Promise<number> {
  const limited = `SELECT * FROM (${query}) LIMIT ${MAX_SHEET_ROWS}`;
  const reader = await connection.runAndReadAll(
    `COPY (${limited}) TO ${literal(path)} (FORMAT csv, HEADER false, DELIMITER '', QUOTE '', ESCAPE '', USE_TMP_FILE false)`,
  );
  const rows = Number(reader.getRows()[0]?.[0] ?? 0);
  if (rows >= MAX_SHEET_ROWS)
    throw tooManyRows(`An Excel sheet has at most ${MAX_SHEET_ROWS - 1} rows below its names.`);
  if ((await stat(path)).size > MAX_PART_BYTES - 1_000_000) throw tooManyRows('The sheet would be larger than 4 GB.');
  return rows;
}

async function pack(path: string, sheet: string, names: readonly string[]): Promise<void> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(sheetBeginning(names));
    for await (const piece of createReadStream(sheet, { highWaterMark: 1 << 18 }))
      if (piece instanceof Uint8Array) yield piece;
    yield Buffer.from(SHEET_END);
  }
  const archive = new Archive(path);
  try {
    for (const [name, content] of FIXED_PARTS) archive.add(name, content);
    await archive.addPieces(SHEET_PART, pieces());
    await archive.finish();
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

function tooManyRows(message: string): ScreenError {
  return new ScreenError('too_many_rows', message, {
    hint: 'Write CSV or Parquet.',
    values: { most: String(MAX_SHEET_ROWS - 1) },
  });
}

function cellTooLong(cause: Error): ScreenError {
  return new ScreenError(
    'output_unwritable',
    `A cell has more than ${MAX_CELL_CHARACTERS} characters, which Excel cannot hold.`,
    {
      hint: 'Write CSV or Parquet.',
      values: { reason: 'cell_too_long', most: String(MAX_CELL_CHARACTERS) },
      cause,
    },
  );
}
