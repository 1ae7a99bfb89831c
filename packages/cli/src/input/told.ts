import { InputError, type InputErrorCode } from '@proviso/logic';
import { adviceIn } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { ErrorMessages, Trouble } from '../messages/contract.ts';

const OPTION_OF: Readonly<Record<string, string>> = { asOf: '--as-of', knownOn: '--known-on' };

/** Runs something of the engine; what it finds wrong with the input is told in the language, with the place it was given. */
export function told<Result>(context: Context, origins: ReadonlyMap<string, string>, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new Failure(error.code, troubleOf(error, context), { where: whereOf(error, origins, context) });
  }
}

function whereOf(error: InputError, origins: ReadonlyMap<string, string>, context: Context): string {
  const origin = origins.get(error.field);
  if (origin !== undefined) return origin;
  if (error.code === 'unknown_reading' || error.code === 'unknown_alternative') return '--reading';
  return OPTION_OF[error.field] ?? context.messages.errors.onCommandLine;
}

/** An input error of the engine in the language. */
export function troubleOf(error: InputError, { language, messages }: Context): Trouble {
  const { message, hint } = adviceIn(error, language);
  return { what: messages.errors.sentence(message), next: nextStep(error.code, hint, messages.errors) };
}

function nextStep(code: InputErrorCode, hint: string, { expected, sentence }: ErrorMessages): string {
  const isFragment = code === 'wrong_value' || code === 'wrong_date' || code === 'unknown_alternative';
  return isFragment ? expected(hint) : sentence(hint.charAt(0).toUpperCase() + hint.slice(1));
}
