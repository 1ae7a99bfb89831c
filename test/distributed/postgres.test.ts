import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDED, Book, ROWS } from './support/book.ts';
import { PostgresBook } from './support/postgres.ts';

const URL_ = process.env.PROVISO_TEST_POSTGRES_URL;

describe.skipIf(URL_ === undefined)('the sample book in PostgreSQL (PROVISO_TEST_POSTGRES_URL)', () => {
  const url = URL_ ?? '';
  let book: Book;
  let database: PostgresBook;
  const table = (name: string) => `"${database.schema}"."${name}"`;
  const inPlace = (query: string, name: string, ...words: readonly string[]) =>
    book.screen(url, '--query', query, '--in-place', table(name), ...words);

  beforeAll(async () => {
    book = new Book();
    database = new PostgresBook(url);
    await database.open(book);
  }, 240_000);
  afterAll(async () => {
    await database.close();
    book.remove();
  });

  test('is judged in place row by row as proviso screen does', async () => {
    const { code, err, out } = inPlace(database.table, 'Verdicts', '--amount', 'Amount USD');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('9,211');
    const columns = `${ADDED.join(', ')}, "Record ID"`;
    const asText = `SELECT json_array(${columns})::VARCHAR FROM read_parquet('${book.verdicts}') ORDER BY "Record ID"`;
    const wanted = await book.query(asText);
    const found = await database.rows(
      `SELECT json_build_array(${columns})::text FROM ${table('Verdicts')} ORDER BY "Record ID" COLLATE "C"`,
    );
    const parsed = (rows: typeof wanted) => rows.map(([text]): unknown => JSON.parse(String(text)));
    expect(found).toHaveLength(ROWS);
    expect(parsed(found)).toEqual(parsed(wanted));
    const names = `SELECT attname FROM pg_attribute WHERE attrelid = $$${table('Verdicts')}$$::regclass AND attnum > 0 ORDER BY attnum`;
    const given = await book.query(`SELECT column_name FROM (DESCRIBE FROM read_parquet('${book.rows}'))`);
    expect(await database.rows(names)).toEqual([...given, ...ADDED.map((name) => [name])]);
  });

  test('says in the database by which law', async () => {
    const [comment] = await database.rows(`SELECT obj_description($$${table('Verdicts')}$$::regclass)`);
    expect(JSON.parse(String(comment))).toEqual({
      proviso: {
        rulebook: { id: 'us/wechat', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
        asOf: '2020-09-21T23:59:59-04:00',
        knownOn: '2020-09-18T23:59:59-04:00',
        readings: {},
      },
    });
  });

  test('is replaced only when told so, and never its own source', async () => {
    const before = await database.rows(`SELECT $$${table('Verdicts')}$$::regclass::oid`);
    const refused = inPlace(database.table, 'Verdicts');
    expect(refused.err).toContain('is there already');
    expect(refused.code).toBe(2);
    expect(await database.rows(`SELECT $$${table('Verdicts')}$$::regclass::oid`)).toEqual(before);
    const own = inPlace(database.table, 'The book', '--overwrite');
    expect(own.err).toContain('is the table that is judged');
    expect(await database.rows(`SELECT count(*)::int FROM ${database.table}`)).toEqual([[ROWS]]);
    const query = `SELECT * FROM ${database.table} WHERE "Record ID" < 'R000000100' -- a few`;
    const replaced = inPlace(query, 'Verdicts', '--overwrite');
    expect(replaced.err).toBe('');
    expect(await database.rows(`SELECT count(*)::int FROM ${table('Verdicts')}`)).not.toEqual([[ROWS]]);
  });

  test('leaves nothing behind when it fails', async () => {
    const before = await database.tables();
    for (const [query, words, wanted] of [
      ['SELECT 1) AS a; DROP TABLE pg_class; SELECT * FROM (SELECT 1', [], /multiple commands|no column/],
      ['no such table', [], /does not exist/],
      ['a..b', [], /is no name of a table/],
      [`SELECT *, 1 AS verdict FROM ${database.table}`, [], /already has a column verdict/],
      [`SELECT *, 1 AS "B2B" FROM ${database.table}`, [], /columns of the same name/],
      [database.table, ['--amount', 'nothing'], /no column nothing/],
      [`SELECT *, 1 / (random() * 0)::int AS zero FROM ${database.table}`, [], /division by zero/],
    ] as const) {
      const { err, code } = inPlace(query, 'New', ...words);
      expect(err).toMatch(wanted);
      expect(err).not.toMatch(/\n {4}at /);
      expect(code).not.toBe(0);
    }
    expect(await database.tables()).toEqual(before);
  });

  test('says which rights are missing', async () => {
    const user = `proviso_reader_${process.pid}`;
    await database.client.query(`CREATE ROLE ${user} LOGIN`);
    try {
      await database.client.query(`GRANT USAGE ON SCHEMA "${database.schema}" TO ${user}`);
      await database.client.query(`GRANT SELECT ON ${database.table} TO ${user}`);
      const theirs = new URL(url);
      theirs.username = user;
      const words = ['--query', database.table, '--in-place', table('Theirs')];
      const { err, code } = book.screen(theirs.href, ...words);
      expect(err).toContain('permission denied');
      expect(err).toContain('CREATE on the schema');
      expect(code).toBe(1);
    } finally {
      await database.client.query(`DROP OWNED BY ${user}`);
      await database.client.query(`DROP ROLE ${user}`);
    }
  });

  test('is stopped at once, and leaves nothing', async () => {
    const before = await database.tables();
    const slow = `SELECT b.*, pg_sleep(0.01) IS NULL AS slept FROM ${database.table} AS b`;
    const { command, words } = book.command(url, '--query', slow, '--in-place', table('Slow'));
    const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const running = `SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'proviso' AND query LIKE '%pg_sleep%' AND state = 'active'`;
    while (child.exitCode === null && (await database.rows(running))[0]?.[0] === 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toContain('stopped; the database is as it was');
    expect(await database.rows(running)).toEqual([[0]]);
    expect(await database.tables()).toEqual(before);
  });
});
