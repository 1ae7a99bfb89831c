import type { Advice, BilingualAdvice, Said } from '@proviso/model';

/** Stable codes of errors in what a user gives (facts, dates, readings). */
export type InputErrorCode =
  | 'unknown_fact'
  | 'wrong_value'
  | 'unknown_reading'
  | 'unknown_alternative'
  | 'wrong_date'
  | 'contradiction';

/** Bad input: says what, where, why and what would be right. Never carries a stack trace to a user. */
export class InputError extends Error implements BilingualAdvice {
  override readonly name = 'InputError';
  readonly code: InputErrorCode;
  /** The fact, reading or option concerned. */
  readonly field: string;
  /** What to do instead; a full sentence fragment without a final stop. */
  readonly hint: string;

  /** The same in Chinese. */
  readonly zh: Advice;

  constructor(code: InputErrorCode, field: string, problem: Said, hint: Said) {
    super(problem.en);
    this.code = code;
    this.field = field;
    this.hint = hint.en;
    this.zh = { message: problem.zh, hint: hint.zh };
  }
}
