import { printParseErrorCode, visit } from 'jsonc-parser';
import type { JsonTrouble } from '../messages/contract.ts';

/** A place in a text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A JSON value with the place of each member, by its path from the top (`counterparty`, `counterparty.share`). */
export interface JsonText {
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Place>;
}

/** What makes a text no acceptable JSON, and where. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  /** For a name given twice: its path and the place of the first. */
  readonly trouble:
    | { readonly kind: JsonTrouble }
    | { readonly kind: 'duplicate'; readonly path: string; readonly first: Place };
  readonly place: Place;

  constructor(trouble: JsonError['trouble'], place: Place) {
    super(trouble.kind);
    this.trouble = trouble;
    this.place = place;
  }
}

const TROUBLES: Readonly<Record<string, JsonTrouble>> = {
  InvalidSymbol: 'symbol',
  InvalidNumberFormat: 'number',
  PropertyNameExpected: 'property_name',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'close_brace',
  CloseBracketExpected: 'close_bracket',
  EndOfFileExpected: 'end',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'string_end',
  UnexpectedEndOfNumber: 'number',
  InvalidUnicode: 'unicode',
  InvalidEscapeCharacter: 'escape',
  InvalidCharacter: 'character',
};

const DEEPEST = 20;
const EXACT_DIGITS = 15;

interface Container {
  readonly path: string;
  readonly value: Map<string, unknown> | unknown[];
  member: string;
}

/**
 * Reads strict JSON. A name given twice in one object is an error, and so is a number that would lose digits.
 * Objects become plain objects whose members are all their own.
 * @throws JsonError at the first thing that is wrong.
 */
export function readJson(text: string): JsonText {
  const places = new Map<string, Place>();
  const open: Container[] = [];
  let top: unknown;

  const put = (value: unknown) => {
    const container = open.at(-1);
    if (container === undefined) top = value;
    else if (Array.isArray(container.value)) container.value.push(value);
    else container.value.set(container.member, value);
  };
  const begin = (value: Container['value'], place: Place) => {
    if (open.length >= DEEPEST) throw new JsonError({ kind: 'depth' }, place);
    const parent = open.at(-1);
    open.push({ path: parent === undefined ? '' : pathIn(parent), value, member: '' });
  };
  const end = () => {
    const value = open.pop()?.value;
    put(value instanceof Map ? Object.fromEntries(value) : value);
  };

  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, column) => begin(new Map(), at(line, column)),
      onObjectProperty: (name, _offset, _length, line, column) => {
        const container = open.at(-1);
        if (container === undefined || Array.isArray(container.value)) return;
        const repeated = container.value.has(name);
        container.member = name;
        const path = pathIn(container);
        const first = places.get(path);
        if (repeated && first !== undefined) throw new JsonError({ kind: 'duplicate', path, first }, at(line, column));
        container.value.set(name, undefined);
        places.set(path, at(line, column));
      },
      onObjectEnd: end,
      onArrayBegin: (_offset, _length, line, column) => begin([], at(line, column)),
      onArrayEnd: end,
      onLiteralValue: (value, offset, length, line, column) => {
        if (typeof value === 'number' && !isExact(text.slice(offset, offset + length), value))
          throw new JsonError({ kind: 'digits' }, at(line, column));
        put(value);
      },
      onError: (error, _offset, _length, line, column) => {
        throw new JsonError({ kind: TROUBLES[printParseErrorCode(error)] ?? 'symbol' }, at(line, column));
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return { value: top, places };
}

function at(line: number, column: number): Place {
  return { line: line + 1, column: column + 1 };
}

function pathIn(container: Container): string {
  if (Array.isArray(container.value)) return `${container.path}[]`;
  return container.path === '' ? container.member : `${container.path}.${container.member}`;
}

function isExact(written: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  const digits = written
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '');
  return digits.length <= EXACT_DIGITS || (/^-?\d+$/.test(written) && Number.isSafeInteger(value));
}
