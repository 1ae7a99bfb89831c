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

/** Whether a text (already trimmed) is an empty cell. */
export function isBlank(trimmed: Expression): Expression {
  return or(isNull(trimmed), compare(trimmed, '=', text('')));
}

/** Whether a text cell is empty. */
export function isBlankCell(cell: Expression): Expression {
  return or(isNull(cell), compare(trim(cell), '=', text('')));
}
