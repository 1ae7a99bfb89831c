import { readFileSync } from 'node:fs';
import type { Expression, Rulebook } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { check, compile, FINDING_CODES } from '../../src/index.ts';
import {
  and,
  cmp,
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
  reads,
  restriction,
  the,
} from '../arbitrary/build.ts';
import { rulebookOf } from '../explain/rulebooks.ts';
import { findingsOf, linesOf } from './model.ts';

const FACTS = [fact('a'), fact('b')];
const asked = (name: string) => ({ ...fact(name), question: { en: `${name}?` } });
const P = prohibition('p', { when: the('a') });

describe('PV6002 and PV6003', () => {
  it('report a condition that nothing, or everything, satisfies', () => {
    const rules = [
      prohibition('never', { when: and(the('a'), not(the('a'))) }),
      prohibition('always', { when: or(the('a'), not(the('a'))) }),
      prohibition('unconditional'),
    ];
    expect(linesOf({ facts: FACTS, rules })).toEqual(['PV6002 rule never', 'PV6003 rule always']);
  });

  it('take assumptions and every period of dated lists into account', () => {
    const country = { kind: 'country' } as const;
    const member = (negated: boolean): Expression => ({
      op: 'member',
      operand: the('t'),
      of: { kind: 'list', list: 'l' },
      negated,
    });
    const lists = [{ name: 'l', type: country, per: [], values: [{ from: '2020-01-01', values: ['CN'] }] }];
    const facts = [fact('t', country), fact('a')];
    expect(
      linesOf({
        facts,
        lists,
        rules: [prohibition('p', { when: member(false) }), prohibition('q', { when: member(true) })],
      }),
    ).toEqual([]);
    const assumptions = [{ name: 'never_a', that: not(the('a')) }];
    expect(linesOf({ facts, assumptions, rules: [P] })).toEqual(['PV6002 rule p']);
  });
});

describe('PV6004', () => {
  it('reports a target that is never met, and a group only when none of it is', () => {
    const rules = [
      P,
      prohibition('q', { when: the('b') }),
      exemption('e', ['p', 'q'], { when: and(the('b'), not(the('a'))) }),
      exemption('f', [], { when: and(the('b'), not(the('a'))), lifts: [{ kind: 'every', rules: 'prohibition' }] }),
    ];
    const [idle, ...more] = findingsOf({ facts: FACTS, rules });
    expect(more).toEqual([]);
    expect(idle).toMatchObject({ code: 'PV6004', name: 'e', others: [{ name: 'p' }] });
  });
});

describe('PV6005', () => {
  const readings = [reading('scope', 'narrow', 'wide')];
  it('reports a reading that nothing uses, or that makes no difference', () => {
    expect(linesOf({ facts: FACTS, readings, rules: [P] })).toEqual(['PV6005 reading scope']);
    const rules = [P, prohibition('q', { when: and(the('a'), reads('scope', 'wide')) })];
    expect(linesOf({ facts: FACTS, readings, rules })).toEqual(['PV6005 reading scope']);
  });

  it('is silent where an event, a condition of a restriction, or law that is not in force hangs on it', () => {
    const under = { reading: 'scope', alternative: 'wide' };
    const events = [
      event('made', 'issued', ['LAW'], '2000-01-01'),
      event('gone', 'revoked', ['LAW'], '2010-01-01', { under }),
    ];
    expect(linesOf({ facts: FACTS, readings, rules: [P], events })).toEqual([]);
    const rules = [restriction('r', { when: the('a'), onlyIf: [{ name: 'c', that: reads('scope', 'wide') }] })];
    expect(linesOf({ facts: FACTS, readings, rules })).toEqual([]);
    const dead = [event('made', 'issued', ['LAW'], '2000-01-01'), event('void', 'voided', ['LAW'], '2000-01-01')];
    expect(
      linesOf({ facts: FACTS, readings, rules: [prohibition('q', { when: reads('scope', 'wide') })], events: dead }),
    ).toEqual([]);
  });
});

