import { describe, expect, it } from 'vitest';
import { and, BOOLEAN, exemption, fact, licence, or, prohibition, restriction, the } from '../arbitrary/build.ts';
import { chinese, english, told } from './told.ts';
import { stepsOf } from './walk.ts';

describe('restrictions, licences and duties', () => {
  it('a restriction tells each condition', () => {
    const explanation = told(
      {
        facts: [fact('a'), fact('b')],
        rules: [
          restriction('limit', {
            otherwise: 'prohibited',
            onlyIf: [
              { name: 'safe', label: { en: 'It is safe', zh: '安全' }, that: the('a') },
              { name: 'audited', label: { en: 'It is audited', zh: '经审计' }, that: the('b') },
            ],
          }),
        ],
      },
      { facts: { a: true } },
    );
    expect(english(explanation)).toContain('✓ P-1, "limit", prohibits this unless the conditions hold.');
    expect(english(explanation)).toContain('✓ Condition met: It is safe.');
    expect(chinese(explanation)).toContain('? 条件是否满足尚不知晓：经审计。');
    expect(chinese(explanation)).toContain('P-1“limit”除非满足条件，禁止该交易。');
  });

  it('a licence that has run out says so, and one that lifts is named by the rule it lifts', () => {
    const rules = [
      prohibition('ban'),
      licence('general', ['ban'], {
        per: ['P-2'],
        validUntil: { kind: 'date', date: '2020-03-31', at: 'end' },
      }),
      exemption('none', ['ban'], { per: ['P-3'], when: the('a') }),
    ];
    const before = told({ facts: [fact('a')], rules }, { asOf: '2020-02-01', facts: { a: false } });
    expect(before.answer.verdict).toBe('licensed');
    expect(english(before)).toContain('P-1, "ban", would prohibit this, but it is lifted by P-2.');
    expect(english(before)).toContain('The exception P-3, "none", does not apply.');
    const after = told({ facts: [fact('a')], rules }, { facts: { a: false }, detail: 'full' });
    expect(after.answer.verdict).toBe('prohibited');
    expect(english(after)).toContain('The licence was valid until the end of 31 March 2020.');
    expect(chinese(after)).toContain('该许可的有效期已于2020年3月31日结束时届满。');
  });

  it('a duty tells what to do and by when; an open point stays open', () => {
    const explanation = told({
      opens: [{ name: 'intent', per: ['P-3'], text: { en: 'Whether it was meant', zh: '是否故意' } }],
      rules: [
        {
          kind: 'duty',
          name: 'report',
          per: ['P-2'],
          when: { op: 'value', type: BOOLEAN, value: true },
          lifts: [],
          leaves: [],
          must: { en: 'Report it.', zh: '报告。' },
          due: { kind: 'within', amount: 14, unit: 'days', after: { kind: 'as_of' } },
        },
        prohibition('ban', { when: { op: 'open', open: 'intent' } }),
      ],
    });
    expect(english(explanation)).toContain('P-2, "report", imposes a duty. To do: Report it. Due by 15 June 2020.');
    expect(english(explanation)).toContain('? A point that the rulebook leaves open: Whether it was meant [P-3]');
    expect(chinese(explanation)).toContain('P-2“report”施加一项义务。须履行：报告。期限：2020年6月15日。');
    expect(chinese(explanation)).toContain('? 本手册未作判断：是否故意');
  });
});

describe('detail', () => {
  it('full tells every rule, terms and exceptions once', () => {
    const explanation = told(
      {
        facts: [fact('a'), fact('b')],
        terms: [{ name: 't', per: ['P-3'], means: or(the('a'), the('b')) }],
        rules: [
          prohibition('one', { when: { op: 'term', term: 't' } }),
          prohibition('two', { per: ['P-2'], when: and({ op: 'term', term: 't' }, the('b')) }),
          exemption('pay', ['one', 'two'], { per: ['P-3'], when: the('b') }),
        ],
      },
      { facts: { a: true, b: false }, detail: 'full' },
    );
    expect(stepsOf(explanation, 'rule').map(({ rules, repeated }) => [rules[0]?.name, repeated])).toEqual([
      ['one', false],
      ['pay', false],
      ['two', false],
      ['pay', true],
    ]);
    expect(stepsOf(explanation, 'term').map(({ repeated }) => repeated)).toEqual([false, true]);
  });
});
