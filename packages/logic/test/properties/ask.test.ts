import { expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import { drawValue } from '../arbitrary/draw-question.ts';
import { deciderFor, oracleFor, orContradiction } from './engine.ts';
import { holds } from './holds.ts';
import { withFacts } from './steps.ts';

test('asking until it stops settles all that facts can settle, and never asks twice', () => {
  holds(cases(), ({ book, question, dice }) => {
    const decider = deciderFor(book, question);
    const { world } = oracleFor(book);
    const choices = new Choices(dice);
    const asked = new Set<string>();
    let now = question;
    let least = Number.POSITIVE_INFINITY;
    for (;;) {
      const answer = orContradiction(() => decider.decide(now.facts));
      if (answer === 'contradiction') return;
      const next = decider.ask(now.facts);
      const open = answer.needs.filter(({ kind, name }) => kind === 'fact' && now.facts[name] !== null);
      if (next === null) {
        expect(open, 'a need that is not asked for').toEqual([]);
        if (answer.needs.length === 0) expect(answer.verdict).not.toBe('undetermined');
        return;
      }
      expect(open.map(({ name }) => name)).toContain(next.name);
      expect(asked).not.toContain(next.name);
      expect(next.atMostLeft).toBeLessThan(least);
      asked.add(next.name);
      least = next.atMostLeft;
      const answers = Array.from({ length: 4 }, () => drawValue(choices, world, next.name));
      const admissible = answers.find((value) => {
        const then = withFacts(now, { [next.name]: value });
        return orContradiction(() => decider.verdict(then.facts)) !== 'contradiction';
      });
      now = withFacts(now, { [next.name]: choices.chance(15) ? null : (admissible ?? null) });
    }
  });
});
