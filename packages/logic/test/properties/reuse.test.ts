import { describe, expect, test } from 'vitest';
import { compile } from '../../src/index.ts';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import { drawFacts } from '../arbitrary/draw-question.ts';
import { worldOf } from '../oracle/world.ts';
import { deciderFor, orContradiction } from './engine.ts';
import { gistOf } from './gist.ts';
import { holds } from './holds.ts';

describe('an answer depends on nothing but the question', () => {
  test('a decider that has answered before answers like a new one', () => {
    holds(cases(), ({ book, question, dice }) => {
      const choices = new Choices(dice);
      const world = worldOf(book);
      const used = deciderFor(book, question);
      const others = choices.times(2, () => drawFacts(choices, world));
      const near = Object.keys(question.facts).map((path) =>
        Object.fromEntries(Object.entries(question.facts).filter(([name]) => name !== path)),
      );
      for (const facts of [question.facts, ...near, ...others, question.facts]) {
        const fresh = deciderFor(book, question);
        expect(orContradiction(() => used.decide(facts))).toEqual(orContradiction(() => fresh.decide(facts)));
        expect(orContradiction(() => used.verdict(facts))).toEqual(orContradiction(() => fresh.verdict(facts)));
      }
    });
  });

  test('a bound on diagrams changes how it is worked out, not the answer', () => {
    holds(cases(), ({ book, question, dice }) => {
      const { asOf, knownOn, readings, facts } = question;
      const bound = dice[0] === undefined ? 0 : dice[0] % 12;
      const small = compile(book, { bound }).at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
      const answer = orContradiction(() => deciderFor(book, question).decide(facts));
      const bounded = orContradiction(() => small.decide(facts));
      if (answer === 'contradiction' || bounded === 'contradiction') {
        expect(bounded).toBe(answer);
        return;
      }
      expect(gistOf(bounded)).toEqual(gistOf(answer));
      const { validFrom, validUntil, enforced, presumed } = answer;
      expect(bounded).toMatchObject({ validFrom, validUntil, enforced, presumed });
      expect(small.verdict(facts)).toBe(answer.verdict);
    });
  });
});
