import { readFileSync } from 'node:fs';
import { compile, type Program } from '@proviso/logic';
import { describe, expect, test } from 'vitest';
import { factsOf, linesOf, mapOf, read, rowsOf } from '../../../../test/examples/support/book.ts';
import { programOf, shipped } from '../../../../test/rulebooks/load.ts';
import { type Against, Comparing, type ScreeningOptions } from '../../src/job/index.ts';
import type { Comparison } from '../../src/summary/index.ts';
import { csvLine, judgedBy, Place, screening } from './screened.ts';

const place = new Place();
const program = programOf('us/wechat');
const map = mapOf('map.json');
const ROWS = 800;
const [HEADER = '', ...BODY] = linesOf(read('book.csv'));
/** Records about WeChat, and as many others. */
const RECORDS = [
  ...BODY.filter((line) => line.includes(',wechat,')).slice(0, ROWS / 2),
  ...BODY.filter((line) => !line.includes(',wechat,')).slice(0, ROWS / 2),
];

/** Part of the book. */
function options(rest: Partial<ScreeningOptions>): ScreeningOptions {
  const source = { kind: 'file', paths: [place.write('part.csv', `${[HEADER, ...RECORDS].join('\n')}\n`)] } as const;
  return { program, source, map: { file: 'map.json', text: read('map.json') }, amount: 'Amount USD', ...rest };
}

type Changed = Readonly<Record<string, unknown>>;

async function compared(
  one: ScreeningOptions,
  against: Against,
): Promise<{ readonly comparison: Comparison; readonly rows: readonly Changed[] }> {
  const path = place.path('changed.jsonl');
  return screening(one, async (opened) => {
    const comparing = new Comparing(opened, against);
    await comparing.write({ path, overwrite: true });
    const lines = readFileSync(path, 'utf8').split('\n');
    return {
      comparison: await comparing.comparison(),
      rows: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Changed),
    };
  });
}

/** What the library says of every row, by its record. */
function byLibrary(judge: Program, question: Parameters<Program['at']>[0]): ReadonlyMap<string, Changed> {
  const decider = judge.at(question);
  return new Map(
    rowsOf([HEADER, ...RECORDS].join('\n')).map((row) => {
      const { verdict, mayProceed, provisions, heldBack } = judgedBy(
        decider.decide(judge.readFacts(factsOf(row, map))),
      );
      return [row.get('Record ID') ?? '', { verdict, mayProceed, provisions, heldBack }];
    }),
  );
}

function expectDifference(
  rows: readonly Changed[],
  before: ReadonlyMap<string, Changed>,
  after: ReadonlyMap<string, Changed>,
): void {
  const wanted = [...after].flatMap(([record, now]) => {
    const then = before.get(record);
    const same = then?.verdict === now.verdict && then?.mayProceed === now.mayProceed;
    return same ? [] : [[record, then, now]];
  });
  const got = rows.map((row) => [
    row['Record ID'],
    {
      verdict: row.verdict_before,
      mayProceed: row.may_proceed_before,
      provisions: row.provisions_before,
      heldBack: row.held_back_before,
    },
    { verdict: row.verdict, mayProceed: row.may_proceed, provisions: row.provisions, heldBack: row.held_back },
  ]);
  expect(wanted.length).toBeGreaterThan(0);
  expect(got).toEqual(wanted);
}

