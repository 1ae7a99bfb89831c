import { describe, expect, it } from 'vitest';
import { compile } from '../../src/index.ts';
import {
  and,
  cmp,
  event,
  exemption,
  fact,
  instrument,
  licence,
  not,
  prohibition,
  provision,
  reading,
  reads,
  restriction,
  rulebook,
  target,
  the,
} from '../arbitrary/build.ts';
import { findingsOf, linesOf } from './model.ts';

const FACTS = [fact('a'), fact('b'), fact('c')];

describe('PV6001', () => {
  it('names every forbidding rule that a permitting one clashes with, and a transaction', () => {
    const parts = {
      facts: FACTS,
      rules: [
        prohibition('p', { when: the('a') }),
        restriction('r', { when: and(the('a'), the('c')) }),
        exemption('e', [], { when: the('b') }),
      ],
    };
    const [clash, ...more] = findingsOf(parts);
    expect(more).toEqual([]);
    expect(clash).toMatchObject({
      code: 'PV6001',
      severity: 'error',
      kind: 'rule',
      name: 'e',
      others: [
        { kind: 'rule', name: 'p' },
        { kind: 'rule', name: 'r' },
      ],
      witness: { facts: { a: true, b: true }, readings: {}, knownOn: null },
    });
    expect(clash?.message).toContain('exemption `e` clashes with prohibition `p`, restriction `r`');
    expect(clash?.message).toContain('(for example a, b, as of 2000-01-01T00:00:00+00:00)');
  });

  it('is silent where one lifts the other, leaves it, or both are tied through a chain', () => {
    const p = prohibition('p', { when: the('a') });
    for (const rules of [
      [p, exemption('e', ['p'], { when: the('b') })],
      [p, exemption('e', [], { when: the('b'), leaves: [target('p')] })],
      [prohibition('p', { when: the('a'), lifts: [target('e')] }), exemption('e', [], { when: the('b') })],
      [prohibition('p', { when: the('a'), leaves: [target('e')] }), exemption('e', [], { when: the('b') })],
      [
        p,
        exemption('e', ['p'], { when: the('b') }),
        prohibition('q', { when: the('c'), lifts: [target('e')] }),
        licence('l', ['q'], { when: the('b') }),
        exemption('f', ['q'], { when: the('a') }),
      ],
    ])
      expect(linesOf({ facts: FACTS, rules })).toEqual([]);
  });

  it('is silent where conditions or assumptions keep the two apart', () => {
    const rules = [prohibition('p', { when: the('a') }), exemption('e', [], { when: and(the('b'), not(the('a'))) })];
    expect(linesOf({ facts: FACTS, rules })).toEqual([]);
    const meeting = [prohibition('p', { when: the('a') }), exemption('e', [], { when: the('b') })];
    const assumptions = [{ name: 'apart', that: not(and(the('a'), the('b'))) }];
    expect(linesOf({ facts: FACTS, rules: meeting, assumptions })).toEqual([]);
  });

  it('is silent where the forbidding rule is lifted by another wherever the two meet', () => {
    const rules = [
      prohibition('p', { when: the('a') }),
      exemption('e', [], { when: and(the('b'), the('c')) }),
      exemption('f', ['p'], { when: the('b') }),
    ];
    expect(linesOf({ facts: FACTS, rules })).toEqual([]);
  });

  it('looks at what is in force together, at any date and state of knowledge', () => {
    const law = (events: readonly ReturnType<typeof event>[]) => ({
      facts: FACTS,
      instruments: [instrument('LAW'), instrument('NEW')],
      provisions: [provision('P-1'), provision('N-1', { instrument: 'NEW' })],
      rules: [prohibition('p', { when: the('a') }), exemption('e', [], { when: the('b'), per: ['N-1'] })],
      events,
    });
    const issued = event('law_issued', 'issued', ['LAW'], '2000-01-01');
    const ended = event('law_ended', 'revoked', ['LAW'], '2001-01-01');
    const later = event('new_issued', 'issued', ['NEW'], '2002-01-01');
    expect(linesOf(law([issued, ended, later]))).toEqual([]);
    expect(linesOf(law([issued, later]))).toEqual(['PV6001 rule e p']);
    // Before the revocation was known the old law seemed to be in force beside the new one.
    const unknown = event('law_ended', 'revoked', ['LAW'], '2001-01-01', {
      known: { kind: 'date', date: '2003-01-01', at: 'start' },
    });
    const [clash] = findingsOf(law([issued, unknown, later]));
    expect(clash?.witness?.knownOn).toBe('2002-01-01T00:00:00+00:00');
  });

  it('gives readings and lists in the transaction, which decides as told', () => {
    const amounts = { kind: 'set', of: { kind: 'integer', minimum: '0' } } as const;
    const when = {
      op: 'compare',
      comparison: '>=',
      left: {
        op: 'count',
        list: 'amounts',
        where: {
          op: 'compare',
          comparison: '>',
          left: { op: 'element' },
          right: { op: 'value', type: amounts.of, value: '5' },
        },
      },
      right: { op: 'value', type: { kind: 'integer' }, value: '3' },
    } as const;
    const parts = {
      facts: [...FACTS, fact('amounts', amounts), fact('share', { kind: 'decimal' })],
      readings: [reading('scope', 'narrow', 'wide')],
      rules: [
        prohibition('p', { when: and(when, cmp('share', '>', { kind: 'decimal' }, '50')) }),
        exemption('e', [], { when: reads('scope', 'wide') }),
      ],
    };
    const [clash] = findingsOf(parts);
    expect(clash?.witness?.readings).toEqual({ scope: 'wide' });
    expect(new Set(Object.values(clash?.witness?.facts.amounts ?? [])).size).toBe(3);
    const program = compile(rulebook(parts));
    const decider = program.at({ asOf: clash?.witness?.asOf ?? '', readings: clash?.witness?.readings ?? {} });
    const answer = decider.decide(program.readFacts(clash?.witness?.facts));
    expect(answer.because.map(({ rule, state }) => `${rule} ${state}`)).toEqual(['p stands']);
  });
});
