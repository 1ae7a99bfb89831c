import type { Rulebook } from '@proviso/model';
import { expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import type { Question } from '../oracle/question.ts';
import { deciderFor, orContradiction } from './engine.ts';
import { gistOf } from './gist.ts';
import { holds } from './holds.ts';

function gistAndSpan(book: Rulebook, question: Question) {
  const answer = orContradiction(() => deciderFor(book, question).decide(question.facts));
  if (answer === 'contradiction') return answer;
  const { enforced, presumed, validFrom, validUntil, because } = answer;
  const states = because.map(({ rule, state, status }) => `${rule} ${state} ${status}`).sort();
  return { ...gistOf(answer), enforced, presumed, validFrom, validUntil, states };
}

/** The same rulebook, everything that has no order of its own in another order. */
function shuffled(choices: Choices, book: Rulebook): Rulebook {
  return {
    ...book,
    enumerations: choices
      .shuffled(book.enumerations)
      .map((enumeration) => ({ ...enumeration, values: choices.shuffled(enumeration.values) })),
    facts: choices.shuffled(book.facts),
    readings: choices.shuffled(book.readings),
    terms: choices.shuffled(book.terms),
    assumptions: choices.shuffled(book.assumptions),
    parties: choices.shuffled(book.parties),
    instruments: choices.shuffled(book.instruments),
    provisions: choices.shuffled(book.provisions),
    events: choices.shuffled(book.events),
    rules: choices.shuffled(book.rules),
  };
}

test('the order of declarations never changes an answer', () => {
  holds(cases(), ({ book, question, dice }) => {
    const other = shuffled(new Choices(dice), book);
    expect(gistAndSpan(other, question)).toEqual(gistAndSpan(book, question));
  });
});
