import type { Program } from '@proviso/logic';
import { ScreenError, type ScreeningOptions } from '@proviso/screen';
import { Problem } from '../http/problem.ts';
import type { ScreeningFailure, ScreeningOrder } from './contract.ts';

/** The options of the screening library for an order. */
export function optionsFor(order: ScreeningOrder, program: Program, path: string): ScreeningOptions {
  const { asOf, asOfColumn, knownOn, readings, map, columns, amount, unit, encoding, delimiter, sheet, prefix } = order;
  return {
    program,
    source: {
      kind: 'file',
      paths: [path],
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
    },
    ...(asOf === undefined ? {} : { asOf }),
    ...(asOfColumn === undefined ? {} : { asOfColumn: { column: asOfColumn } }),
    ...(knownOn === undefined ? {} : { knownOn }),
    ...(readings === undefined ? {} : { readings }),
    ...(map === undefined ? {} : { map: { text: map, file: 'map' } }),
    ...(columns === undefined ? {} : { columns: Object.entries(columns).map(([fact, column]) => `${fact}=${column}`) }),
    ...(amount === undefined ? {} : { amount }),
    ...(unit === undefined ? {} : { unit }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

/** What went wrong with a screening, with the name of the file in place of its path; undefined for a fault of ours. */
export function failureOf(error: unknown, path: string, name: string): ScreeningFailure | undefined {
  const told = (text: string) => text.replaceAll(path, name);
  if (error instanceof ScreenError) {
    const { code, message, where } = error;
    const values = Object.entries(error.values).map(([key, value]) => [key, told(value)] as const);
    const hint = code === 'column_clash' ? 'give a `prefix` for the added columns, such as new_' : error.hint;
    return {
      code,
      message: told(message),
      hint: hint === undefined ? null : told(hint),
      field: where === undefined ? null : told(where),
      ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
    };
  }
  return undefined;
}

/** The same as a problem. */
export function problemOfScreening({ code, message, hint, field, values }: ScreeningFailure): Problem {
  return new Problem(
    422,
    'screening_failed',
    { en: sentence(message), zh: `无法判断该文件（${message}）。` },
    {
      ...(field === null ? {} : { field }),
      ...(hint === null ? {} : { hint: { en: sentence(hint), zh: `提示：${hint}。` } }),
      members: { reason: code, ...(values === undefined ? {} : { values }) },
    },
  );
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}
