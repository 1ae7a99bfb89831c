import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOOK, cellsOf, generate, linesOf, mapOf, read, rowsOf } from './support/book.ts';

const ROWS = 10_000;
const LARGEST = 2_500_000;
const csv = read('book.csv');
const lines = linesOf(csv);
const [header = ''] = lines;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-book-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows of the book made with other options. */
const made = (...words: readonly string[]) => linesOf(generate(...words).output.toString());

describe('the committed files', () => {
  test('are byte for byte what the generator makes', () => {
    const committed = (name: string) => readFileSync(join(BOOK, name));
    expect(generate().output.equals(committed('book.csv'))).toBe(true);
    const chinese = generate('--chinese', '--from', '100', '--rows', '50');
    expect(chinese.output.equals(committed('book-gb18030.csv'))).toBe(true);
  });

  test('hold 10,000 rows in at most 2.5 MB, each with all its cells', () => {
    expect(lines).toHaveLength(ROWS + 1);
    expect(statSync(join(BOOK, 'book.csv')).size).toBeLessThan(LARGEST);
    expect(new Set(lines.map((line) => cellsOf(line).length))).toEqual(new Set([cellsOf(header).length]));
  });

  test('in GB18030 hold the same rows under Chinese headers', () => {
    const bytes = readFileSync(join(BOOK, 'book-gb18030.csv'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const [chinese = ''] = linesOf(text);
    for (const { column } of mapOf('map-gb18030.json').values()) expect(cellsOf(chinese)).toContain(column);
    expect(rowsOf(text).map((row) => row.get('记录编号'))).toEqual(
      rowsOf(csv)
        .slice(100, 150)
        .map((row) => row.get('Record ID')),
    );
  });

  test('in trouble have the trouble that the page says, where it says', () => {
    const messy = read('messy.csv').split('\n');
    const said = [...read('README.md').matchAll(/^\| (\d+) +\| `(.+?)` +\|/gm)];
    expect(said.length).toBeGreaterThan(20);
    for (const [, line, text] of said)
      expect(messy[Number(line) - 1], `line ${line}`).toContain(text?.replace('\\|', '|'));
  });
});

describe('a row is the same', () => {
  test('however many there are, and wherever one begins', () => {
    expect(made('--rows', '20')).toEqual(lines.slice(0, 21));
    expect(made('--rows', '20', '--from', '9000').slice(1)).toEqual(lines.slice(9001, 9021));
    expect(made('--rows', '0')).toEqual([header]);
  });

  test('but not with another seed', () => {
    expect(made('--rows', '20', '--seed', '7')).not.toEqual(lines.slice(0, 21));
  });

  test('as Parquet', async () => {
    const file = join(folder, 'book.parquet');
    expect(generate('--rows', '3000', '-o', file).errors).toBe('');
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const described = await connection.runAndReadAll(`DESCRIBE FROM '${file}'`);
    const columns = described.getRowObjectsJson().map((column) => ({
      name: String(column.column_name),
      type: String(column.column_type),
    }));
    expect(columns.map(({ name }) => name)).toEqual(cellsOf(header));
    const typed = columns.map(({ name, type }) => `CAST("${name}" AS ${type}) AS "${name}"`).join(', ');
    const fromCsv = `SELECT ${typed} FROM read_csv('${join(BOOK, 'book.csv')}', all_varchar = true) LIMIT 3000`;
    const rows = async (query: string) => (await connection.runAndReadAll(query)).getRowsJson();
    expect(await rows(`FROM '${file}'`)).toEqual(await rows(fromCsv));
    connection.closeSync();
    instance.closeSync();
  });
});

describe('what is missing', () => {
  const whole = made('--no-gaps');
  const lacking = lines.flatMap((line, index) => (line === whole[index] ? [] : [index - 1]));

  test('is a fact that matters in about 12 of 100 rows, in heaps', () => {
    expect(lacking.length / ROWS).toBeGreaterThan(0.11);
    expect(lacking.length / ROWS).toBeLessThan(0.135);
    const rows = rowsOf(csv);
    const incomplete = new Set(lacking);
    const share = (kind: string, from: string, to: string) => {
      const asked = [...rows.entries()].filter(([, row]) => {
        const date = row.get('Booked on') ?? '';
        return row.get('Kind of record') === kind && date >= from && date <= to;
      });
      return asked.filter(([index]) => incomplete.has(index)).length / asked.length;
    };
    expect(share('Interconnection', '2020-09-01', '2020-10-05')).toBeGreaterThan(0.35);
    expect(share('Interconnection', '2020-10-06', '2020-10-31')).toBeLessThan(0.25);
    expect(share('Payroll', '2020-09-01', '2020-10-31')).toBeLessThan(0.04);
  });

  test('is nothing at all with --complete, and all else stays', () => {
    const complete = made('--complete');
    const columns = cellsOf(header).map((name, index) => ({ name, index }));
    const facts = new Set([...mapOf('map.json').values()].map(({ column }) => column));
    for (const [index, line] of complete.entries()) {
      const cells = cellsOf(line);
      const before = cellsOf(lines[index] ?? '');
      for (const { name, index: at } of columns) {
        if (facts.has(name)) expect(cells[at]).not.toBe('');
        if (before[at] !== '' && before[at] !== cells[at]) expect.fail(`line ${index + 1}: ${name} has changed`);
      }
    }
  });
});

describe('wrong use', () => {
  test.each([
    [['--rows', '-5'], 2, 'generate: --rows -5 is not a whole number from 0 to 536870912\n'],
    [['--rows', 'many'], 2, 'generate: --rows many is not a whole number from 0 to 536870912\n'],
    [['--seed', '4294967296'], 2, 'generate: --seed 4294967296 is not a whole number from 0 to 4294967295\n'],
    [['--from', '536870912', '--rows', '1'], 2, /^generate: --from .+ from 0 to 536870911\n$/],
    [['--row', '5'], 2, /^generate: Unknown option '--row'.*--help lists the options\n$/],
    [['--complete', '--no-gaps'], 2, 'generate: give one of --complete and --no-gaps\n'],
    [['--chinese', '-o', 'x.parquet'], 2, /^generate: --chinese makes CSV.*\n$/],
    [
      ['-o', '/no/such/folder/book.csv'],
      1,
      'generate: cannot write /no/such/folder/book.csv: the folder does not exist\n',
    ],
    [
      ['-o', '/no/such/folder/b.parquet'],
      1,
      'generate: cannot write /no/such/folder/b.parquet: the folder does not exist\n',
    ],
    [['-o', BOOK], 1, `generate: cannot write ${BOOK}: it is a folder\n`],
  ] as const)('%j is told in one line', (words, status, message) => {
    const run = generate(...words);
    expect(run).toMatchObject({ status });
    expect(run.output).toHaveLength(0);
    if (typeof message === 'string') expect(run.errors).toBe(message);
    else expect(run.errors).toMatch(message);
  });

  test('leaves no file behind, and help needs no file', () => {
    const before = readdirSync(folder);
    expect(generate('-o', join(folder, 'book.csv', 'inside.csv')).status).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
    expect(generate('--help').output.toString()).toContain('Usage:');
  });
});
