import type { TabulatedOutcome, TabulatedProvisions, Tabulation } from '@proviso/logic/tabulate';
import type { Rulebook, Status, Verdict } from '@proviso/model';
import { eastAsianWidth } from 'get-east-asian-width';
import type { ComparedStatus, CountedGroup, SummaryInput } from '../../src/summary/index.ts';
import type { NeedName } from '../../src/summary/read-labels.ts';

/** Random cases per property. */
export const RUNS = Number(process.env.PROVISO_RUNS ?? '150');

/** A rulebook that has words for some of its names, and none for others. */
export const RULEBOOK: Rulebook = {
  kind: 'rulebook',
  id: 'test/orders',
  title: { en: 'Orders <b>of</b> 2020', zh: '2020年的命令' },
  zone: { id: 'UTC', offsets: [[0, 0]] },
  uses: [],
  vocabularies: [],
  sources: [{ name: 'S1', title: 'Client alert of September' }],
  instruments: [
    { name: 'ORDER', kind: 'executive_order', title: { en: 'The order', zh: '命令' }, citation: '85 FR 48641' },
    { name: 'COURT', kind: 'court_order', title: { en: 'Injunction', zh: '禁制令' } },
  ],
  provisions: ['P-1', 'P-2', 'P-10'].map((name) => ({
    name,
    instrument: 'ORDER',
    pinpoint: { en: `para. ${name.slice(2)}`, zh: `第${name.slice(2)}项` },
  })),
  events: [
    {
      name: 'injunction',
      kind: 'enjoined',
      touches: ['P-1'],
      by: 'COURT',
      on: { kind: 'date', date: '2020-09-20', at: 'start' },
      label: { en: 'A court enjoins the order', zh: '法院禁止执行该命令' },
    },
  ],
  opens: [{ name: 'fairness', per: ['P-1'], text: { en: 'Whether it is fair', zh: '是否公平' } }],
  rules: [],
  situations: [],
  examples: [],
  sections: [],
  enumerations: [],
  lists: [],
  parameters: [],
  facts: [
    {
      name: 'activity',
      type: { kind: 'text' },
      label: { en: 'Activity', zh: '活动' },
      question: { en: 'What is done?', zh: '所做何事？' },
    },
    {
      name: 'licensed',
      type: { kind: 'boolean' },
      label: { en: 'A licence covers it', zh: '已有许可' },
      presumed: false,
    },
    { name: 'bare', type: { kind: 'text' } },
  ],
  groups: [
    {
      name: 'company',
      facts: [{ name: 'share', type: { kind: 'decimal', unit: 'percent' }, label: { en: 'Share', zh: '持股' } }],
    },
  ],
  parties: [{ name: 'seller', group: 'company', label: { en: 'the seller', zh: '卖方' } }],
  terms: [],
  assumptions: [],
  readings: [
    {
      name: 'scope',
      per: ['P-1'],
      question: { en: 'How far does it reach?', zh: '范围多大？' },
      alternatives: [
        { name: 'narrow', label: { en: 'Arranged only', zh: '仅限约定' }, arguedBy: ['S1'] },
        { name: 'wide', label: { en: 'Everything', zh: '全部' }, arguedBy: ['the press'] },
      ],
    },
  ],
};

/** An outcome for a label. */
export function outcome(
  verdict: Verdict,
  heldBack: { verdict: Verdict; status: Status; provision: string } | null = null,
): Exclude<TabulatedOutcome, null> {
  switch (verdict) {
    case 'undetermined':
      return { verdict, mayProceed: 'unknown', possible: ['prohibited', 'not_restricted'], heldBack };
    case 'prohibited':
      return { verdict, mayProceed: 'no', possible: [verdict], heldBack };
    case 'restricted':
      return { verdict, mayProceed: 'only_if', possible: [verdict], heldBack };
    default:
      return { verdict, mayProceed: 'yes', possible: [verdict], heldBack };
  }
}

/** A label of the outcome chart. */
export type OutcomeLabel = Tabulation['outcome']['labels'][number];

/** A label with provisions that certainly decide, and others that may. */
export function label(
  of: TabulatedOutcome,
  certain: readonly string[] = [],
  open: readonly string[] = [],
): OutcomeLabel {
  return { outcome: of, provisions: { certain, open } };
}

