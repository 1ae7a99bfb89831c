import type { PositionMap } from '@proviso/language';
import { InputError, type Program } from '@proviso/logic';
import { type Mismatch, mismatchesOf, trialOfExample } from '@proviso/logic/trials';
import type { Said } from '@proviso/model';

/** An example of a rulebook that does not come out as it says. */
export interface FailedExample {
  readonly name: string;
  readonly line: number;
  readonly mismatches: readonly Mismatch[];
  /** Why there was no answer at all. */
  readonly trouble: Said | null;
}

/** Runs the examples of a rulebook, as `proviso test` does. */
export function failedExamples(program: Program, positions: PositionMap): readonly FailedExample[] {
  return program.rulebook.examples.flatMap((example): FailedExample[] => {
    const { name } = example;
    const line = positions.find('example', name)?.nameRange.line ?? 1;
    try {
      const mismatches = mismatchesOf(program, trialOfExample(program.rulebook, example));
      return mismatches.length === 0 ? [] : [{ name, line, mismatches, trouble: null }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [{ name, line, mismatches: [], trouble: { en: error.message, zh: error.zh.message } }];
    }
  });
}
