import type { Client } from 'pg';
import type { InputColumn, StoredType } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import type { PostgresSpec } from '../source/contract.ts';
import { messageOf } from './engine.ts';
import { quoteName } from './sql-text.ts';

/** Rows of a statement, with the names of its columns. */
export interface PostgresRows {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A connection to the database in which rows are judged. */
export interface PostgresDatabase {
  /** The rows to judge, as a table expression. */
  readonly relation: string;
  /** In messages; never a password. */
  readonly shown: string;
  columns(): Promise<readonly InputColumn[]>;
  /** Runs a statement. `table`: the table that it makes, for messages. @throws ScreenError */
  run(statement: string, told?: { readonly table: string }): Promise<PostgresRows>;
  quoteTable(name: string): string;
  close(): Promise<void>;
}

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
const LOST = /terminat|ECONNRESET|EPIPE|closed|57P0[123]/;

/** Connects. @throws ScreenError `database_unreachable` */
export async function openPostgres({ url, query }: PostgresSpec, signal?: AbortSignal): Promise<PostgresDatabase> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'proviso' });
  let lost: unknown;
  client.on('error', (error) => {
    lost = error;
  });
  try {
    await client.connect();
  } catch (error) {
    throw new ScreenError('database_unreachable', `the database does not answer: ${messageOf(error)}`, {
      where: shownOf(url),
      hint: 'check the address, the user and the password',
      cause: error,
    });
  }
  const stop = () => void cancel(pg.Client, url, client);
  signal?.addEventListener('abort', stop, { once: true });
  const relation = /^\s*(select|with|values|table)\b/i.test(query)
    ? `(${query.replace(/;\s*$/, '')}) AS given`
    : quoteTable(query);
  const run = async (statement: string, told?: { readonly table: string }): Promise<PostgresRows> => {
    try {
      const result = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
      return { names: result.fields?.map(({ name }) => name) ?? [], rows: result.rows ?? [] };
    } catch (error) {
      throw await failureOf(error);
    }
    async function failureOf(error: unknown): Promise<ScreenError> {
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      if (signal?.aborted === true) return new ScreenError('cancelled', 'stopped; the database is as it was');
      if (code === '42P07' && told !== undefined)
        return new ScreenError('output_exists', `the table ${told.table} is there already`, {
          where: told.table,
          hint: 'give another name, or --overwrite',
        });
      const isLost = lost !== undefined || LOST.test(`${code} ${messageOf(error)}`);
      return new ScreenError(
        isLost ? 'database_lost' : 'database_query',
        isLost ? 'the connection to the database was lost; the database is as it was' : messageOf(error),
        { where: shownOf(url), cause: error },
      );
    }
  };
  return {
    relation,
    shown: `${shownOf(url)}, ${/^\s*(select|with|values|table)\b/i.test(query) ? 'query' : query}`,
    run,
    quoteTable,
    columns: async () => {
      const types = await run('SELECT oid::int8, typname FROM pg_type');
      const nameOf = new Map(types.rows.map(([oid, name]) => [Number(oid), String(name)]));
      const result = await fieldsOf(client, relation, run);
      return result.map(({ name, dataTypeID }) => ({ name, stored: STORED[nameOf.get(dataTypeID) ?? ''] ?? 'other' }));
    },
    close: async () => {
      signal?.removeEventListener('abort', stop);
      await client.end().catch(() => undefined);
    },
  };
}

async function fieldsOf(
  client: Client,
  relation: string,
  run: PostgresDatabase['run'],
): Promise<readonly { readonly name: string; readonly dataTypeID: number }[]> {
  // A wrong query is told by `run`.
  await run(`SELECT * FROM ${relation} LIMIT 0`);
  const { fields } = await client.query(`SELECT * FROM ${relation} LIMIT 0`);
  return fields;
}

/** A table's name, perhaps with its schema, quoted. */
function quoteTable(name: string): string {
  const parts = name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [name];
  return parts.map((part) => (part.startsWith('"') ? part : quoteName(part.trim()))).join('.');
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
