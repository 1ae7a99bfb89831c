import type { FactValues, Rulebook, Value } from '@proviso/model';
import type { Choices } from '../arbitrary/choices.ts';
import { drawValue } from '../arbitrary/draw-question.ts';
import type { Question } from '../oracle/question.ts';
import { worldOf } from '../oracle/world.ts';

/** The same question with more, or other, facts. */
export function withFacts(question: Question, facts: FactValues): Question {
  return { ...question, facts: { ...question.facts, ...facts } };
}

/** The same question without some facts. */
export function withoutFacts(question: Question, paths: ReadonlySet<string>): Question {
  return {
    ...question,
    facts: Object.fromEntries(Object.entries(question.facts).filter(([path]) => !paths.has(path))),
  };
}

/** One more fact: one that was absent without a presumption, or "don't know". Undefined when nothing is left to give. */
export function withOneMore(choices: Choices, book: Rulebook, question: Question): Question | undefined {
  const world = worldOf(book);
  const open = [...world.facts].filter(([path, fact]) =>
    question.facts[path] === undefined ? fact.presumed === undefined : question.facts[path] === null,
  );
  const path = choices.maybe(open)?.[0];
  return path === undefined ? undefined : withFacts(question, { [path]: drawValue(choices, world, path) });
}

/** One more reading settled. Undefined when none is left. */
export function withOneReading(choices: Choices, book: Rulebook, question: Question): Question | undefined {
  const reading = choices.maybe(book.readings.filter(({ name }) => question.readings[name] === undefined));
  if (reading === undefined) return undefined;
  const readings = { ...question.readings, [reading.name]: choices.pick(reading.alternatives).name };
  return { ...question, readings };
}

/** A defined term asserted to be true or false. Undefined when the rulebook has none that can be. */
export function withAssertedTerm(choices: Choices, book: Rulebook, question: Question): Question | undefined {
  const term = choices.maybe(book.terms.filter((it) => it.parameter === undefined));
  return term === undefined ? undefined : withFacts(question, { [term.name]: choices.below(2) === 0 });
}

/** The proper subsets of a change, nothing at all excepted. */
export function properParts(set: Readonly<Record<string, Value>>): readonly Readonly<Record<string, Value>>[] {
  let parts: readonly (readonly (readonly [string, Value])[])[] = [[]];
  for (const entry of Object.entries(set)) parts = parts.flatMap((part) => [part, [...part, entry]]);
  const size = Object.keys(set).length;
  return parts.filter((part) => part.length > 0 && part.length < size).map((part) => Object.fromEntries(part));
}
