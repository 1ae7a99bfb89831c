import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ScreenError } from '../../errors.ts';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import { removeTemporary, temporaryFile } from '../../sink/temporary-files.ts';
import type { OpenedSource, PostgresSpec } from '../contract.ts';
import { columnNames } from '../names.ts';
import { literal, pathLiteral } from '../sql-text.ts';
import { keepRows, removeKept, tableSource } from './kept-table.ts';
import { receivedColumn, type ServerColumn, sentColumn } from './postgres-columns.ts';
import { databaseQuery, lost, shownServer, unreachable } from './postgres-errors.ts';
import { asSelect, shownQuery } from './select.ts';

const CONNECT_MILLISECONDS = 15_000;
/** A row may have so many bytes. */
const MAX_ROW_BYTES = 16_000_000;

/**
 * Opens a table or the rows of a SELECT of a PostgreSQL server. All rows are fetched at once, in one read-only
 * transaction, to temporary files, so that a server that goes away later does no harm.
 *
 * @throws ScreenError `database_unreachable`, `database_query` or `database_lost`; never with a password in it.
 */
export async function openPostgres(
  connection: DuckDBConnection,
  spec: PostgresSpec,
  folder: string,
): Promise<OpenedSource> {
  const csv = temporaryFile(folder, '.csv');
  const shown = shownQuery(spec.query);
  try {
    const columns = await fetchRows(spec, csv);
    const kept = await keepRows(folder, async () => {
      const types = columns.map(({ name }) => `${literal(name)}: 'VARCHAR'`).join(', ');
      const rows =
        `read_csv(${pathLiteral(csv)}, auto_detect = false, header = false, parallel = false, delim = ',', quote = '"', escape = '"', ` +
        `new_line = '\\n', nullstr = '', allow_quoted_nulls = false, max_line_size = ${MAX_ROW_BYTES}, columns = {${types}})`;
      return `SELECT ${columns.map(receivedColumn).join(', ')} FROM ${rows}`;
    }).catch((error: unknown) => {
      throw error instanceof ScreenError ? error : databaseQuery(shown, error);
    });
    return await tableSource(connection, spec, { path: kept, name: 'proviso_rows', shown }, () =>
      removeKept(kept),
    ).catch(async (error: unknown) => {
      await removeKept(kept);
      throw error;
    });
  } finally {
    await removeTemporary(csv);
  }
}

/** Fetches all rows into a CSV file without a header. */
async function fetchRows(spec: PostgresSpec, csv: string): Promise<readonly ServerColumn[]> {
  const client = clientOf(spec);
  let broken: Error | undefined;
  client.on('error', (error) => {
    broken ??= error;
  });
  await client.connect().catch(async (error: unknown) => {
    // A server that still waits for a password would keep the process alive.
    await client.end().catch(() => undefined);
    throw unreachable(shownServer(client), error);
  });
  try {
    await client.query(
      "SET DateStyle = 'ISO'; SET TimeZone = 'UTC'; SET extra_float_digits = 1; SET client_encoding = 'UTF8'",
    );
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const select = asSelect(spec.query);
    const columns = await describeRows(client, select);
    columnNames(
      columns.map(({ name }) => name),
      shownQuery(spec.query),
    );
    const sent = `SELECT ${columns.map(sentColumn).join(', ')} FROM (\n${select}\n) AS proviso_rows`;
    const rows = client.query(copyTo(`COPY (${sent}) TO STDOUT (FORMAT csv, FORCE_QUOTE *)`));
    await pipeline(rows, createWriteStream(csv, { flags: 'wx' }));
    await client.query('ROLLBACK');
    return columns;
  } catch (error) {
    if (error instanceof ScreenError) throw error;
    if (isDiskFull(error)) throw diskFull('temporary files', error);
    throw broken !== undefined || isLoss(error) ? lost(client, error) : databaseQuery(shownQuery(spec.query), error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The columns of a SELECT. It is sent so that the server takes one statement only; what passes here within parentheses
 * is one SELECT there, too, when it is copied.
 */
async function describeRows(client: pg.Client, select: string): Promise<readonly ServerColumn[]> {
  const text = `SELECT * FROM (\n${select}\n) AS proviso_rows LIMIT 0`;
  const query: pg.QueryArrayConfig & { readonly queryMode: 'extended' } = {
    text,
    rowMode: 'array',
    queryMode: 'extended',
  };
  const { fields } = await client.query(query);
  return fields.map(({ name, dataTypeID, dataTypeModifier }) => ({ name, dataTypeID, dataTypeModifier }));
}

function clientOf(spec: PostgresSpec): pg.Client {
  try {
    const { protocol } = new URL(spec.url);
    if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw new Error('another protocol');
    return new pg.Client({
      connectionString: spec.url,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      application_name: 'proviso',
      keepAlive: true,
    });
  } catch {
    // The cause may show the address with its password, and is left out for that.
    throw new ScreenError('database_unreachable', 'This is no address of a PostgreSQL database.', {
      hint: 'For example: postgresql://user@host:5432/database',
      values: { server: '', reason: 'address' },
    });
  }
}

/** Whether an error says that the connection broke off, rather than that the query was wrong. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(?:08...|57P0[1-3]|ECONNRESET|EPIPE|ETIMEDOUT|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) return true;
  return /connection terminated|connection error|not queryable|closed the connection/i.test(error.message);
}
