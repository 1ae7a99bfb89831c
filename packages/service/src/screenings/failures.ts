import { InputError } from '@proviso/logic';
import type { ScreeningFailure } from './contract.ts';

/** A fault of ours. */
export const FAULT: ScreeningFailure = { code: 'internal', message: 'a fault of the service', hint: null, field: null };

/** The service was killed, or the machine failed, while the screening ran. It is not run again: it may have been the cause. */
export const INTERRUPTED: ScreeningFailure = {
  code: 'interrupted',
  message: 'the service ended while this was under way',
  hint: 'start it again',
  field: null,
};

/** The rulebook is another than when the screening was ordered. */
export const CHANGED: ScreeningFailure = {
  code: 'rulebook_changed',
  message: 'the rulebook has changed since this was ordered, and the service was started anew',
  hint: 'order it again',
  field: 'rulebook',
};

/** The file that was sent in is not there any more. */
export const UPLOAD_GONE: ScreeningFailure = {
  code: 'upload_gone',
  message: 'the file that was sent in is not there any more',
  hint: 'send it in again',
  field: 'upload',
};

/** What a question to a rulebook found wrong; undefined for anything else. */
export function inputFailure(error: unknown): ScreeningFailure | undefined {
  if (!(error instanceof InputError)) return undefined;
  return { code: error.code, message: error.message, hint: error.hint, field: error.field };
}
