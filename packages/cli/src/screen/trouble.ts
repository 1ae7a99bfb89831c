import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import type { ScreenBundle } from './bundle.ts';

/** Errors that mean the command line is wrong, not the input. */
const MISUSE: ReadonlySet<string> = new Set(['unknown_format', 'column_clash', 'output_exists']);

/** An error of the screening library as a failure of the command, in the language; other errors as they are. */
export function asFailure(error: unknown, { ScreenError }: ScreenBundle, context: Context): unknown {
  if (!(error instanceof ScreenError)) return error;
  const { code, where, values, message, hint } = error;
  const trouble = screenMessagesIn(context.language).trouble({ code, where, values, message, hint }) ?? {
    what: closed(message),
    next: hint === undefined ? undefined : closed(capital(hint)),
  };
  const isMisuse = MISUSE.has(code) || (code === 'output_unwritable' && values.reason === 'input');
  return new Failure(code, trouble, { where, exit: isMisuse ? EXIT.misuse : EXIT.bad });
}

function closed(text: string): string {
  return /[.?!:]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
