import { expect, test } from 'vitest';
import { generate } from '../../src/generate/index.ts';
import { compile } from '../../src/index.ts';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import { drawFacts } from '../arbitrary/draw-question.ts';
import { worldOf } from '../oracle/world.ts';
import { orContradiction } from './engine.ts';
import { holds } from './holds.ts';

const DATES = ['2019-12-31', '2020-03-01', '2020-05-31', '2020-06-01', '2020-08-06', '2020-09-20', '2021-01-20'];

test('generated code answers like the walk, at every date', () => {
  holds(
    cases(),
    ({ book, question, dice }) => {
      const choices = new Choices(dice);
      const vantage = {
        readings: question.readings,
        ...(question.knownOn === undefined ? {} : { knownOn: question.knownOn }),
      };
      const program = compile(book);
      const generated = generate(program, vantage);
      const world = worldOf(book);
      for (const asOf of [question.asOf, choices.pick(DATES), choices.pick(DATES)]) {
        for (const facts of [question.facts, drawFacts(choices, world)]) {
          const decider = program.at({ asOf, ...vantage });
          const walked = orContradiction(() => decider.decide(facts));
          expect(orContradiction(() => generated.decide(facts, asOf))).toEqual(walked);
          const verdict = walked === 'contradiction' ? walked : walked.verdict;
          expect(orContradiction(() => generated.verdict(facts, asOf))).toBe(verdict);
          expect(orContradiction(() => generated.possible(facts, asOf))).toEqual(
            orContradiction(() => decider.possible(facts)),
          );
        }
      }
    },
    0.5,
  );
});

test('a program that starts from what was worked out before answers the same', () => {
  holds(
    cases(),
    ({ book, question }) => {
      const { asOf, knownOn, readings, facts } = question;
      const vantage = { asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) };
      const first = compile(book);
      const answer = orContradiction(() => first.at(vantage).decide(facts));
      for (const stored of [first.stored(), compile(book).prepare().stored()]) {
        const again = compile(book, { stored: JSON.parse(JSON.stringify(stored)) });
        expect(orContradiction(() => again.at(vantage).decide(facts))).toEqual(answer);
        expect(again.workedOut).toBeGreaterThanOrEqual(stored.frames.frames.length);
      }
    },
    0.3,
  );
});
