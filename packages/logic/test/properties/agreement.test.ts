import { describe, expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import { sideOf } from '../oracle/summary.ts';
import { deciderFor, oracleFor, orContradiction } from './engine.ts';
import { gistOf, gistOfOracle } from './gist.ts';
import { holds } from './holds.ts';
import { withAssertedTerm } from './steps.ts';

describe('the library and the oracle agree', () => {
  test('on the answer', () => {
    holds(
      cases(),
      ({ book, question }) => {
        const expected = oracleFor(book).answer(question);
        const decider = deciderFor(book, question);
        const answer = orContradiction(() => decider.decide(question.facts));
        if (expected === 'contradiction' || answer === 'contradiction') {
          expect(answer).toBe(expected);
          return;
        }
        expect(gistOf(answer)).toEqual(gistOfOracle(expected));
      },
      4,
    );
  });

  test('on what each need can settle', () => {
    holds(cases(), ({ book, question }) => {
      const oracle = oracleFor(book);
      const expected = oracle.answer(question);
      if (expected === 'contradiction') return;
      const answer = deciderFor(book, question).decide(question.facts);
      const lines = (needs: typeof expected.needs) =>
        needs.map(({ kind, name, canSettle }) => {
          // Of a list or set, the library tells the permitted verdicts no finer than the outcome depends on it.
          const type = oracle.world.facts.get(name)?.type.kind;
          const settles = kind === 'fact' && (type === 'list' || type === 'set') ? canSettle.map(sideOf) : canSettle;
          return `${kind} ${name}: ${[...new Set(settles)].join()}`;
        });
      expect(lines(answer.needs).sort()).toEqual(lines(expected.needs).sort());
    });
  });

  test('when a defined term is asserted', () => {
    holds(cases(), ({ book, question, dice }) => {
      const asserting = withAssertedTerm(new Choices(dice), book, question);
      if (asserting === undefined) return;
      const expected = oracleFor(book).answer(asserting);
      const answer = orContradiction(() => deciderFor(book, asserting).decide(asserting.facts));
      if (expected === 'contradiction' || answer === 'contradiction') expect(answer).toBe(expected);
      else expect(gistOf(answer)).toEqual(gistOfOracle(expected));
    });
  });

  test('on the truth of every condition', () => {
    holds(cases(), ({ book, question }) => {
      const oracle = oracleFor(book);
      const expected = oracle.answer(question);
      if (expected === 'contradiction') return;
      const decider = deciderFor(book, question);
      for (const rule of book.rules) {
        expect(`${rule.name} ${decider.truth(rule.when, question.facts)}`).toBe(
          `${rule.name} ${oracle.truth(question, rule.when)}`,
        );
      }
    });
  });
});

test('verdict, possible and decide agree', () => {
  holds(cases(), ({ book, question }) => {
    const decider = deciderFor(book, question);
    const answer = orContradiction(() => decider.decide(question.facts));
    if (answer === 'contradiction') {
      expect(orContradiction(() => decider.verdict(question.facts))).toBe('contradiction');
      expect(orContradiction(() => decider.possible(question.facts))).toBe('contradiction');
      return;
    }
    const { verdict, mayProceed, possible } = answer;
    expect(decider.verdict(question.facts)).toBe(verdict);
    expect(decider.possible(question.facts)).toEqual({ verdict, mayProceed, possible });
  });
});