/** Charts with these labels and no nodes: all that a summary looks at. */
export function tabulation(parts: {
  readonly outcomes: readonly OutcomeLabel[];
  readonly provisions?: readonly (readonly TabulatedProvisions[])[];
  readonly needs?: readonly (readonly (readonly NeedName[])[])[];
  readonly reach?: readonly (readonly (readonly string[])[])[];
  readonly wanting?: readonly string[];
  readonly presumed?: readonly string[];
}): Tabulation {
  const chart = <Label>(labels: readonly Label[]) => ({ root: -1, nodes: [], labels });
  return {
    rulebook: { id: RULEBOOK.id, digest: 'sha256:0123456789abcdef0123456789abcdef' },
    inputs: [],
    facts: [],
    outcome: chart(parts.outcomes),
    provisions: (parts.provisions ?? []).map(chart),
    needs: (parts.needs ?? []).map(chart),
    reach: (parts.reach ?? []).map(chart),
    wanting: parts.wanting ?? [],
    presumed: parts.presumed ?? [],
  };
}

/** Unknowns as they are written in tests: `fact:activity`. */
export function needs(...names: readonly string[]): readonly NeedName[] {
  return names.map((text) => {
    const [kind, name = ''] = text.split(':');
    if (kind !== 'fact' && kind !== 'reading' && kind !== 'status' && kind !== 'open') throw new Error(text);
    return { kind, name };
  });
}

/** An input with the defaults that most tests do not care about. */
export function inputOf(parts: Partial<SummaryInput> & Pick<SummaryInput, 'tabulation' | 'groups'>): SummaryInput {
  return {
    rulebook: RULEBOOK,
    question: { asOf: '2020-09-21T23:59:59-04:00', knownOn: null, readings: {} },
    source: 'orders.csv',
    amountColumn: null,
    ...parts,
  };
}

/** A group; label ids of charts that do not apply are null. */
export function group(of: Partial<CountedGroup> & { readonly rows: number }): CountedGroup {
  return { outcome: null, provisions: [], needs: [], ...of };
}

/** A summary with something in every part, money included. */
export function fullInput(): SummaryInput {
  return inputOf({
    tabulation: tabulation({
      outcomes: [
        label(outcome('prohibited'), ['P-1', 'P-10']),
        label(outcome('not_restricted', { verdict: 'prohibited', status: 'enjoined', provision: 'P-1' })),
        label(outcome('undetermined'), [], ['P-2']),
        label(null),
        label(outcome('exempt'), [], ['P-2']),
        label(outcome('restricted'), ['P-1']),
        label(
          { ...outcome('undetermined'), mayProceed: 'only_if', possible: ['restricted', 'exempt'] },
          ['P-1'],
          ['P-10'],
        ),
        label(outcome('licensed'), ['P-10']),
      ],
      needs: [
        [
          needs('fact:activity'),
          needs('fact:activity', 'reading:scope'),
          needs('reading:scope', 'status:injunction', 'open:fairness'),
          needs('fact:seller.share'),
        ],
      ],
      wanting: ['bare', 'seller.share'],
      presumed: ['licensed'],
    }),
    question: { asOf: '2020-09-21T23:59:59-04:00', knownOn: '2020-09-18', readings: { scope: 'narrow' } },
    source: 'orders <script>alert(1)</script>.csv',
    amountColumn: { column: 'amount "usd" & more', unit: 'USD' },
    groups: [
      group({ outcome: 0, needs: [null], rows: 4_021, amount: '18250000.10' }),
      group({ outcome: 1, needs: [null], rows: 812_345, amount: '912345678.25' }),
      group({ outcome: 2, needs: [0], rows: 40_213, amount: '7500000' }),
      group({ outcome: 2, needs: [1], rows: 9_120, amount: '1200000.5' }),
      group({ outcome: 2, needs: [2], rows: 1_410, amount: '99.99' }),
      group({ outcome: 6, needs: [3], rows: 7, amount: '3' }),
      group({ outcome: 3, needs: [null], rows: 4, amount: '12' }),
      group({ outcome: 4, needs: [null], rows: 130_000, amount: '44000000' }),
      group({ outcome: 5, needs: [null], rows: 2_880, amount: '150000' }),
      group({ outcome: 7, needs: [null], rows: 1, amount: '-20' }),
      group({ needs: [null], rows: 17, amount: '1' }),
    ],
    badCells: [
      { facts: ['activity'], rows: 12 },
      { facts: ['seller.share', 'as_of'], rows: 5 },
    ],
    malformed: [{ reason: '9 cells instead of 11', rows: 3 }],
  });
}

/** A status on one side of a comparison. */
export function status(of: Status, event: string | null = null, since: string | null = null): ComparedStatus {
  return { status: of, event, since, citation: '85 FR 48641' };
}

/** Columns that a text takes on a terminal. */
export function measure(text: string): number {
  return [...text].reduce((width, character) => width + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}