function expectSum({ rows, changed, otherGrounds, unchanged, notCompared, transitions }: Comparison): void {
  expect(changed.rows + otherGrounds.rows + unchanged.rows + notCompared.rows).toBe(rows);
  expect(transitions.reduce((sum, transition) => sum + transition.rows, 0)).toBe(changed.rows);
  const cents = (amount: string | undefined) => Math.round(Number(amount) * 100);
  expect(transitions.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(cents(changed.amount));
}

describe('the night of 19 to 20 September 2020', () => {
  test('the injunction holds back what was prohibited when only the list was known', async () => {
    const asOf = '2020-09-21';
    const { comparison, rows } = await compared(options({ asOf, knownOn: '2020-09-20' }), { knownOn: '2020-09-18' });
    expectSum(comparison);
    expectDifference(
      rows,
      byLibrary(program, { asOf, knownOn: '2020-09-18' }),
      byLibrary(program, { asOf, knownOn: '2020-09-20' }),
    );
    expect(comparison.changed.rows).toBe(rows.length);
    expect(new Set(rows.map((row) => row.held_back))).toContain('enjoined');
    const enjoined = rows.filter((row) => row.verdict_before === 'prohibited' && row.held_back === 'enjoined');
    expect(enjoined.length).toBeGreaterThan(10);
    for (const row of enjoined)
      expect(row.why).toContainEqual(expect.stringMatching(/^WC-\d: in_force \(day_45\) -> enjoined \(injunction\)$/));
    expect(comparison.provisions.map(({ after }) => after?.status)).toContain('enjoined');
  });

  test('as known on the 18th, from the 19th to the 21st the prohibitions begin', async () => {
    const knownOn = '2020-09-18';
    const [was, is] = ['2020-09-19', '2020-09-21'];
    const { comparison, rows } = await compared(options({ asOf: is, knownOn }), { asOf: was });
    expectSum(comparison);
    expectDifference(rows, byLibrary(program, { asOf: was, knownOn }), byLibrary(program, { asOf: is, knownOn }));
    expect(comparison.transitions).toContainEqual(
      expect.objectContaining({
        before: { verdict: 'not_restricted', mayProceed: 'yes' },
        after: { verdict: 'prohibited', mayProceed: 'no' },
      }),
    );
  });

  test('each row at its own moment gets the law of that moment', async () => {
    const records = RECORDS.slice(0, 60);
    const moments = [
      '2020-09-19',
      '2020-09-19T23:59:59.999-04:00',
      '2020-09-20',
      '2020-09-20T00:00-04:00',
      '2020-09-20T00:00-07:00',
      '2020-09-19T21:00-07:00',
      '2020-09-19T20:59:59-07:00',
      '2020-09-20T03:59:59Z',
      '2020-09-20T04:00:00Z',
      '2020-09-27',
      '2020-09-21T00:00:00-04:00',
      '2020-09-28',
      '',
      '2020-02-30',
      'yesterday',
    ];
    const lines = records.flatMap((line) => moments.map((moment) => `${csvLine([moment]).trimEnd()},${line}`));
    const path = place.write('moments.csv', `moment,${HEADER}\n${lines.join('\n')}\n`);
    const out = place.path('moments.jsonl');
    const one = options({
      source: { kind: 'file', paths: [path] },
      asOfColumn: { column: 'moment' },
      knownOn: '2020-09-18',
    });
    const counted = await screening(one, async (opened) => {
      await opened.write({ path: out, overwrite: true });
      return opened.count();
    });
    const rows = readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Changed);
    const good = moments.filter((moment) => /^2020-09/.test(moment));
    expect(counted.rows).toBe(lines.length);
    expect(counted.good).toBe(rows.length);
    expect(counted.badCells).toBe(lines.length - good.length * records.length);
    const wanted = new Map(good.map((asOf) => [asOf, byLibrary(program, { asOf, knownOn: '2020-09-18' })]));
    for (const row of rows)
      expect([row.moment, row.verdict, row.held_back ?? '']).toEqual([
        row.moment,
        wanted.get(String(row.moment))?.get(String(row['Record ID']))?.verdict,
        wanted.get(String(row.moment))?.get(String(row['Record ID']))?.heldBack ?? '',
      ]);
    expect(new Set(rows.map((row) => row.verdict))).toContain('prohibited');
  });
});

describe('what else rows can be compared by', () => {
  const ASKED = { asOf: '2020-09-21', knownOn: '2020-09-18' } as const;

  test('a reading', async () => {
    const readings = { transit_scope: 'strict' };
    const { comparison, rows } = await compared(options({ ...ASKED, readings }), {
      readings: { transit_scope: 'narrow' },
    });
    expectSum(comparison);
    expectDifference(
      rows,
      byLibrary(program, { ...ASKED, readings: { transit_scope: 'narrow' } }),
      byLibrary(program, { ...ASKED, readings }),
    );
    expect(comparison.otherwise.rows).toBe(comparison.changed.rows);
  });

  test('another version of the rulebook', async () => {
    const changed = compile(withoutRule('transit'));
    const { comparison, rows } = await compared(options(ASKED), { program: changed });
    expectSum(comparison);
    expectDifference(rows, byLibrary(changed, ASKED), byLibrary(program, ASKED));
  });

  test('the same: nothing changes', async () => {
    const { comparison, rows } = await compared(options(ASKED), { asOf: '2020-09-21' });
    expectSum(comparison);
    expect([comparison.rows, comparison.unchanged.rows, rows.length]).toEqual([ROWS, ROWS, 0]);
  });
});

/** The rulebook without one of its rules. */
function withoutRule(name: string): ReturnType<typeof shipped> {
  const rulebook = shipped('us/wechat');
  const rules = rulebook.rules.filter((rule) => rule.name !== name);
  expect(rules.length).toBe(rulebook.rules.length - 1);
  return { ...rulebook, rules };
}
