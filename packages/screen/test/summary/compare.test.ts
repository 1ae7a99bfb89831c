import { LANGUAGES } from '@proviso/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComparisonInput,
  type CountedPair,
  compareSummary,
  renderComparisonText,
} from '../../src/summary/index.ts';
import { label, measure, outcome, RULEBOOK, RUNS, status, tabulation } from './fixture.ts';

const BEFORE = tabulation({
  outcomes: [
    label(outcome('prohibited'), ['P-1']),
    label(outcome('prohibited'), ['P-1', 'P-2']),
    label(outcome('not_restricted')),
    label(outcome('exempt'), ['P-10']),
    label(null),
  ],
});
const AFTER = tabulation({
  outcomes: [
    label(outcome('not_restricted', { verdict: 'prohibited', status: 'enjoined', provision: 'P-1' })),
    label(outcome('prohibited'), ['P-2']),
    label(outcome('not_restricted')),
    label(outcome('undetermined'), [], ['P-2']),
    label(null),
  ],
});

const pair = (before: number | null, after: number | null, rows: number, amount = '0'): CountedPair => ({
  before: { outcome: before, provisions: [] },
  after: { outcome: after, provisions: [] },
  rows,
  amount,
});

function input(pairs: readonly CountedPair[]): ComparisonInput {
  const question = { asOf: '2020-09-21T23:59:59-04:00', readings: {} };
  return {
    source: 'orders.csv',
    amountColumn: { column: 'amount', unit: 'USD' },
    before: {
      rulebook: RULEBOOK,
      tabulation: BEFORE,
      question: { ...question, knownOn: '2020-09-18' },
      statusOf: () => status('in_force', null, '2020-09-20T00:00:00-04:00'),
    },
    after: {
      rulebook: RULEBOOK,
      tabulation: AFTER,
      question: { ...question, knownOn: null },
      statusOf: (provision) =>
        provision === 'P-1' ? status('enjoined', 'injunction', '2020-09-20T01:00:00-04:00') : status('in_force'),
    },
    pairs,
  };
}

describe('a comparison', () => {
  it('tells who changed from what to what, and which provision changed status', () => {
    const comparison = compareSummary(
      input([
        pair(0, 0, 40, '0.1'),
        pair(1, 0, 2, '0.2'),
        pair(1, 1, 5, '7'),
        pair(2, 2, 100, '1000'),
        pair(3, 3, 9, '90'),
        pair(4, 4, 1),
        pair(null, 2, 1),
      ]),
    );
    expect(comparison.rows).toBe(158);
    expect(comparison.changed).toEqual({ rows: 51, amount: '90.3' });
    expect(comparison.otherGrounds).toEqual({ rows: 5, amount: '7' });
    expect(comparison.unchanged).toEqual({ rows: 100, amount: '1000' });
    expect(comparison.notCompared.rows).toBe(2);
    expect(
      comparison.transitions.map(({ before, after, rows, because }) => [before.verdict, after.verdict, rows, because]),
    ).toEqual([
      ['prohibited', 'not_restricted', 42, ['P-1']],
      ['exempt', 'undetermined', 9, []],
    ]);
    expect(comparison.provisions).toHaveLength(1);
    expect(comparison.provisions[0]).toMatchObject({
      provision: 'P-1',
      rows: 42,
      amount: '0.3',
      before: { status: 'in_force' },
      after: { status: 'enjoined', event: 'injunction', eventLabel: { zh: '法院禁止执行该命令' } },
    });
    expect(comparison.otherwise).toEqual({ rows: 9, amount: '90' });
  });

  it('names what reaches the rows where nothing that they rest on changed status', () => {
    const reach = [[[], ['P-1'], ['P-1', 'P-2']]];
    const given = input([
      // Of exempt rows: the rule that was lifted. Of others, only what they rest on.
      { ...pair(3, 2, 9), before: { outcome: 3, provisions: [], reach: [2] } },
      {
        ...pair(3, 2, 4),
        before: { outcome: 3, provisions: [], reach: [0] },
        after: { outcome: 2, provisions: [], reach: [0] },
      },
      { ...pair(0, 2, 3), before: { outcome: 0, provisions: [], reach: [1] } },
    ]);
    const { provisions, otherwise, transitions } = compareSummary({
      ...given,
      before: { ...given.before, tabulation: { ...BEFORE, reach: tabulation({ outcomes: [], reach }).reach } },
      after: { ...given.after, tabulation: { ...AFTER, reach: tabulation({ outcomes: [], reach }).reach } },
    });
    expect(provisions.map(({ provision, rows }) => [provision, rows])).toEqual([['P-1', 12]]);
    expect(otherwise.rows).toBe(4);
    expect(transitions.map(({ rows, because }) => [rows, because])).toEqual([
      [13, ['P-1']],
      [3, ['P-1']],
    ]);
  });

  it('names no provision where each row has its own date', () => {
    const { statusOf: _, ...after } = input([]).after;
    const comparison = compareSummary({ ...input([pair(0, 0, 3)]), after });
    expect([comparison.provisions, comparison.otherwise.rows]).toEqual([[], 3]);
  });

  it('names a provision that one version does not have', () => {
    const given = input([pair(0, 2, 3)]);
    const comparison = compareSummary({ ...given, after: { ...given.after, statusOf: () => null } });
    expect(comparison.provisions.map(({ provision, after }) => [provision, after])).toEqual([['P-1', null]]);
    expect(renderComparisonText(comparison, { language: 'en', measure })).toContain('not in this rulebook');
  });

  it.each(LANGUAGES)('fits a terminal (%s)', (language) => {
    const comparison = compareSummary(input([pair(0, 0, 40, '0.1'), pair(3, 3, 9, '1234567.5'), pair(null, 2, 1)]));
    for (const width of [40, 80]) {
      const lines = renderComparisonText(comparison, { language, width, measure }).split('\n');
      expect(lines.filter((line) => measure(line) > width)).toEqual([]);
      expect(lines.join('')).toContain(language === 'en' ? 'enjoined since' : '被禁制令禁止执行');
    }
  });

  it('counts every row once', () => {
    const side = fc.option(fc.nat(4));
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side, fc.nat(99), fc.nat(9999)), { maxLength: 15 }), (given) => {
        const pairs = given.map(([before, after, rows, cents]) => pair(before, after, rows, `${cents}.25`));
        const { rows, changed, otherGrounds, unchanged, notCompared, transitions } = compareSummary(input(pairs));
        const all = pairs.reduce((sum, one) => sum + one.rows, 0);
        expect(rows).toBe(all);
        expect(changed.rows + otherGrounds.rows + unchanged.rows + notCompared.rows).toBe(all);
        expect(transitions.reduce((sum, one) => sum + one.rows, 0)).toBe(changed.rows);
      }),
      { numRuns: RUNS },
    );
  });
});
