import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BOOK, factsOf, mapOf, read } from '../../../../test/examples/support/book.ts';
import { programOf } from '../../../../test/rulebooks/load.ts';
import type { ScreeningOptions } from '../../src/job/index.ts';
import type { CountedGroup } from '../../src/summary/index.ts';
import { judgedBy, judgedRows, Place, screening } from './screened.ts';

const place = new Place();
const SAMPLED = 1_000;
const ROWS = 10_000;
const program = programOf('us/wechat');
const map = mapOf('map.json');
const BOOK_OPTIONS: ScreeningOptions = {
  program,
  source: { kind: 'file', paths: [join(BOOK, 'book.csv')] },
  map: { file: 'map.json', text: read('map.json') },
  asOf: '2020-09-21',
  knownOn: '2020-09-18',
  amount: 'Amount USD',
};

/** Places of the rows that are tried: all parts of the book, and different ones with another seed. */
function sample(seed: number): readonly number[] {
  const step = ROWS / SAMPLED;
  return Array.from({ length: SAMPLED }, (_, index) => index * step + ((index * 7 + seed) % step));
}

describe('the book of a platform', () => {
  test(`${SAMPLED} rows of its verdicts come out again when the library decides their cells one by one`, async () => {
    const rows = await screening(BOOK_OPTIONS, (opened) => judgedRows(opened, place.path('verdicts.jsonl')));
    expect(rows.length).toBe(ROWS);
    const decider = program.at({ asOf: '2020-09-21', knownOn: '2020-09-18' });
    const verdicts = new Set<string>();
    for (const at of sample(Number(process.env.PROVISO_SEED ?? '3'))) {
      const row = rows[at];
      if (row === undefined) throw new Error(`no row ${at}`);
      const cells = new Map(Object.entries(row.cells).map(([name, cell]) => [name, cell === null ? '' : String(cell)]));
      const answer = decider.decide(program.readFacts(factsOf(cells, map)));
      expect(row.judged, JSON.stringify(row.cells)).toEqual(judgedBy(answer));
      verdicts.add(row.judged.verdict);
    }
    expect([...verdicts].sort()).toEqual(['exempt', 'not_restricted', 'prohibited', 'undetermined']);
  });

  test('keeps the cells and the order of its rows', async () => {
    const path = place.path('kept.csv');
    await screening({ ...BOOK_OPTIONS, prefix: 'proviso_' }, (opened) => opened.write({ path }));
    const before = readFileSync(join(BOOK, 'book.csv'), 'utf8').split('\n');
    const after = readFileSync(path, 'utf8').split('\n');
    expect(after.length).toBe(before.length);
    const [header, ...lines] = before;
    expect(after[0]).toBe(
      `${header},proviso_verdict,proviso_may_proceed,proviso_possible,proviso_provisions,proviso_needs,proviso_held_back`,
    );
    expect(lines.every((line, index) => line === '' || after[index + 1]?.startsWith(`${line},`) === true)).toBe(true);
  });

  test('adds up: rows, verdicts and the amount at stake', async () => {
    const { summary, preflight } = await screening(BOOK_OPTIONS, async (opened) => ({
      preflight: await opened.preflight(true),
      summary: await opened.summary(),
    }));
    expect([summary.rows, summary.decided.rows, summary.bad.rows]).toEqual([ROWS, ROWS, 0]);
    const cents = (amount: string | undefined) => Math.round(Number(amount) * 100);
    const told = read('book.csv')
      .split('\n')
      .slice(1, -1)
      .map((line) => /,(-?\d+\.\d\d),/.exec(line)?.[1])
      .reduce((sum, amount) => sum + cents(amount), 0);
    expect(cents(summary.decided.amount)).toBe(told);
    expect(summary.byVerdict.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(told);
    for (const { filled, empty, bad } of preflight.inspected) expect(filled + empty + bad).toBe(ROWS);
  });
});

describe('a CSV file written on line by line', () => {
  const asOfBooked = { asOfColumn: { column: 'Booked on' } };
  test.each([
    ['the book, each row at its own date', { ...BOOK_OPTIONS, ...asOfBooked, asOf: undefined }],
    ['a spoilt book, and the book behind it', books([spoilt(), join(BOOK, 'book.csv')])],
    ['a messy book with line breaks in cells, twice', books([join(BOOK, 'messy.csv'), join(BOOK, 'messy.csv')])],
    ['a book in GB18030', books([join(BOOK, 'book-gb18030.csv')], 'map-gb18030.json')],
  ])('has the rows that SQL writes, and the same counts: %s', async (_, given) => {
    const { asOf, ...rest } = given;
    const options = { ...rest, ...(asOf === undefined ? {} : { asOf }), prefix: 'proviso_' };
    const [counts, rows] = await written({ ...options, writesCsv: true });
    const [countsOfSql, rowsOfSql] = await written(options);
    expect(counts).toEqual(countsOfSql);
    expect(rows).toEqual(rowsOfSql);
  });

  test('is read by one core where several are misled', async () => {
    const line = '",a",",",wechat\n';
    const rows = Math.ceil(9_000_000 / line.length);
    const input = place.write('misleading.csv', `note,remark,application\n${line.repeat(rows)}`);
    const path = place.path('misleading-verdicts.csv');
    const { map: _, amount: __, ...question } = BOOK_OPTIONS;
    const options = { ...question, source: { kind: 'file', paths: [input] }, writesCsv: true, threads: 2 } as const;
    const counted = await screening(options, async (opened) => {
      const { relation, oneByOne } = opened.source;
      expect(oneByOne).toBeDefined();
      await expect(opened.connection.runAndReadAll(`SELECT count(*) FROM ${relation}`)).rejects.toThrow('Parallel');
      await opened.write({ path });
      return opened.count();
    });
    expect(counted.good).toBe(rows);
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines.length).toBe(rows + 2);
    expect(lines[rows]).toMatch(/^",a",",",wechat,undetermined,/);
  });

  test('is not there when it is stopped', async () => {
    const path = place.path('stopped.csv');
    const stopping = new AbortController();
    const options = { ...BOOK_OPTIONS, writesCsv: true, signal: stopping.signal };
    await expect(
      screening(options, async (opened) => {
        await opened.count();
        stopping.abort();
        return opened.write({ path });
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(path)).toBe(false);
  });

  /** The book with cells of no value, formulas, blank lines and lines that are no rows. */
  function spoilt(): string {
    const lines = read('book.csv').split('\n').slice(0, 400);
    const rows = lines.map((line, index) => {
      if (index % 11 === 3) return line.replace(/,(?:wechat|other|),/, ',=wechat,');
      if (index % 17 === 5) return line.replace(/^R/, '-R');
      if (index % 29 === 7) return ` "${line.replace(',', '" ,')}\n`;
      return index % 31 === 9 ? `${line},more` : line;
    });
    return place.write('spoilt.csv', rows.join('\n'));
  }

  /** The same question of other files; without a map, columns are those that are suggested. */
  function books(paths: readonly string[], map?: string): ScreeningOptions & { readonly asOf?: string | undefined } {
    const { map: _, amount: __, ...question } = BOOK_OPTIONS;
    const mapped = map === undefined ? { amount: 'Amount USD' } : { map: { file: map, text: read(map) } };
    return { ...question, ...mapped, source: { kind: 'file', paths } };
  }

  /** Counts and sums by group, and the rows of the file that is written, read again. */
  async function written(options: ScreeningOptions): Promise<readonly [unknown, unknown]> {
    const path = place.path('written.csv');
    const counts = await screening(options, async (opened) => {
      if (options.writesCsv === true) expect(opened.source.lines).toBeDefined();
      await opened.write({ path, overwrite: true });
      const { malformed, badCells } = await opened.count();
      if (options.source.kind === 'file' && options.source.paths.length > 1) {
        expect(malformed).toBeGreaterThan(3);
        expect(badCells).toBeGreaterThan(3);
      }
      return summed((await opened.count()).groups);
    });
    const rows = await screening({ ...BOOK_OPTIONS, writesCsv: false }, async ({ connection }) => {
      const reader = await connection.runAndReadAll(
        `SELECT * FROM read_csv('${path}', header = true, all_varchar = true, parallel = false)`,
      );
      return [reader.columnNames(), ...reader.getRows()];
    });
    expect(rows.length).toBeGreaterThan(0);
    return [counts, rows];
  }

  /** Rows and amount of each group that is told apart; the order of groups is free. */
  function summed(groups: readonly CountedGroup[]): Readonly<Record<string, readonly number[]>> {
    const sums: Record<string, number[]> = {};
    for (const { rows, amount, ...ids } of groups) {
      const [before = 0, cents = 0] = sums[JSON.stringify(ids)] ?? [];
      sums[JSON.stringify(ids)] = [before + rows, cents + Math.round(Number(amount) * 100)];
    }
    return Object.fromEntries(Object.entries(sums).sort());
  }
});
