import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Book, type Run } from './support/book.ts';

// ClickHouse comes with the gate, which says where the Python is that has it.
const PYTHON = process.env.PROVISO_SQL_PYTHON;

describe.skipIf(PYTHON === undefined)('the sample book in ClickHouse (PROVISO_SQL_PYTHON)', () => {
  let book: Book;
  let run: Run;

  beforeAll(() => {
    book = new Book();
    const sql = book.sql('clickhouse', `file('${book.rows}', 'Parquet')`);
    run = book.run(PYTHON ?? '', [join(import.meta.dirname, 'support/clickhouse.py'), sql, 'verdicts.parquet']);
  }, 240_000);
  afterAll(() => book.remove());

  test('is judged row by row as proviso screen does', async () => {
    expect(run.code, run.err).toBe(0);
    expect(await book.differences(book.path('verdicts.parquet'))).toEqual([]);
  });
});
