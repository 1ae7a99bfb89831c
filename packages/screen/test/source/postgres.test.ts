import { readdirSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();
const URL_OF_SERVER = process.env.PROVISO_TEST_POSTGRES_URL ?? '';
const SCHEMA = `proviso_test_${process.pid}`;

describe('a PostgreSQL address', () => {
  it('that leads nowhere is said so, without the password', async () => {
    const error = await failure(
      bench.open({ kind: 'postgresql', url: 'postgresql://user:secret@127.0.0.1:1/db', query: 'orders' }),
    );
    expect(error.code).toBe('database_unreachable');
    expect(error.message).toContain('127.0.0.1:1/db');
    expect(JSON.stringify([error.message, error.hint, error.values, error.where])).not.toContain('secret');
  });

  it.each(['mysql://user:secret@host/db', 'secret', ''])('that is none is said so: %j', async (url) => {
    const error = await failure(bench.open({ kind: 'postgresql', url, query: 'orders' }));
    expect(error.code).toBe('database_unreachable');
    expect(String(error.cause)).not.toContain('secret');
    expect(error.message).not.toContain('secret');
  });
});

describe.skipIf(URL_OF_SERVER === '')('PostgreSQL (needs a server: PROVISO_TEST_POSTGRES_URL)', () => {
  beforeAll(() =>
    onServer(
      `CREATE SCHEMA ${SCHEMA}`,
      `CREATE TABLE ${SCHEMA}.orders (id bigint, name text, paid boolean, amount numeric(12, 2), share numeric, ratio double precision,
        day date, clock timestamp, instant timestamptz, tags text[], data jsonb, code varchar(5), "odd ""name" uuid)`,
      `INSERT INTO ${SCHEMA}.orders VALUES (1, E'腾讯, "x"\\nline\\ttab', true, 1.50, 0.123456789012345678901234567890, 0.1,
        '2020-09-20', '2020-09-20 12:00:00.5', '2020-09-20 00:00:00-04', ARRAY['a', 'b;"c'], '{"a": 1.50}', '007',
        'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11')`,
      `INSERT INTO ${SCHEMA}.orders VALUES (2, '', false)`,
      `INSERT INTO ${SCHEMA}.orders VALUES (3)`,
      `CREATE TABLE ${SCHEMA}.many AS SELECT n, repeat('x', 1000) AS t FROM generate_series(1, 200000) AS n`,
    ),
  );
  afterAll(() => onServer(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`));

  async function onServer(...statements: readonly string[]): Promise<pg.QueryResult | undefined> {
    const client = new pg.Client({ connectionString: URL_OF_SERVER });
    await client.connect();
    let result: pg.QueryResult | undefined;
    for (const statement of statements) result = await client.query(statement);
    await client.end();
    return result;
  }

  it('gives the rows of a table with their types', async () => {
    const source = await bench.open({ kind: 'postgresql', url: URL_OF_SERVER, query: `${SCHEMA}.orders` });
    expect(source.shown).toBe(`table ${SCHEMA}.orders`);
    expect(source.columns.map(({ name, stored }) => `${name} ${stored}`)).toEqual([
      'id integer',
      'name text',
      'paid boolean',
      'amount decimal',
      'share text',
      'ratio double',
      'day date',
      'clock timestamp',
      'instant instant',
      'tags list',
      'data other',
      'code text',
      'odd "name text',
    ]);
    expect(source.rows).toBe(3);
    const [first, second, third] = await bench.query(
      `SELECT * REPLACE (instant AT TIME ZONE 'UTC' AS instant) FROM (${source.located}) ORDER BY proviso_line`,
    );
    expect(first).toEqual([
      '1',
      '1',
      '腾讯, "x"\nline\ttab',
      true,
      '1.50',
      '0.123456789012345678901234567890',
      0.1,
      '2020-09-20',
      '2020-09-20 12:00:00.5',
      '2020-09-20 04:00:00',
      ['a', 'b;"c'],
      '{"a": 1.50}',
      '007',
      'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    ]);
    expect(second?.slice(1, 5)).toEqual(['2', '', false, null]);
    expect(third?.slice(1, 4)).toEqual(['3', null, null]);
    await source.close();
    expect(readdirSync(bench.folder)).toEqual([]);
  });

  it.each([
    ['a SELECT', `SELECT id FROM ${SCHEMA}.orders WHERE id > 1;`, 2],
    ['a SELECT that ends with a comment', `SELECT id FROM ${SCHEMA}.orders -- all`, 3],
    ['a WITH', `WITH o AS (SELECT 1 AS a) SELECT * FROM o`, 1],
    ['nothing', `SELECT id FROM ${SCHEMA}.orders WHERE false`, 0],
  ])('gives the rows of %s', async (_, query, rows) => {
    const source = await bench.open({ kind: 'postgresql', url: URL_OF_SERVER, query });
    expect(source.rows).toBe(rows);
    expect(await bench.rows(source.relation)).toHaveLength(rows);
  });

  it.each([
    'none',
    'SELECT (',
    `DROP TABLE ${SCHEMA}.orders`,
    `SELECT 1; DROP TABLE ${SCHEMA}.orders`,
    `SELECT 1) TO STDOUT; COMMIT; DROP TABLE ${SCHEMA}.orders; --`,
    `SELECT 1) AS x; COMMIT; DROP TABLE ${SCHEMA}.orders; SELECT * FROM (SELECT 1`,
    `WITH d AS (DELETE FROM ${SCHEMA}.orders RETURNING *) SELECT * FROM d`,
    `SELECT nextval('${SCHEMA}.none')`,
    `SELECT 1 / (id - 2) AS q FROM ${SCHEMA}.orders`,
    `SELECT 'NaN'::numeric(5, 2) AS q`,
  ])('refuses %j', async (query) => {
    expect(await failureCode(bench.open({ kind: 'postgresql', url: URL_OF_SERVER, query }))).toBe('database_query');
    expect(readdirSync(bench.folder)).toEqual([]);
    expect((await onServer(`SELECT count(*)::int AS n FROM ${SCHEMA}.orders`))?.rows).toEqual([{ n: 3 }]);
  });

  it('names columns that are there twice', async () => {
    const query = 'SELECT 1 AS a, 2 AS a';
    expect(await failureCode(bench.open({ kind: 'postgresql', url: URL_OF_SERVER, query }))).toBe('duplicate_columns');
  });

  it('that ends the connection in the middle is said so, and leaves nothing behind', async () => {
    const query = `SELECT n, t, CASE WHEN n = 100000 THEN pg_terminate_backend(pg_backend_pid()) END AS gone FROM ${SCHEMA}.many`;
    expect(await failureCode(bench.open({ kind: 'postgresql', url: URL_OF_SERVER, query }))).toBe('database_lost');
    expect(readdirSync(bench.folder)).toEqual([]);
  });

  it('that vanishes in the middle is said so, and leaves nothing behind', async () => {
    const { port, close } = await cuttingAfter(5_000_000);
    const address = new URL(URL_OF_SERVER);
    address.hostname = '127.0.0.1';
    address.port = String(port);
    const error = await failure(bench.open({ kind: 'postgresql', url: address.href, query: `${SCHEMA}.many` }));
    expect(error.code).toBe('database_lost');
    expect(readdirSync(bench.folder)).toEqual([]);
    close();
  });

  /** A way to the server that is cut after so many bytes of answers. */
  async function cuttingAfter(bytes: number): Promise<{ port: number; close: () => void }> {
    const { createConnection } = await import('node:net');
    const server: Server = createServer((near: Socket) => {
      const { hostname, port } = new URL(URL_OF_SERVER);
      const far = createConnection({ host: hostname, port: Number(port || 5432) });
      let seen = 0;
      far.on('data', (data) => {
        seen += data.length;
        if (seen > bytes) {
          near.destroy();
          far.destroy();
        } else near.write(data);
      });
      near.on('data', (data) => far.write(data));
      for (const socket of [near, far]) socket.on('error', () => undefined);
      near.on('close', () => far.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { port: address.port, close: () => server.close() };
  }
});