describe('PV6006', () => {
  it('reports a rule that no event puts in force, not one that history kept from it', () => {
    const law = (more: Partial<Rulebook>): Partial<Rulebook> => ({
      facts: FACTS,
      instruments: [instrument('LAW'), instrument('NEW')],
      provisions: [provision('P-1'), provision('N-1', { instrument: 'NEW', identifiedUnder: 'P-1' })],
      rules: [prohibition('q', { when: the('a'), per: ['P-1', 'N-1'] })],
      ...more,
    });
    const made = event('made', 'issued', ['LAW'], '2000-01-01');
    const acted = event('acted', 'issued', ['NEW'], '2001-01-01', { by: 'GHOST' });
    const ghost = { instruments: [instrument('LAW'), instrument('NEW'), instrument('GHOST')] };
    const voided = event('voided', 'voided', ['GHOST'], '2000-01-01');
    const spirit = event('spirit', 'issued', ['GHOST'], '2000-01-01');
    expect(linesOf(law({ events: [made] }))).toEqual([]);
    expect(linesOf(law({ ...ghost, events: [made, spirit, voided, acted] }))).toEqual(['PV6006 rule q']);
  });

  it('reports a licence that ends before it begins', () => {
    const on = (date: string) => ({ kind: 'date', date, at: 'start' }) as const;
    const rules = [
      P,
      licence('l', ['p'], { when: the('b'), validFrom: on('2020-02-01'), validUntil: on('2020-01-01') }),
    ];
    expect(findingsOf({ facts: FACTS, rules })[0]?.message).toBe(
      'licence `l` is never in force: its validity ends before it begins',
    );
  });
});

describe('PV6007', () => {
  it('reports a question that cannot matter', () => {
    const rules = [P, prohibition('q', { when: and(the('a'), the('b')) })];
    expect(linesOf({ facts: [asked('a'), asked('b')], rules })).toEqual(['PV6007 fact b']);
    expect(linesOf({ facts: [asked('a'), { ...asked('b'), decidesNothing: true }], rules })).toEqual([]);
  });

  it('reports a fact of a group when it matters for no party', () => {
    const groups = [{ name: 'entity', facts: [asked('x'), asked('y')] }];
    const parties = ['one', 'two'].map((name) => ({ name, group: 'entity' }));
    const idle = or(the('a'), and(the('a'), the('one.y'), the('two.y')));
    const rules = [prohibition('p', { when: or(idle, the('two.x')) })];
    expect(linesOf({ facts: FACTS, groups, parties, rules })).toEqual(['PV6007 fact entity.y']);
  });

  it('is silent about a fact that assumptions tie to others', () => {
    const assumptions = [{ name: 'tied', that: or(not(the('b')), the('a')) }];
    expect(linesOf({ facts: [asked('a'), asked('b')], rules: [P], assumptions })).toEqual([]);
  });
});

describe('PV6008', () => {
  it('names the assumptions that cannot hold together, and nothing else', () => {
    const assumptions = [
      { name: 'one', that: the('a') },
      { name: 'aside', that: the('b') },
      { name: 'two', that: not(the('a')) },
    ];
    expect(linesOf({ facts: FACTS, rules: [P, exemption('e', [])], assumptions })).toEqual([
      'PV6008 assumption two one',
    ]);
  });

  it('says from when to when', () => {
    const integer = { kind: 'integer', minimum: '0' } as const;
    const parameters = [
      {
        name: 'limit',
        type: integer,
        per: [],
        values: [{ value: '9' }, { from: '2020-01-01', value: '0' }, { from: '2021-01-01', value: '5' }],
      },
    ];
    const that: Expression = {
      op: 'compare',
      comparison: '<',
      left: the('n'),
      right: { op: 'parameter', parameter: 'limit' },
    };
    const rules = [prohibition('p', { when: cmp('n', '>', integer, '3') })];
    expect(
      findingsOf({ facts: [fact('n', integer)], parameters, rules, assumptions: [{ name: 'below', that }] })[0]
        ?.message,
    ).toBe('no transaction satisfies the assumption `below` from 2020-01-01 until 2021-01-01');
  });
});

it('PV6009 says that a diagram is too large, and nothing that was not looked at', () => {
  const facts = Array.from({ length: 12 }, (_, n) => asked(`f${n}`));
  const pairs = Array.from({ length: 6 }, (_, n) => and(the(`f${n}`), the(`f${n + 6}`)));
  const found = findingsOf({ facts, rules: [prohibition('p', { when: or(...pairs) })] }, { bound: 20 });
  expect(found.map(({ code, kind }) => `${code} ${kind}`)).toEqual(['PV6009 header']);
  expect(found[0]?.message).toContain('more than 20 nodes');
});

it('the rulebooks that ship are clean', () => {
  for (const id of ['us/wechat', 'us/tiktok', 'us/eo-13971']) expect(check(compile(rulebookOf(id))), id).toEqual([]);
});

it('every code has one entry, and a page that says the same', () => {
  expect(new Set(FINDING_CODES.map(({ code }) => code)).size).toBe(FINDING_CODES.length);
  for (const { code, severity, title, what, why, mend } of FINDING_CODES) {
    const page = readFileSync(new URL(`../../../../docs/reference/errors/${code}.md`, import.meta.url), 'utf8');
    const kind = severity === 'error' ? 'Error.' : 'Warning.';
    for (const part of [`# ${code}: ${title}\n`, `\n${kind}\n`, what, why, mend]) expect(page).toContain(part);
  }
});
