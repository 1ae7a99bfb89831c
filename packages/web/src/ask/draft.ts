import type { ScalarType, ScalarValue, Value, ValueType } from '@proviso/model';
import { parseDate, parseInstant } from '@proviso/model';

/** What somebody has chosen or typed so far. */
export type Draft = readonly string[];

/** A draft read, or what is wrong with it. */
export type ReadDraft =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: 'empty' | 'number' | 'date' };

/** The draft of an answer given before. */
export function startDraft(given: Value | null | undefined): Draft {
  if (given === undefined || given === null) return [];
  return (Array.isArray(given) ? given : [given]).map(String);
}

/** Reads a draft by the type of the fact. What only the rulebook can refuse (a range) is left to the service. */
export function readDraft(type: ValueType, draft: Draft): ReadDraft {
  if (type.kind !== 'list' && type.kind !== 'set') {
    const text = (draft[0] ?? '').trim();
    return text === '' ? { ok: false, problem: 'empty' } : readOne(type, text);
  }
  const texts = draft.flatMap((part) => part.split(/[,，、]/)).map((part) => part.trim());
  const values: ScalarValue[] = [];
  for (const text of texts.filter((part) => part !== '')) {
    const read = readOne(type.of, text);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return { ok: true, value: values };
}

type ReadScalar =
  | { readonly ok: true; readonly value: ScalarValue }
  | { readonly ok: false; readonly problem: 'number' | 'date' };

function readOne(type: ScalarType, text: string): ReadScalar {
  switch (type.kind) {
    case 'boolean':
      return { ok: true, value: text === 'true' };
    case 'integer':
    case 'decimal':
    case 'fraction':
      return /^-?\d+(?:\.\d+|\/\d+)?$/.test(text) ? { ok: true, value: text } : { ok: false, problem: 'number' };
    case 'date':
      return parseDate(text) === undefined ? { ok: false, problem: 'date' } : { ok: true, value: text };
    case 'instant':
      return parseInstant(text) === undefined ? { ok: false, problem: 'date' } : { ok: true, value: text };
    default:
      return { ok: true, value: text };
  }
}
