import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Book } from './support/book.ts';

describe('the SQL that is printed', () => {
  let book: Book;
  const header = (text: string) =>
    [...text.matchAll(/^-- proviso (\w+) (.+)$/gm)].map(([, name, value]): [string, unknown] => [
      String(name),
      JSON.parse(String(value)),
    ]);

  beforeAll(() => {
    book = new Book(100);
  }, 120_000);
  afterAll(() => book.remove());

  test('says what it was made from', () => {
    const { code, out, err } = book.screen(book.rows, '--sql', 'duckdb', '--query', 'book');
    expect(err).toBe('');
    expect(code).toBe(0);
    const told = header(out);
    expect(Object.fromEntries(told.filter(([name]) => name !== 'column'))).toEqual({
      engine: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      rulebook: { id: 'us/wechat', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      asOf: '2020-09-21T23:59:59-04:00',
      knownOn: '2020-09-18T23:59:59-04:00',
      readings: {},
      dialect: 'duckdb',
      table: 'book',
    });
    const columns = told.filter(([name]) => name === 'column').map(([, column]) => column);
    expect(columns).toContainEqual({ column: 'Provided for a fee', stored: 'boolean', fact: 'for_a_fee' });
    expect(columns).toContainEqual({ column: 'Booked on', stored: 'date' });
  });

  test('keeps names with line breaks within its comments', () => {
    writeFileSync(book.path('odd.csv'), 'application,"two\nDROP TABLE book; --"\nwechat,\n');
    const { out } = book.run(...book.plain('odd.csv', '--sql', 'duckdb', '--query', 'book\n; DROP TABLE book'));
    const comments = out.split('\n').filter((line) => line.startsWith('-- '));
    expect(comments.some((line) => line.includes('two\\nDROP TABLE book'))).toBe(true);
    expect(out.slice(0, out.indexOf('\n\n')).split('\n')).toEqual(comments);
  });

  test('goes to a file, and that of the bad rows to another, but never over one that is there', () => {
    const words = ['--sql', 'spark', '--query', 'SELECT * FROM book;'];
    const files = ['-o', book.path('verdicts.sql'), '--errors', book.path('bad.sql')];
    expect(book.screen(book.rows, ...words, ...files)).toEqual({ code: 0, out: '', err: '' });
    const text = readFileSync(book.path('verdicts.sql'), 'utf8');
    expect(Object.fromEntries(header(text)).table).toBe('(SELECT * FROM book\n)');
    expect(readFileSync(book.path('bad.sql'), 'utf8')).toContain('proviso_bad');
    const again = book.screen(book.rows, ...words, '-o', book.path('new.sql'), '--errors', book.path('bad.sql'));
    expect(again.err).toContain('bad.sql is there already');
    expect(again.code).toBe(2);
    expect(existsSync(book.path('new.sql'))).toBe(false);
    expect(book.screen(book.rows, ...words, ...files, '--overwrite').code).toBe(0);
  });

  test('is refused where a fact has one value for all rows, for no column gives it', () => {
    const map = { rulebook: 'us/wechat', columns: {}, constants: { application: 'wechat' } };
    writeFileSync(book.path('constant.json'), JSON.stringify(map));
    writeFileSync(book.path('few.csv'), 'activity\ninternet_hosting\n');
    const words = ['--map', 'constant.json', '--sql', 'duckdb', '--query', 'book'];
    const { err, code } = book.run(...book.plain('few.csv', ...words));
    expect(err).toContain('are not for --sql');
    expect(code).not.toBe(0);
  });

  test('tells ClickHouse of its length', () => {
    const { out } = book.screen(book.rows, '--sql', 'clickhouse', '--query', 'book');
    const limit = Number(/^SET max_query_size = (\d+);$/m.exec(out)?.[1]);
    expect(limit).toBeGreaterThan(Buffer.byteLength(out));
  });
});
