import type { FactValues, Rulebook } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import {
  and,
  BOOLEAN,
  cmp,
  enumeration,
  exemption,
  fact,
  is,
  licence,
  not,
  or,
  prohibition,
  reading,
  reads,
  restriction,
  rulebook,
  the,
} from '../arbitrary/build.ts';
import { type FixedStatuses, fixedStatus } from './fixed-status.ts';
import { type OracleAnswer, oracleOf } from './oracle.ts';

const percent = { kind: 'decimal', minimum: '0', maximum: '100' } as const;

function ask(
  book: Rulebook,
  facts: FactValues,
  more: { asOf?: string; readings?: Record<string, string>; told?: FixedStatuses } = {},
): OracleAnswer {
  const oracle = oracleOf(book, fixedStatus(book, more.told));
  const answer = oracle.answer({ asOf: more.asOf ?? '2020-06-01', readings: more.readings ?? {}, facts });
  if (answer === 'contradiction') throw new Error('contradiction');
  return answer;
}

const names = (answer: OracleAnswer) => answer.needs.map((need) => need.name);

describe('verdicts', () => {
  const book = rulebook({
    facts: [fact('a'), fact('b'), fact('c')],
    rules: [
      prohibition('ban', { when: the('a') }),
      exemption('carved', ['ban'], { when: the('b') }),
      licence('permit', ['ban'], { when: the('c') }),
    ],
  });

  test.each([
    [{ a: false, b: true, c: true }, 'not_restricted'],
    [{ a: true, b: false, c: false }, 'prohibited'],
    [{ a: true, b: true, c: false }, 'exempt'],
    [{ a: true, b: true, c: true }, 'licensed'],
  ] as const)('%j is %s', (facts, verdict) => {
    expect(ask(book, facts)).toMatchObject({ verdict, possible: [verdict], needs: [] });
  });

  test('a carve-out that certainly holds is exempt before anyone knows whether anything reaches', () => {
    expect(ask(book, { b: true, c: false })).toMatchObject({ verdict: 'exempt', mayProceed: 'yes', needs: [] });
  });

  test('silence is never permission', () => {
    const answer = ask(book, {});
    expect(answer).toMatchObject({ verdict: 'undetermined', mayProceed: 'unknown' });
    expect(answer.possible).toEqual(['prohibited', 'licensed', 'exempt', 'not_restricted']);
    expect(names(answer)).toEqual(['a', 'b', 'c']);
  });

  test('an exception to an exception', () => {
    const deep = rulebook({
      facts: [fact('a'), fact('b')],
      rules: [
        prohibition('ban'),
        exemption('carved', ['ban'], { when: the('a') }),
        exemption('back', ['carved'], { when: the('b') }),
      ],
    });
    expect(ask(deep, { a: true, b: true }).verdict).toBe('prohibited');
    expect(ask(deep, { a: true, b: false }).verdict).toBe('exempt');
  });

  test('a restriction whose unmet condition prohibits', () => {
    const onlyIf = [{ name: 'met', that: the('a') }];
    const hard = rulebook({ facts: [fact('a')], rules: [restriction('r', { onlyIf, otherwise: 'prohibited' })] });
    const soft = rulebook({ facts: [fact('a')], rules: [restriction('r', { onlyIf })] });
    expect(ask(hard, { a: false }).verdict).toBe('prohibited');
    expect(ask(hard, { a: true }).verdict).toBe('restricted');
    expect(ask(hard, {})).toMatchObject({ verdict: 'undetermined', mayProceed: 'unknown' });
    expect(ask(soft, { a: false })).toMatchObject({ verdict: 'restricted', mayProceed: 'only_if', needs: [] });
  });
});

