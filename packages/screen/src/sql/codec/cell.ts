import type { MappedFact } from '../../columns.ts';
import { compare, isNull, or, text, trim } from '../tree/build.ts';
import type { Expression } from '../tree/expression.ts';

/** Names of the columns that a fact's codec works out. */
export interface Names {
  /** The trimmed text. */
  readonly text: string;
  /** A value made of it. */
  readonly value: string;
  /** The code. */
  readonly code: string;
  /** A list's classes. */
  readonly list: string;
}

/** The names for the fact at a place in the mapping, or for the row's date. */
export function namesFor(place: number | 'as_of'): Names {
  return {
    text: `proviso_text_${place}`,
    value: `proviso_value_${place}`,
    code: `proviso_code_${place}`,
    list: `proviso_list_${place}`,
  };
}

/** Whether a text (already trimmed) is an empty cell, or one of the words that mean one. */
export function isBlank(trimmed: Expression, words: readonly string[] = []): Expression {
  return or(isNull(trimmed), ...['', ...words].map((word) => compare(trimmed, '=', text(word))));
}

/** Whether a text cell is empty, or one of the words that mean an empty cell. */
export function isBlankCell(cell: Expression, words: readonly string[] = []): Expression {
  return or(isNull(cell), ...['', ...words].map((word) => compare(trim(cell), '=', text(word))));
}

/** The words of a mapping that mean an empty cell, as they are found in trimmed texts. */
export function emptyWordsOf({ empty = [] }: Pick<MappedFact, 'empty'>): readonly string[] {
  return empty.map((word) => word.replace(/^ +| +$/g, '')).filter((word) => word !== '');
}
