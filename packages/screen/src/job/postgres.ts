import type { Client } from 'pg';
import type { InputColumn, StoredType } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import type { PostgresSpec } from '../source/contract.ts';
import { unreachable } from '../source/database/postgres-errors.ts';
import { messageOf } from './engine.ts';
import { isQuery, quoteTable, wholeQuery } from './postgres-names.ts';

/** Rows of a statement, with the names of its columns. */
export interface PostgresRows {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A connection to the database in which rows are judged. */
export interface PostgresDatabase {
  /** The rows to judge, as a table expression that takes an alias. */
  readonly relation: string;
  /** The table, quoted, when it is one and not a query. */
  readonly sourceTable: string | undefined;
  /** In messages; never a password. */
  readonly shown: string;
  columns(): Promise<readonly InputColumn[]>;
  /** Runs one statement. `table`: the table that it makes, for messages. @throws ScreenError */
  run(statement: string, told?: { readonly table: string }): Promise<PostgresRows>;
  close(): Promise<void>;
}

/** Types of pg_catalog. */
const STORED: Readonly<Record<string, StoredType>> = {
  bool: 'boolean',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  numeric: 'decimal',
  float4: 'double',
  float8: 'double',
  text: 'text',
  varchar: 'text',
  bpchar: 'text',
  date: 'date',
  timestamp: 'timestamp',
  timestamptz: 'instant',
  _text: 'list',
  _varchar: 'list',
};
/** The server ends the session, or there is none. */
const LOST = /^(57P0\d|08\w{3}|ECONN\w+|EPIPE|ETIMEDOUT)$/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const NO_RIGHT = '42501';
const TABLE_EXISTS = '42P07';

/** Connects. @throws ScreenError `database_unreachable`, `cancelled` */
export async function openPostgres({ url, query }: PostgresSpec, signal?: AbortSignal): Promise<PostgresDatabase> {
  const sourceTable = isQuery(query) ? undefined : quoteTable(query);
  const relation = sourceTable ?? `(${wholeQuery(query)}\n)`;
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'proviso' });
  let lost: unknown;
  client.on('error', (error) => {
    lost = error;
  });
  try {
    await client.connect();
  } catch (error) {
    // A server that still waits for a password would keep the process alive.
    await client.end().catch(() => undefined);
    throw unreachable(shownOf(url), error);
  }
  const isStopped = () => signal?.aborted === true;
  const stop = () => void cancel(pg.Client, url, client);
  signal?.addEventListener('abort', stop, { once: true });
  const failureOf = (error: unknown, told?: { readonly table: string }): ScreenError => {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (isStopped()) return cancelled();
    if (code === TABLE_EXISTS && told !== undefined)
      return new ScreenError('output_exists', `the table ${told.table} is there already`, {
        where: told.table,
        hint: 'give another name, or --overwrite',
      });
    const isLost =
      LOST.test(code) || (lost !== undefined && !SQLSTATE.test(code)) || /terminated/.test(messageOf(error));
    return new ScreenError(
      isLost ? 'database_lost' : 'database_query',
      isLost ? 'the connection to the database was lost; the database is as it was' : messageOf(error),
      {
        where: shownOf(url),
        cause: error,
        ...(code === NO_RIGHT
          ? {
              hint: 'the user needs SELECT on the rows, CREATE on the schema of the new table, and TEMPORARY on the database',
            }
          : {}),
      },
    );
  };
  const ask = async (statement: string, told?: { readonly table: string }) => {
    // A stop between two statements finds nothing to cancel on the server.
    if (isStopped()) throw cancelled();
    try {
      // The extended protocol takes one statement only, so that no query can end and go on as another.
      const extended = { text: statement, rowMode: 'array' as const, queryMode: 'extended' };
      return await client.query<unknown[]>(extended);
    } catch (error) {
      throw failureOf(error, told);
    }
  };
  return {
    relation,
    sourceTable,
    shown: `${shownOf(url)}, ${sourceTable === undefined ? 'query' : query}`,
    run: async (statement, told) => {
      const { fields, rows } = await ask(statement, told);
      return { names: fields?.map(({ name }) => name) ?? [], rows: rows ?? [] };
    },
    columns: async () => {
      const types = await ask(`SELECT oid::int8, typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace`);
      const nameOf = new Map(types.rows.map(([oid, name]) => [Number(oid), String(name)]));
      const { fields } = await ask(`SELECT * FROM ${relation} AS given LIMIT 0`);
      return fields.map(({ name, dataTypeID }) => ({ name, stored: STORED[nameOf.get(dataTypeID) ?? ''] ?? 'other' }));
    },
    close: async () => {
      signal?.removeEventListener('abort', stop);
      await client.end().catch(() => undefined);
    },
  };
}

function cancelled(): ScreenError {
  return new ScreenError('cancelled', 'stopped; the database is as it was');
}

/** The address without its password. */
function shownOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'postgresql';
  }
}

/** Asks the server, on a connection of its own, to stop what the other one does. */
async function cancel(
  Connection: new (config: { connectionString: string }) => Client,
  url: string,
  running: Client,
): Promise<void> {
  const processId: unknown = Reflect.get(running, 'processID');
  if (typeof processId !== 'number') return;
  const client = new Connection({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT pg_cancel_backend($1)', [processId]);
  } catch {
    // The connection to be stopped ends with the process anyway.
  } finally {
    await client.end().catch(() => undefined);
  }
}
