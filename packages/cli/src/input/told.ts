import { InputError, type InputErrorCode } from '@proviso/logic';
import { nearest, type Rulebook } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { InputTrouble, Trouble } from '../messages/contract.ts';
import { Glossary } from '../render/glossary.ts';
import { describeType } from '../render/type-words.ts';

const OPTION_OF: Readonly<Record<string, string>> = { asOf: '--as-of', knownOn: '--known-on' };

/** Runs something of the engine; what it finds wrong with the input is told in the language, with the place it was given. */
export function told<Result>(
  context: Context,
  rulebook: Rulebook,
  origins: ReadonlyMap<string, string>,
  run: () => Result,
): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new Failure(error.code, troubleOf(error, context, rulebook), { where: whereOf(error, origins, context) });
  }
}

function whereOf(error: InputError, origins: ReadonlyMap<string, string>, context: Context): string {
  const origin = origins.get(error.field);
  if (origin !== undefined) return origin;
  if (error.code === 'unknown_reading' || error.code === 'unknown_alternative') return '--reading';
  return OPTION_OF[error.field] ?? context.messages.errors.onCommandLine;
}

function troubleOf(error: InputError, context: Context, rulebook: Rulebook): Trouble {
  const { code, field, message, hint } = error;
  const glossary = new Glossary(rulebook, context.messages);
  const parts: InputTrouble = {
    code,
    field: OPTION_OF[field] ?? field,
    near: nearTo(error, glossary),
    expected: expectedBy(error, glossary, context),
    problem: message,
    hint,
  };
  return context.messages.errors.input(parts) ?? { what: closed(message), next: nextStep(code, hint) };
}

function nextStep(code: InputErrorCode, hint: string): string {
  const fragment = code === 'wrong_value' || code === 'wrong_date' || code === 'unknown_alternative';
  return closed(fragment ? `Expected: ${hint}` : capital(hint));
}

function nearTo({ code, field }: InputError, glossary: Glossary): readonly string[] {
  const { readings, terms } = glossary.declarations;
  const names =
    code === 'unknown_reading'
      ? readings.map((reading) => reading.name)
      : [...glossary.factPaths, ...terms.map((term) => term.name)];
  const near = nearest(field, names);
  return near === undefined ? [] : [near];
}

function expectedBy({ code, field }: InputError, glossary: Glossary, context: Context): string | null {
  if (code === 'unknown_alternative')
    return (
      glossary
        .reading(field)
        ?.alternatives.map((alternative) => alternative.name)
        .join(', ') ?? null
    );
  const fact = glossary.fact(field);
  return fact === undefined ? null : describeType(fact.type, glossary.declarations, context.messages);
}

function closed(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
