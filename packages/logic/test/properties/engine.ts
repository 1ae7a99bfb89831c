import type { Rulebook } from '@proviso/model';
import { compile, type Decider, InputError, prepareStatus } from '../../src/index.ts';
import { type Oracle, oracleOf } from '../oracle/oracle.ts';
import type { Question } from '../oracle/question.ts';

/** The oracle for a rulebook, with statuses as the library works them out. */
export function oracleFor(book: Rulebook): Oracle {
  return oracleOf(book, prepareStatus(book));
}

/** The library, ready to decide at a question's dates and readings. */
export function deciderFor(book: Rulebook, { asOf, knownOn, readings }: Question): Decider {
  return compile(book).at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
}

/** What a decision gives; `contradiction` when the facts contradict an assumption. Other errors stay errors. */
export function orContradiction<T>(decide: () => T): T | 'contradiction' {
  try {
    return decide();
  } catch (error) {
    if (error instanceof InputError && error.code === 'contradiction') return 'contradiction';
    throw error;
  }
}
