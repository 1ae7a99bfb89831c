import {
  type Example,
  type Expectation,
  factsByPath,
  type MayProceed,
  type Rulebook,
  type Situation,
  STATUSES,
  VERDICTS,
} from '@proviso/model';
import { worldOf } from '../oracle/world.ts';
import type { Choices } from './choices.ts';
import { drawFacts, drawQuestion } from './draw-question.ts';

/** Situations and examples of a rulebook. What they expect is as random as they are: they are for reading, not for running. */
export function drawExamples(choices: Choices, book: Rulebook): Pick<Rulebook, 'situations' | 'examples'> {
  if (factsByPath(book).size === 0 || !choices.chance(40)) return { situations: [], examples: [] };
  const world = worldOf(book);
  const drawn = choices.times(choices.between(0, 2), (n) => ({
    name: `case_${n + 1}`,
    given: drawFacts(choices, world),
  }));
  const situations: readonly Situation[] = drawn
    .filter(({ given }) => Object.keys(given).length > 0)
    .map((it, n, all) => ({ ...it, ...(n > 0 && choices.chance(50) ? { situation: all[0]?.name ?? '' } : {}) }));
  const examples = choices.times(choices.between(0, 2), (n): Example => {
    const { asOf, knownOn, readings, facts } = drawQuestion(choices, world, Number.POSITIVE_INFINITY);
    const source = choices.chance(40)
      ? choices.pick(['a "client alert", item 2', ...book.sources.map((it) => it.name)])
      : undefined;
    const situation = choices.chance(40) ? choices.maybe(situations)?.name : undefined;
    return {
      name: ['An example', 'With "quotes"'][n] ?? 'x',
      ...(source === undefined ? {} : { source }),
      asOf,
      ...(knownOn === undefined ? {} : { knownOn }),
      readings,
      ...(situation === undefined ? {} : { situation }),
      given: facts,
      expect: drawExpectation(choices, book),
    };
  });
  return { situations, examples };
}

function drawExpectation(choices: Choices, book: Rulebook): Expectation {
  const settled = VERDICTS.filter((it) => it !== 'undetermined');
  const held = STATUSES.filter((it) => it !== 'in_force' && it !== 'unknown');
  const cited = book.provisions.map((it) => it.name);
  return {
    verdict: choices.pick(VERDICTS),
    ...(choices.chance(30) ? { needs: choices.some([...factsByPath(book).keys()], 1, 2) } : {}),
    ...(choices.chance(30) ? { possible: choices.some(settled, 1, 3) } : {}),
    ...(choices.chance(30) ? { mayProceed: choices.pick<MayProceed>(['yes', 'no', 'only_if', 'unknown']) } : {}),
    ...(choices.chance(30) ? { heldBack: choices.pick(held) } : {}),
    ...(choices.chance(30) ? { enforced: choices.below(2) === 0 } : {}),
    ...(choices.chance(30) ? { cites: choices.some(cited, 1, 2) } : {}),
  };
}
