import { InputError } from '@proviso/logic';
import type { Context } from './context.ts';
import { describeFailure, EXIT, Failure } from './failure.ts';
import { troubleOf } from './input/told.ts';
import { writeError } from './output/write.ts';

/** Runs a command and sets the exit code. Whatever goes wrong is told in words; no stack trace reaches a person. */
export async function guard(context: Context, command: (context: Context) => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(context);
  } catch (error) {
    report(error, context);
  }
}

/** Like {@link guard}, for a command that never waits. */
export function guardSync(context: Context, command: (context: Context) => number): void {
  try {
    process.exitCode = command(context);
  } catch (error) {
    report(error, context);
  }
}

function report(error: unknown, context: Context): void {
  const failure = asFailure(error, context);
  writeError(describeFailure(failure, context.messages, context.json));
  process.exitCode = failure.exit;
}

function asFailure(error: unknown, context: Context): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof InputError) return new Failure(error.code, troubleOf(error, context), { where: error.field });
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure('internal', context.messages.errors.internal(detail), { exit: EXIT.bad });
}
