import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();

async function database(...statements: readonly string[]): Promise<string> {
  const path = join(bench.folder, 'input.duckdb');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  return path;
}

const ORDERS = [
  `CREATE TABLE orders AS SELECT range::HUGEINT AS id, (range * 1.5)::DECIMAL(9, 2) AS amount, ['a'] AS tags FROM range(3)`,
  'CREATE SCHEMA "Sales Dept"',
  `CREATE TABLE "Sales Dept"."my.table" AS SELECT 'x' AS "a b"`,
  'CREATE VIEW big AS SELECT * FROM orders WHERE id > 0',
];

describe('a DuckDB database', () => {
  it.each([
    'orders',
    'main.orders',
    'input.main.orders',
    'SELECT * FROM orders;',
    'FROM orders',
    'WITH o AS (FROM orders) FROM o -- all',
  ])('gives the rows of %s', async (query) => {
    const path = await database(...ORDERS);
    const source = await bench.open({ kind: 'duckdb', path, query });
    expect(source.columns).toEqual([
      { name: 'id', stored: 'integer' },
      { name: 'amount', stored: 'decimal' },
      { name: 'tags', stored: 'list' },
    ]);
    expect(source.rows).toBe(3);
    expect(await bench.query(source.located)).toEqual([
      ['1', '0', '0.00', ['a']],
      ['2', '1', '1.50', ['a']],
      ['3', '2', '3.00', ['a']],
    ]);
    await source.close();
    expect(readdirSync(bench.folder)).toEqual(['input.duckdb']);
  });

  it('may have names that need quotes, and views', async () => {
    const path = await database(...ORDERS);
    const quoted = await bench.open({ kind: 'duckdb', path, query: '"Sales Dept"."my.table"' });
    expect(await bench.rows(quoted.relation)).toEqual([['x']]);
    const view = await bench.open({ kind: 'duckdb', path, query: 'SELECT id FROM big' });
    expect(await bench.rows(view.relation)).toEqual([['1'], ['2']]);
  });

  it('gives the same rows each time, whatever the query', async () => {
    const path = await database(...ORDERS);
    const source = await bench.open({ kind: 'duckdb', path, query: 'SELECT random() AS r FROM range(100)' });
    expect(await bench.rows(source.relation)).toEqual(await bench.rows(source.relation));
  });

  it.each([
    'DROP TABLE orders',
    'SELECT 1; DROP TABLE orders',
    'INSERT INTO orders VALUES (1, 2, [])',
    `COPY orders TO 'x.csv'`,
    'SELECT * FROM none',
    'none',
    'SELECT (',
    '',
    `SELECT * FROM read_csv('/etc/hosts')`,
    'SELECT error($$broken$$) FROM orders',
    'SELECT 1 AS a, 2 AS "proviso_line"',
  ])('refuses %j', async (query) => {
    const path = await database(...ORDERS);
    const error = await failure(bench.open({ kind: 'duckdb', path, query }));
    expect(error.code).toBe(query.includes('proviso_line') ? 'column_clash' : 'database_query');
    expect(readdirSync(bench.folder)).toEqual(['input.duckdb']);
    const again = await bench.open({ kind: 'duckdb', path, query: 'orders' });
    expect(again.rows).toBe(3);
  });

  it('that is none is said so', async () => {
    const path = bench.put('a.duckdb', 'x'.repeat(20_000));
    expect(await failureCode(bench.open({ kind: 'duckdb', path, query: 'orders' }))).toBe('not_readable');
    const none = join(bench.folder, 'none.duckdb');
    expect(await failureCode(bench.open({ kind: 'duckdb', path: none, query: 'orders' }))).toBe('file_not_found');
    expect(readdirSync(bench.folder)).toEqual(['a.duckdb']);
  });
});
