import type { Rulebook } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { and, BOOLEAN, cmp, enumeration, fact, not, or, prohibition, reading, reads, the } from '../arbitrary/build.ts';
import { chinese, english, told } from './told.ts';
import { stepsOf } from './walk.ts';

describe('conditions', () => {
  const facts = [fact('a'), fact('b'), fact('c')];

  it('a rule that stands shows every element, and of alternatives the one that holds', () => {
    const when = and(the('a'), or(the('b'), the('c')));
    const text = english(told({ facts, rules: [prohibition('ban', { when })] }, { facts: { a: true, c: true } }));
    expect(text).toContain('✓ P-1, "ban", prohibits this.');
    expect(text).toContain('✓ a: yes (given)');
    expect(text).toContain('✓ c: yes (given)');
    expect(text).not.toContain('b:');
  });

  it('what settles only together is said to, and keeps its parts', () => {
    const when = or(the('a'), not(the('a')));
    const explanation = told({ facts, rules: [prohibition('ban', { when })] });
    expect(explanation.answer.verdict).toBe('prohibited');
    const [joint] = stepsOf(explanation, 'condition');
    expect(joint).toMatchObject({ connective: 'any', value: 'true', joint: true });
    expect(joint?.children.map(({ value }) => value)).toEqual(['unknown', 'unknown']);
    expect(english(explanation)).toContain('whatever the unknowns turn out to be');
  });

  it('facts say how they are known: given, presumed, answered with "don\'t know", or not given', () => {
    const presumed = fact('d', BOOLEAN, false);
    const when = and(the('a'), the('b'), the('c'), not(the('d')));
    const explanation = told(
      { facts: [...facts, presumed], rules: [prohibition('ban', { when })] },
      { facts: { a: true, b: null }, detail: 'full' },
    );
    const bases = Object.fromEntries(
      stepsOf(explanation, 'fact').map(({ fact: { name }, basis }) => [name, basis.kind]),
    );
    expect(bases).toEqual({ a: 'given', b: 'dont_know', c: 'absent', d: 'presumed' });
    expect(english(explanation)).toContain('Presumed, as nothing else was said: d: no.');
    expect(chinese(explanation)).toContain('b（要求：是；回答为“不知道”）');
  });

  it('comparisons, membership and quantifiers are put into words', () => {
    const percent = { kind: 'decimal', unit: 'percent' } as const;
    const kinds = { kind: 'set', of: { kind: 'enumeration', enumeration: 'kind' } } as const;
    const when = and(
      cmp('share', '>', percent, '50'),
      cmp('signed', '<', { kind: 'date' }, '2020-08-06'),
      {
        op: 'member',
        operand: the('place'),
        of: { kind: 'values', values: ['US', 'PR'] },
        negated: true,
      },
      {
        op: 'compare',
        comparison: '>=',
        left: {
          op: 'count',
          list: 'kinds',
          where: {
            op: 'compare',
            comparison: '=',
            left: { op: 'element' },
            right: { op: 'value', type: kinds.of, value: 'health' },
          },
        },
        right: { op: 'value', type: { kind: 'integer' }, value: '2' },
      },
    );
    const explanation = told({
      enumerations: [enumeration('kind', 'health', 'finance')],
      facts: [
        fact('share', percent),
        fact('signed', { kind: 'date' }),
        fact('place', { kind: 'country' }),
        fact('kinds', { kind: 'list', of: kinds.of }),
      ],
      rules: [prohibition('ban', { when })],
    });
    const text = english(explanation);
    expect(text).toContain('share (needed: more than 50%; not given)');
    expect(text).toContain('signed (needed: before 6 August 2020; not given)');
    expect(text).toContain('place (needed: none of US and PR; not given)');
    expect(text).toContain('kinds (needed: at least 2 in number for which it is "health"; not given)');
    const translated = chinese(explanation);
    expect(translated).toContain('share（要求：大于50%；未提供）');
    expect(translated).toContain('signed（要求：早于2020年8月6日；未提供）');
    expect(translated).toContain('place（要求：不属于：US、PR；未提供）');
    expect(translated).toContain('kinds（要求：满足“其为：“health””的数量为：不少于2；未提供）');
  });

  it('a dated parameter and a dated list are told as they are on the day, with their provisions', () => {
    const integer = { kind: 'integer' } as const;
    const explanation = told(
      {
        facts: [fact('count', integer), fact('place', { kind: 'country' })],
        parameters: [
          {
            name: 'threshold',
            type: integer,
            per: ['P-2'],
            values: [
              { from: '2020-01-01', value: '100' },
              { from: '2021-01-01', value: '50' },
            ],
          },
        ],
        lists: [
          {
            name: 'concern',
            type: { kind: 'country' },
            per: ['P-3'],
            values: [{ from: '2021-01-01', values: ['RU'] }],
          },
        ],
        rules: [
          prohibition('ban', {
            when: or(
              {
                op: 'compare',
                comparison: '>=',
                left: the('count'),
                right: { op: 'parameter', parameter: 'threshold' },
              },
              { op: 'member', operand: the('place'), of: { kind: 'list', list: 'concern' }, negated: false },
            ),
          }),
        ],
      },
      { detail: 'full' },
    );
    expect(english(explanation)).toContain('count (needed: at least 100 [threshold]; not given) [P-2]');
    expect(explanation.citations.map(({ name }) => name)).toEqual(['P-1', 'P-2', 'P-3']);
  });

  it('a term over a party names the party, and one that the user asserts says so', () => {
    const terms = [
      {
        name: 'controlled',
        parameter: { name: 'who', group: 'entity' },
        per: ['P-2'],
        means: the('who.controls'),
      },
      { name: 'covered', per: [], means: or(the('a'), { op: 'term', term: 'controlled', party: 'seller' }) },
    ] as const;
    const parts: Partial<Rulebook> = {
      facts,
      groups: [{ name: 'entity', facts: [fact('controls')] }],
      parties: [{ name: 'seller', group: 'entity', label: { en: 'Seller', zh: '卖方' } }],
      terms,
      rules: [prohibition('ban', { when: { op: 'term', term: 'covered' } })],
    };
    const computed = told(parts, { facts: { seller: { controls: true } } });
    expect(english(computed)).toContain('✓ Seller, controlled [P-2]');
    expect(english(computed)).toContain('✓ Seller, seller.controls: yes (given)');
    const asserted = told(parts, { facts: { covered: true } });
    expect(english(asserted)).toContain('✓ covered (stated by the user)');
    expect(stepsOf(asserted, 'fact')).toEqual([]);
  });
});

describe('alternatives of a reading', () => {
  it('are told with the verdict that each leads to', () => {
    const parts: Partial<Rulebook> = {
      readings: [reading('scope', 'narrow', 'strict')],
      rules: [prohibition('ban', { per: ['P-2'], when: reads('scope', 'strict') })],
    };
    const text = english(told(parts));
    expect(text).toContain('If "scope?" is answered "strict", the answer is: prohibited.');
    expect(text).toContain('? "scope?" needs to be answered "strict"; that is not settled. [P-1]');
    const other = told(parts, { readings: { scope: 'narrow' } });
    expect(english(other)).toContain('"scope?" needs to be answered "strict"; it is supposed to be answered "narrow".');
  });
});
