import type { Rulebook } from '@proviso/model';
import fc from 'fast-check';
import type { Question } from '../oracle/question.ts';
import { worldOf } from '../oracle/world.ts';
import { Choices } from './choices.ts';
import { drawQuestion } from './draw-question.ts';
import { drawRulebook } from './draw-rulebook.ts';

/** Numbers to make choices from. */
export function streams(length: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat(0xffff), { minLength: Math.floor(length / 5), maxLength: length, size: 'max' });
}

/** Random valid rulebooks. */
export const rulebooks: fc.Arbitrary<Rulebook> = streams(500).map((stream) => drawRulebook(new Choices(stream)));

/** A rulebook, a question about it, and numbers for whatever the property still has to choose. */
export interface Case {
  readonly book: Rulebook;
  readonly question: Question;
  readonly dice: readonly number[];
}

/** Random rulebooks with questions; unknown facts combine in at most `limit` ways. */
export function cases(limit = 3000): fc.Arbitrary<Case> {
  return fc.tuple(streams(500), streams(60), streams(60)).map(([law, asked, dice]) => {
    const book = drawRulebook(new Choices(law));
    return { book, question: drawQuestion(new Choices(asked), worldOf(book), limit), dice };
  });
}
