import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedGroup, summarise } from '../../src/summary/index.ts';
import { fullInput, group, inputOf, label, needs, outcome, RUNS, tabulation } from './fixture.ts';

const TABULATION = tabulation({
  outcomes: [
    label(outcome('prohibited'), ['P-1'], ['P-2']),
    label(outcome('undetermined'), ['P-1'], ['P-2']),
    label(outcome('not_restricted', { verdict: 'prohibited', status: 'enjoined', provision: 'P-10' })),
    label(outcome('exempt'), [], ['P-2']),
    label(null),
  ],
  provisions: [
    [
      { certain: ['P-10'], open: [] },
      { certain: [], open: ['P-10', 'P-1'] },
    ],
  ],
  needs: [
    [needs('fact:activity'), needs('reading:scope')],
    [needs('fact:activity', 'open:fairness'), []],
  ],
});

const id = (labels: number) => fc.option(fc.nat(labels - 1));

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(999))
  .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);

const groups: fc.Arbitrary<readonly CountedGroup[]> = fc.array(
  fc
    .record({
      outcome: id(5),
      provisions: fc.tuple(id(2)),
      needs: fc.tuple(id(2), id(2)),
      rows: fc.oneof(fc.nat(50), fc.constant(3_000_000_000)),
      amount,
    })
    .map((one) => (one.rows === 0 ? { ...one, amount: '0' } : one)),
  { maxLength: 20 },
);

/** Thousandths of a decimal with three places. */
const thousandths = (amount: string) => {
  const [whole = '', part = ''] = amount.split('.');
  const magnitude = BigInt(whole.replace('-', '')) * 1000n + BigInt(part.padEnd(3, '0'));
  return whole.startsWith('-') ? -magnitude : magnitude;
};

const sum = (tallies: readonly { readonly rows: number; readonly amount?: string }[]) => ({
  rows: tallies.reduce((total, { rows }) => total + rows, 0),
  amount: tallies.reduce((total, { amount = '0' }) => total + thousandths(amount), 0n),
});

