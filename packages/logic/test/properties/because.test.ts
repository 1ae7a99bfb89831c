import { expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { tabulate } from '../oracle/scene.ts';
import { isPossible } from '../oracle/table.ts';
import { deciderFor, oracleFor } from './engine.ts';
import { holds } from './holds.ts';

const PERMITTED = ['licensed', 'exempt', 'not_restricted'];

test('the rules in an answer bear out its verdict', () => {
  holds(cases(), ({ book, question }) => {
    const { table } = tabulate(oracleFor(book).scene(question));
    if (!isPossible(table)) return;
    const { verdict, because } = deciderFor(book, question).decide(question.facts);
    const biting = because.filter(({ kind }) => kind === 'prohibition' || kind === 'restriction');
    if (biting.some(({ kind, state }) => kind === 'prohibition' && state === 'stands'))
      expect(verdict).toBe('prohibited');
    if (biting.some(({ state }) => state === 'stands')) expect(PERMITTED).not.toContain(verdict);
    if (PERMITTED.includes(verdict)) {
      expect(biting.filter(({ state }) => state === 'stands' || state === 'open')).toEqual([]);
    }
    if (verdict === 'prohibited' || verdict === 'restricted') {
      expect(biting.filter(({ state }) => state === 'stands' || state === 'open')).not.toEqual([]);
    }
  });
});

test('each rule stands, may stand or does not stand as in the completions', () => {
  holds(cases(), ({ book, question }) => {
    const { table, standing, admissible } = tabulate(oracleFor(book).scene(question));
    if (!isPossible(table)) return;
    const { because } = deciderFor(book, question).decide(question.facts);
    for (const { rule, state } of because) {
      const times = standing[book.rules.findIndex(({ name }) => name === rule)] ?? 0;
      const expected = times === admissible ? 'stands' : times > 0 ? 'open' : 'no';
      const said = state === 'stands' || state === 'open' ? state : 'no';
      expect(`${rule} ${said}`).toBe(`${rule} ${expected}`);
    }
  });
});

test('conditions of a restriction are met, unmet or unknown as in the completions', () => {
  holds(cases(), ({ book, question }) => {
    const oracle = oracleFor(book);
    if (oracle.answer(question) === 'contradiction') return;
    const { because } = deciderFor(book, question).decide(question.facts);
    const words = { true: 'met', false: 'unmet', unknown: 'unknown' };
    for (const { rule, conditions } of because) {
      const declared = book.rules.find(({ name }) => name === rule);
      if (conditions === undefined || declared?.kind !== 'restriction') continue;
      const expected = declared.onlyIf.map(({ name, that }) => `${name} ${words[oracle.truth(question, that)]}`);
      expect(conditions.map(({ name, state }) => `${name} ${state}`)).toEqual(expected);
    }
  });
});