describe('unknowns', () => {
  test('regions of a number respect its range', () => {
    const facts = [fact('share', percent)];
    const above = rulebook({ facts, rules: [prohibition('ban', { when: cmp('share', '>=', percent, '0') })] });
    expect(ask(above, {}).verdict).toBe('prohibited');
    const at = rulebook({ facts, rules: [prohibition('ban', { when: cmp('share', '>=', percent, '100') })] });
    expect(names(ask(at, {}))).toEqual(['share']);
    const between = and(cmp('share', '>', percent, '1'), cmp('share', '<', percent, '2'));
    expect(names(ask(rulebook({ facts, rules: [prohibition('ban', { when: between })] }), {}))).toEqual(['share']);
  });

  test('no whole number lies between 1 and 2', () => {
    const whole = { kind: 'integer' } as const;
    const between = and(cmp('n', '>', whole, '1'), cmp('n', '<', whole, '2'));
    const book = rulebook({ facts: [fact('n', whole)], rules: [prohibition('ban', { when: between })] });
    expect(ask(book, {}).verdict).toBe('not_restricted');
  });

  test('a condition that is true either way needs nothing', () => {
    const book = rulebook({ facts: [fact('a')], rules: [prohibition('ban', { when: or(the('a'), not(the('a'))) })] });
    expect(ask(book, {}).verdict).toBe('prohibited');
  });

  test('assumptions link unknowns and contradict facts', () => {
    const book = rulebook({
      facts: [fact('a'), fact('b')],
      assumptions: [{ name: 'linked', that: { op: 'implies', left: the('a'), right: the('b') } }],
      rules: [prohibition('ban', { when: and(the('a'), not(the('b'))) }), prohibition('other', { when: the('b') })],
    });
    expect(ask(book, { a: true }).verdict).toBe('prohibited');
    const linked = rulebook({ ...book, rules: [prohibition('ban', { when: the('b') })] });
    expect(names(ask(linked, {}))).toEqual(['a', 'b']);
    expect(() => ask(book, { a: true, b: false })).toThrow('contradiction');
  });

  test('a presumption holds until the fact is given or marked unknown', () => {
    const book = rulebook({ facts: [fact('a', BOOLEAN, false)], rules: [prohibition('ban', { when: the('a') })] });
    expect(ask(book, {})).toMatchObject({ verdict: 'not_restricted', presumed: { a: false } });
    expect(ask(book, { a: null })).toMatchObject({ verdict: 'undetermined', presumed: {} });
  });

  test('readings: each way is told', () => {
    const book = rulebook({
      readings: [reading('scope', 'narrow', 'strict')],
      rules: [prohibition('ban', { when: reads('scope', 'strict') })],
    });
    const answer = ask(book, {});
    expect(answer.needs).toEqual([{ kind: 'reading', name: 'scope', canSettle: ['prohibited', 'not_restricted'] }]);
    expect(answer.byReading.map((it) => it.verdict)).toEqual(['not_restricted', 'prohibited']);
    expect(ask(book, {}, { readings: { scope: 'narrow' } }).verdict).toBe('not_restricted');
  });

  test('counting in a list', () => {
    const of = { kind: 'enumeration', enumeration: 'e' } as const;
    const counted = {
      op: 'count',
      list: 'many',
      where: { op: 'compare', comparison: '=', left: { op: 'element' }, right: { op: 'value', type: of, value: 'x' } },
    } as const;
    const atLeastTwo = {
      op: 'compare',
      comparison: '>=',
      left: counted,
      right: { op: 'value', type: { kind: 'integer' }, value: '2' },
    } as const;
    const book = rulebook({
      enumerations: [enumeration('e', 'x', 'y')],
      facts: [fact('many', { kind: 'list', of })],
      rules: [prohibition('ban', { when: atLeastTwo })],
    });
    expect(names(ask(book, {}))).toEqual(['many']);
    expect(ask(book, { many: ['x', 'y', 'x'] }).verdict).toBe('prohibited');
    expect(ask(book, { many: ['x', 'y'] }).verdict).toBe('not_restricted');
    const asSet = rulebook({ ...book, facts: [fact('many', { kind: 'set', of })] });
    expect(ask(asSet, {}).verdict).toBe('not_restricted');
  });
});

