import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Book, ROWS, type Run, SPARK } from './support/book.ts';

// Apache Spark comes with the gate, which says where its Python is. Without it there is nothing to run.
const PYTHON = process.env.PROVISO_SQL_PYTHON;
// Five Java machines start one after the other; on a machine with other work that takes a while.
const PATIENCE = 400_000;
// They live for seconds: compiling for the long run would cost more than it saves.
const BRIEF = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

describe.skipIf(PYTHON === undefined)(
  'the sample book on a Spark master with two workers (PROVISO_SQL_PYTHON)',
  () => {
    let book: Book;
    let sql: string;
    let run: Run;

    beforeAll(() => {
      book = new Book();
      sql = book.sql('spark', 'book');
      const program = ['spark-submit', '--driver-java-options', BRIEF];
      const settings = [`spark.executor.extraJavaOptions=${BRIEF}`, 'spark.ui.enabled=false'];
      run = book.run(
        join(SPARK, 'standalone.sh'),
        [
          ...program,
          ...settings.flatMap((setting) => ['--conf', setting]),
          join(SPARK, 'screen.py'),
          ...[sql, book.rows, '-o', 'verdicts', '--explain', 'formatted'],
        ],
        { PYTHON: PYTHON ?? '', SPARK_DAEMON_JAVA_OPTS: BRIEF, WAIT: '120', LANG: 'C.UTF-8' },
      );
    }, PATIENCE);
    afterAll(() => book.remove());

    test('is judged', () => {
      expect(run.code, run.err).toBe(0);
      expect(run.err).toContain('2 workers');
      const digest = /"digest":"(sha256:\w+)"/.exec(readFileSync(sql, 'utf8'))?.[1];
      expect(run.out).toContain(`us/wechat ${digest}`);
    });

    test('row by row as proviso screen does', async () => {
      expect(await book.differences(book.path('verdicts/*.parquet'))).toEqual([]);
    });

    test('and is counted as proviso screen counts it', async () => {
      const counts = await book.query(
        `SELECT verdict, count(*)::INTEGER FROM read_parquet('${book.verdicts}') GROUP BY ALL`,
      );
      const told = [...run.out.matchAll(/^ *([\d,]+) (\w+)$/gm)].map(([, count, verdict]) => [
        verdict,
        Number(count?.replace(',', '')),
      ]);
      expect(new Set(told.map(String))).toEqual(new Set(counts.map(String)));
      expect(run.out).toMatch(/^ *10,000 rows written to verdicts$/m);
      expect(run.out).not.toContain('left out');
      expect(ROWS).toBe(10_000);
    });

    test('without a row leaving the task that read it', () => {
      const operators = [...run.out.matchAll(/^[ :+*-]*(\w+)(?: +\w+)* +\(\d+\)$/gm)].map(([, name]) => name);
      expect(operators.filter((name) => name === 'Scan')).not.toEqual([]);
      expect(operators).not.toContain('Exchange');
      expect(operators).not.toContain('Sort');
      expect(operators).not.toContain('Window');
      expect(operators).not.toContain('SortMergeJoin');
      expect(operators).not.toContain('ShuffledHashJoin');
    });

    test('tells what does not fit before Spark starts', () => {
      const told = (...words: readonly string[]) =>
        book.run(PYTHON ?? '', [join(SPARK, 'screen.py'), ...words], { PYTHONWARNINGS: 'ignore' });
      writeFileSync(book.path('plain.sql'), 'SELECT 1');
      writeFileSync(book.path('other.sql'), readFileSync(sql, 'utf8').replace('dialect "spark"', 'dialect "duckdb"'));
      for (const [words, wanted] of [
        [['missing.sql', 'book.parquet', '-o', 'out'], /^screen\.py: missing\.sql cannot be read: /],
        [
          ['plain.sql', 'book.parquet', '-o', 'out'],
          /^screen\.py: plain\.sql is not what `proviso screen --sql spark`/,
        ],
        [['other.sql', 'book.parquet', '-o', 'out'], /^screen\.py: other\.sql was written for duckdb/],
        [[sql, 'book.parquet'], /where do the verdicts go\? -o FOLDER/],
      ] as const) {
        const { code, err } = told(...words);
        expect(err).toMatch(wanted);
        expect(code).toBe(2);
      }
    });

    test('refuses columns of other types', () => {
      const program = `
import sys
sys.path.insert(0, ${JSON.stringify(SPARK)})
import screen
from pyspark.sql import types as T
sql = screen.SqlText(${JSON.stringify(sql)})
names = [one["column"] for one in sql.columns]
fields = [T.StructField(name, T.StringType()) for name in names if name != "territory"]
try:
    screen.refuse_other_columns(sql, T.StructType(fields))
except screen.Trouble as trouble:
    print(trouble)
`;
      const { out } = book.run(PYTHON ?? '', ['-c', program], { PYTHONWARNINGS: 'ignore' });
      expect(out).toContain('there is no column `territory`');
      expect(out).toContain('column `parent_ownership_percent` is text (string), not decimal');
      expect(out).toContain('with the types that Spark sees');
      expect(out).not.toContain('application');
    });
  },
  PATIENCE,
);