describe('a summary', () => {
  it('counts every row and every amount once', () => {
    fc.assert(
      fc.property(groups, fc.nat(9), (counted, malformed) => {
        const summary = summarise(
          inputOf({
            tabulation: TABULATION,
            groups: counted,
            amountColumn: { column: 'amount', unit: null },
            malformed: [{ reason: 'quotes', rows: malformed }],
            inputRows: sum(counted).rows + malformed,
          }),
        );
        const all = sum(counted);
        expect(summary.rows).toBe(all.rows + malformed);
        expect(sum([summary.decided, summary.bad])).toEqual({ ...all, rows: all.rows + malformed });
        expect(sum(summary.byVerdict)).toEqual(sum([summary.decided]));
        expect(sum(summary.bad.byReason).rows).toBe(summary.bad.rows);
        const undetermined = counted.filter((one) => one.outcome === 1);
        expect(sum([summary.undetermined])).toEqual(sum(undetermined));
        expect(sum([...summary.questions.map(({ settles }) => settles), summary.rest])).toEqual(sum(undetermined));
        expect(sum(summary.byStatus)).toEqual(sum(counted.filter((one) => one.outcome === 2 && one.rows > 0)));
      }),
      { numRuns: RUNS },
    );
  });

  it('adds money exactly, however small or large', () => {
    const amounts = ['0.1', '0.2', '9007199254740993', '99999999999999999999999.99', '-0.3'];
    const summary = summarise(
      inputOf({
        tabulation: TABULATION,
        groups: amounts.map((amount) =>
          group({ outcome: 0, provisions: [null], needs: [null, null], rows: 1, amount }),
        ),
        amountColumn: { column: 'amount', unit: 'USD' },
      }),
    );
    expect(summary.decided).toEqual({ rows: 5, amount: '100000009007199254740992.99' });
  });

  it('counts a row for each provision it rests on, certain ones before those that may', () => {
    const one = (of: Partial<CountedGroup>) => group({ provisions: [null], needs: [null, null], rows: 1, ...of });
    const provisions = (of: Partial<CountedGroup>) =>
      summarise(inputOf({ tabulation: TABULATION, groups: [one(of)] })).byProvision.map(({ provision }) => provision);
    expect(provisions({ outcome: 0 })).toEqual(['P-1']);
    expect(provisions({ outcome: 0, provisions: [0] })).toEqual(['P-1', 'P-10']);
    expect(provisions({ outcome: 0, provisions: [1] })).toEqual(['P-1']);
    expect(provisions({ outcome: 1, provisions: [1] })).toEqual(['P-1', 'P-2', 'P-10']);
    expect(provisions({ outcome: 3 })).toEqual(['P-2']);
    expect(provisions({ outcome: 3, provisions: [0] })).toEqual(['P-10']);
    expect(provisions({ outcome: 2 })).toEqual([]);
    expect(summarise(inputOf({ tabulation: TABULATION, groups: [one({ outcome: 2 })] })).withoutProvision.rows).toBe(1);
  });

  it('has the words of the rulebook in both languages, and names where there are none', () => {
    const summary = summarise(fullInput());
    expect(summary.rulebook.title.zh).toBe('2020年的命令');
    expect(summary.readings[0]?.label).toEqual({ en: 'Arranged only', zh: '仅限约定' });
    expect(summary.questions.map(({ need, text }) => [need.name, text.en, text.zh])).toEqual([
      ['activity', 'What is done?', '所做何事？'],
      ['scope', 'How far does it reach?', '范围多大？'],
      ['seller.share', 'Share (the seller)', '持股（卖方）'],
      ['injunction', 'A court enjoins the order', '法院禁止执行该命令'],
      ['fairness', 'Whether it is fair', '是否公平'],
    ]);
    expect(summary.questions[1]?.alternatives?.map(({ arguedBy }) => arguedBy)).toEqual([
      ['Client alert of September'],
      ['the press'],
    ]);
    expect(summary.wanting[0]).toEqual({ name: 'bare', label: { en: 'bare', zh: 'bare' } });
    expect(summary.presumed[0]?.value).toEqual({ en: 'no', zh: '否' });
    expect(summary.byProvision[0]?.citation).toEqual({ en: '85 FR 48641, para. 2', zh: '85 FR 48641，第2项' });
    expect(summary.bad.byReason.map(({ reason, rows }) => [reason, rows])).toEqual([
      ['cell', 12],
      ['cell', 5],
      ['contradiction', 4],
      ['malformed', 3],
    ]);
    expect(summary.byVerdict.map(({ verdict, mayProceed, rows }) => [verdict, mayProceed, rows])).toEqual([
      ['prohibited', 'no', 4_021],
      ['restricted', 'only_if', 2_880],
      ['licensed', 'yes', 1],
      ['exempt', 'yes', 130_000],
      ['not_restricted', 'yes', 812_345],
      ['undetermined', 'only_if', 7],
      ['undetermined', 'unknown', 50_743],
    ]);
  });

  it('is the same JSON whatever the order of groups', () => {
    const input = fullInput();
    expect(JSON.stringify(summarise({ ...input, groups: input.groups.toReversed() }))).toBe(
      JSON.stringify(summarise(input)),
    );
  });

  it('sums up a table without rows', () => {
    const summary = summarise(inputOf({ tabulation: TABULATION, groups: [] }));
    expect([summary.rows, summary.byVerdict, summary.questions, summary.bad.byReason]).toEqual([0, [], [], []]);
    expect(summary.decided).toEqual({ rows: 0 });
  });

  const good = group({ outcome: 0, provisions: [null], needs: [null, null], rows: 1 });
  it.each([
    ['a label that does not exist', { groups: [{ ...good, outcome: 9 }] }],
    ['too few label ids', { groups: [{ ...good, provisions: [] }] }],
    ['a broken count', { groups: [{ ...good, rows: 1.5 }] }],
    ['a negative count', { groups: [{ ...good, rows: -1 }] }],
    ['more rows than are counted exactly', { groups: [good, good].map((one) => ({ ...one, rows: 2 ** 53 - 1 })) }],
    ['no amount', { groups: [good], amountColumn: { column: 'amount', unit: null } }],
    [
      'an amount in binary notation',
      { groups: [{ ...good, amount: '1e20' }], amountColumn: { column: 'a', unit: null } },
    ],
    ['rows that are missing', { groups: [good], inputRows: 2 }],
    ['bad cells that do not add up', { groups: [good], badCells: [{ facts: ['activity'], rows: 1 }] }],
  ])('refuses %s', (_, parts) => {
    expect(() => summarise(inputOf({ tabulation: TABULATION, ...parts }))).toThrow(Error);
  });
});
