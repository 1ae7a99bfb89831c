import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BOOK, factsOf, mapOf, read } from '../../../../test/examples/support/book.ts';
import { programOf } from '../../../../test/rulebooks/load.ts';
import type { ScreeningOptions } from '../../src/job/index.ts';
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
