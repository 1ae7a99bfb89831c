import type { Rulebook } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, FINDING_CODES } from '../../src/index.ts';
import {
  and,
  event,
  exemption,
  fact,
  instrument,
  licence,
  not,
  or,
  prohibition,
  provision,
  reading,
  the,
} from '../arbitrary/build.ts';
import { findingsOf } from './model.ts';

const FACTS = [fact('a'), fact('b')];
const P = prohibition('p', { when: the('a') });
const asked = (name: string) => ({ ...fact(name), question: { en: `${name}?` } });
const on = (date: string) => ({ kind: 'date', date, at: 'start' }) as const;

/** A rulebook with the slip of each code, what is told of it in Chinese, and how it is looked for. */
const SLIPS: readonly (readonly [string, Partial<Rulebook>, string, CheckOptions?])[] = [
  [
    'PV6001',
    { facts: FACTS, rules: [P, exemption('e', [], { when: the('b') })] },
    '豁免规则 `e` 与禁止规则 `p` 冲突：均适用于同一交易，又互不排除（例如 a 为“是”、b 为“是”，以 2000-01-01T00:00:00+00:00 为准）',
  ],
  [
    'PV6002',
    { facts: FACTS, rules: [prohibition('never', { when: and(the('a'), not(the('a'))) })] },
    '禁止规则 `never` 永不适用：没有任何交易满足其条件',
  ],
  [
    'PV6003',
    { facts: FACTS, rules: [prohibition('always', { when: or(the('a'), not(the('a'))) })] },
    '禁止规则 `always` 的条件对任何交易都成立',
  ],
  [
    'PV6004',
    { facts: FACTS, rules: [P, exemption('e', ['p'], { when: and(the('b'), not(the('a'))) })] },
    '豁免规则 `e` 排除 `p`，但二者从不适用于同一交易',
  ],
  [
    'PV6004',
    {
      facts: FACTS,
      rules: [
        P,
        exemption('e', [], {
          when: not(the('a')),
          lifts: [{ kind: 'every', rules: 'prohibition', of: 'P-1' }],
        }),
      ],
    },
    '豁免规则 `e` 排除 `P-1` 的每一条禁止规则，但二者从不适用于同一交易',
  ],
  [
    'PV6005',
    { facts: FACTS, readings: [reading('scope', 'narrow', 'wide')], rules: [P] },
    '解释问题 `scope` 不影响任何结论：无论采用哪一选项，结论均相同',
  ],
  [
    'PV6006',
    {
      facts: FACTS,
      rules: [P, licence('l', ['p'], { when: the('b'), validFrom: on('2020-02-01'), validUntil: on('2020-01-01') })],
    },
    '许可规则 `l` 从未生效：其有效期在开始之前就已结束',
  ],
  [
    'PV6006',
    {
      facts: FACTS,
      instruments: [instrument('LAW'), instrument('NEW'), instrument('GHOST')],
      provisions: [provision('P-1'), provision('N-1', { instrument: 'NEW' })],
      events: [
        event('spirit', 'issued', ['GHOST'], '2000-01-01'),
        event('voided', 'voided', ['GHOST'], '2000-01-01'),
        event('acted', 'issued', ['NEW'], '2001-01-01', { by: 'GHOST' }),
      ],
      rules: [prohibition('q', { when: the('a'), per: ['N-1'] })],
    },
    '禁止规则 `q` 从未生效：没有任何事件发布 `N-1` 或宣布其生效',
  ],
  [
    'PV6007',
    { facts: [asked('a'), asked('b')], rules: [P, prohibition('q', { when: and(the('a'), the('b')) })] },
    '事实 `b` 设有提问，但无论如何回答都不影响结论',
  ],
  [
    'PV6008',
    {
      facts: FACTS,
      rules: [P],
      assumptions: [
        { name: 'one', that: the('a') },
        { name: 'two', that: not(the('a')) },
      ],
    },
    '没有任何交易能同时满足这些假设：`one`、`two`',
  ],
  [
    'PV6009',
    {
      facts: Array.from({ length: 12 }, (_, n) => asked(`f${n}`)),
      rules: [
        prohibition('p', { when: or(...Array.from({ length: 6 }, (_, n) => and(the(`f${n}`), the(`f${n + 6}`)))) }),
      ],
    },
    '此规则书的决策图需要 20 个以上的节点；需要整个决策图的检查未予进行',
    { bound: 20 },
  ],
];

describe('findings in Chinese', () => {
  it('are looked at for every code', () => {
    expect([...new Set(SLIPS.map(([code]) => code))]).toEqual(FINDING_CODES.map(({ code }) => code));
  });

  for (const [code, parts, chinese, options] of SLIPS)
    it(`${code} ${chinese}`, () => {
      const found = findingsOf(parts, options).filter((finding) => finding.code === code);
      expect(found.map(({ zh }) => zh.message)).toEqual([chinese]);
    });
});
