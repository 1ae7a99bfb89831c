import type { Rulebook } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import type { Question } from '../oracle/question.ts';
import { deciderFor, orContradiction } from './engine.ts';
import { holds } from './holds.ts';
import { withOneMore, withOneReading, withoutFacts } from './steps.ts';

const STAYS: Readonly<Record<string, readonly string[]>> = {
  yes: ['yes'],
  no: ['no'],
  // What may proceed on conditions may turn out to need none.
  only_if: ['only_if', 'yes'],
  unknown: ['unknown', 'only_if', 'yes', 'no'],
};

function possible(book: Rulebook, question: Question) {
  return orContradiction(() => deciderFor(book, question).possible(question.facts));
}

describe('knowing more only narrows', () => {
  const steps = { 'a fact': withOneMore, 'a reading': withOneReading };
  test.each(Object.entries(steps))('%s more', (_name, step) => {
    holds(cases(), ({ book, question, dice }) => {
      const choices = new Choices(dice);
      let asked = question;
      let before = possible(book, asked);
      for (let n = 0; n < 3 && before !== 'contradiction'; n++) {
        const next = step(choices, book, asked);
        if (next === undefined) return;
        const after = possible(book, next);
        if (after === 'contradiction') return;
        expect(before.possible).toEqual(expect.arrayContaining([...after.possible]));
        expect(STAYS[before.mayProceed]).toContain(after.mayProceed);
        asked = next;
        before = after;
      }
    });
  });
});

test('forgetting facts never turns no into yes', () => {
  holds(cases(), ({ book, question, dice }) => {
    const before = possible(book, question);
    if (before === 'contradiction') return;
    const choices = new Choices(dice);
    const presumed = new Set(book.facts.filter((fact) => fact.presumed !== undefined).map((fact) => fact.name));
    for (const party of book.parties) {
      for (const { name, presumed: value } of book.groups.flatMap((group) => group.facts)) {
        if (value !== undefined) presumed.add(`${party.name}.${name}`);
      }
    }
    // A presumed fact that is forgotten is presumed again: that is another fact, not a fact less.
    const forgettable = Object.keys(question.facts).filter((path) => !presumed.has(path));
    const forgotten = withoutFacts(question, new Set(choices.some(forgettable, 1, forgettable.length)));
    const after = possible(book, forgotten);
    if (after === 'contradiction') throw new Error('forgetting made a contradiction');
    expect(after.possible).toEqual(expect.arrayContaining([...before.possible]));
    if (before.mayProceed === 'no') expect(['no', 'unknown']).toContain(after.mayProceed);
  });
});
