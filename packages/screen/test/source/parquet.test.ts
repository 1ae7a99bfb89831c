import { describe, expect, it } from 'vitest';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();

async function parquet(name: string, query: string): Promise<string> {
  const path = bench.put(name, '');
  await bench.connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  return path;
}

describe('Parquet', () => {
  it('keeps the types', async () => {
    const path = await parquet(
      'a.parquet',
      `SELECT 'x' AS t, true AS b, 7::SMALLINT AS i, 1.50::DECIMAL(9, 2) AS d, 0.1::DOUBLE AS f, DATE '2020-09-20' AS day,
        TIMESTAMP '2020-09-20 00:00:00' AS clock, TIMESTAMPTZ '2020-09-20 00:00:00+00' AS instant, ['a', 'b'] AS l, {'a': 1} AS s`,
    );
    const source = await bench.open({ kind: 'file', paths: [path] });
    expect(source.columns.map(({ stored }) => stored)).toEqual([
      'text',
      'boolean',
      'integer',
      'decimal',
      'double',
      'date',
      'timestamp',
      'instant',
      'list',
      'other',
    ]);
    expect(source.rows).toBe(1);
    expect((await bench.query(source.located))[0]?.slice(0, 5)).toEqual(['1', 'x', true, 7, '1.50']);
  });

  it('is read from several files with the same columns', async () => {
    const paths = [
      await parquet('1.parquet', 'SELECT range AS n FROM range(3)'),
      await parquet('2.parquet', 'SELECT range AS n FROM range(7, 9)'),
    ];
    const source = await bench.open({ kind: 'file', paths });
    expect(source.rows).toBe(5);
    expect((await bench.query(source.located)).at(-1)).toEqual([paths[1], '2', '8']);
    expect(await bench.rows(source.relation)).toEqual([['0'], ['1'], ['2'], ['7'], ['8']]);
    const other = await parquet('3.parquet', `SELECT 'x' AS n`);
    const error = await failure(bench.open({ kind: 'file', paths: [...paths, other] }));
    expect(error.code).toBe('different_columns');
    expect(error.where).toBe(other);
  });

  it('may have wider numbers in a later file', async () => {
    const paths = [
      await parquet('1.parquet', 'SELECT 1::TINYINT AS n, 1.5::DECIMAL(4, 2) AS d'),
      await parquet('2.parquet', 'SELECT 5000000000 AS n, 123456.789::DECIMAL(9, 3) AS d'),
    ];
    const source = await bench.open({ kind: 'file', paths });
    const rows = [
      ['1', '1.500'],
      ['5000000000', '123456.789'],
    ];
    expect(await bench.rows(source.relation)).toEqual(rows);
    expect(await bench.query(source.located)).toEqual(rows.map((row, index) => [paths[index], '1', ...row]));
  });

  it('without rows is an input', async () => {
    const source = await bench.open({ kind: 'file', paths: [await parquet('a.parquet', 'SELECT 1 AS n WHERE false')] });
    expect(source.rows).toBe(0);
    expect(await bench.rows(source.relation)).toEqual([]);
  });

  it('that is damaged or none is said so', async () => {
    expect(await failureCode(bench.file('a.parquet', 'no Parquet at all, but long enough'))).toBe('not_readable');
    expect(await failureCode(bench.file('b.parquet', ''))).toBe('empty_file');
  });
});
