import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../source/sql-text.ts';
import { columnsOf, csvQuery } from './cells.ts';
import type { OpenSink, Sink, SinkFormat } from './contract.ts';
import { openTarget, sinkFormat, writingError } from './target.ts';
import { writeXlsx } from './xlsx/write.ts';

/** Writes a query to a file; tells the rows. */
type Writer = (connection: DuckDBConnection, query: string, path: string, safe: boolean) => Promise<number>;

const WRITERS: Readonly<Record<SinkFormat, Writer>> = {
  csv: async (connection, query, path, safe) => {
    const cells = csvQuery(await columnsOf(connection, query), query, safe);
    return copy(connection, cells, path, `FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR ''`);
  },
  jsonl: (connection, query, path) => copy(connection, query, path, 'FORMAT json'),
  parquet: (connection, query, path) => copy(connection, query, path, 'FORMAT parquet'),
  xlsx: writeXlsx,
};

/** Makes ready to write a file. @throws ScreenError `output_exists`, `output_unwritable` or `unknown_format`. */
export const openSink: OpenSink = async (spec, options = {}) => {
  const format = sinkFormat(spec);
  const target = await openTarget(spec, options.inputs ?? []);
  const fill: Sink['fill'] = async (work) => {
    try {
      const rows = await work(target.temporary);
      return { rows, bytes: await target.finish() };
    } catch (error) {
      await target.discard();
      throw writingError(spec.path, error);
    }
  };
  return {
    format,
    lists: format === 'parquet' || format === 'jsonl' ? 'list' : 'text',
    temporary: target.temporary,
    write: (connection, query) =>
      fill((path) => WRITERS[format](connection, query, path, options.spreadsheetSafe ?? true)),
    fill,
    discard: target.discard,
  };
};

async function copy(connection: DuckDBConnection, query: string, path: string, options: string): Promise<number> {
  const reader = await connection.runAndReadAll(
    `COPY (${query}) TO ${literal(path)} (${options}, USE_TMP_FILE false, PER_THREAD_OUTPUT false)`,
  );
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