describe('terms and time', () => {
  test('a term over a party', () => {
    const book = rulebook({
      groups: [{ name: 'entity', facts: [fact('share', percent)] }],
      parties: [{ name: 'seller', group: 'entity' }],
      terms: [
        {
          name: 'sub',
          parameter: { name: 'who', group: 'entity' },
          per: [],
          means: cmp('who.share', '>', percent, '50'),
        },
      ],
      rules: [prohibition('ban', { when: { op: 'term', term: 'sub', party: 'seller' } })],
    });
    expect(ask(book, { 'seller.share': '50' }).verdict).toBe('not_restricted');
    expect(ask(book, { 'seller.share': '50.1' }).verdict).toBe('prohibited');
    expect(names(ask(book, {}))).toEqual(['seller.share']);
  });

  test('a parameter before its first value satisfies no comparison', () => {
    const compared = (comparison: '=' | '!=') =>
      ({ op: 'compare', comparison, left: the('n'), right: { op: 'parameter', parameter: 'limit' } }) as const;
    const book = rulebook({
      facts: [fact('n', { kind: 'integer' })],
      parameters: [{ name: 'limit', type: { kind: 'integer' }, per: [], values: [{ from: '2020-07-01', value: '5' }] }],
      rules: [prohibition('ban', { when: or(compared('='), compared('!=')) })],
    });
    expect(ask(book, {}).verdict).toBe('not_restricted');
    expect(ask(book, {}, { asOf: '2020-06-30' }).verdict).toBe('not_restricted');
    expect(ask(book, {}, { asOf: '2020-07-01' }).verdict).toBe('prohibited');
    expect(ask(book, {}, { asOf: '2020-06-30T23:59:59.999Z' }).verdict).toBe('not_restricted');
  });

  test('a licence only within its validity, to the last second', () => {
    const book = rulebook({
      rules: [
        prohibition('ban'),
        licence('permit', ['ban'], {
          validFrom: { kind: 'date', date: '2020-06-01', at: 'start' },
          validUntil: { kind: 'date', date: '2020-06-30', at: 'end' },
        }),
      ],
    });
    expect(ask(book, {}, { asOf: '2020-05-31' }).verdict).toBe('prohibited');
    expect(ask(book, {}, { asOf: '2020-06-30' }).verdict).toBe('licensed');
    expect(ask(book, {}, { asOf: '2020-07-01T00:00:00Z' }).verdict).toBe('prohibited');
  });
});

describe('held back', () => {
  const book = rulebook({
    facts: [fact('a')],
    enumerations: [enumeration('e', 'x', 'y')],
    rules: [prohibition('ban', { when: the('a') }), prohibition('late', { when: the('a'), per: ['P-2'] })],
  });

  test('the strongest status of the rules that would bite', () => {
    const told = { 'P-1': 'enjoined', 'P-2': 'not_yet_effective' } as const;
    expect(ask(book, { a: true }, { told })).toMatchObject({
      verdict: 'not_restricted',
      heldBack: { verdict: 'prohibited', status: 'enjoined' },
    });
    expect(ask(book, {}, { told }).heldBack).toEqual({ verdict: 'undetermined', status: 'enjoined' });
    expect(ask(book, { a: false }, { told }).heldBack).toBeNull();
    expect(ask(book, { a: true }, { told: { 'P-1': 'void' } }).heldBack).toBeNull();
  });

  test('unsettled status is an unknown like any other', () => {
    const unknown = { kind: 'status', name: 'order', alternatives: ['no', 'yes'] } as const;
    const single = rulebook({ rules: [prohibition('ban')] });
    const oracle = oracleOf(single, fixedStatus(single, { 'P-1': ['in_force', 'enjoined'] }, unknown));
    const answer = oracle.answer({ asOf: '2020-06-01', readings: {}, facts: {} });
    expect(answer).toMatchObject({
      verdict: 'undetermined',
      needs: [{ kind: 'status', name: 'order', canSettle: ['prohibited', 'not_restricted'] }],
    });
  });
});

test('an enumeration is all of its values', () => {
  const type = { kind: 'enumeration', enumeration: 'e' } as const;
  const book = rulebook({
    enumerations: [enumeration('e', 'x', 'y')],
    facts: [fact('which', type)],
    rules: [prohibition('one', { when: is('which', 'e', 'x') }), prohibition('two', { when: is('which', 'e', 'y') })],
  });
  expect(ask(book, {}).verdict).toBe('prohibited');
});
