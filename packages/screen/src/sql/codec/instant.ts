import type { StoredType } from '../../columns.ts';
import {
  add,
  choose,
  code,
  column,
  compare,
  integer,
  isNull,
  matches,
  NOTHING,
  not,
  or,
  text,
  times,
  translate,
  trim,
  when,
} from '../tree/build.ts';
import type { Arm, Expression } from '../tree/expression.ts';
import { isBlank, isBlankCell, type Names } from './cell.ts';
import type { Codec } from './contract.ts';
import { bounded, climb, type Ladder, recoded } from './ladder.ts';
import { localLadder } from './local.ts';
import { INSTANT_PATTERN } from './patterns.ts';
import { noZone } from './problems.ts';
import { FIRST_INSTANT, LAST_INSTANT } from './slots.ts';

/** A column that may hold instants. */
export interface InstantColumn {
  readonly column: string;
  readonly stored: StoredType;
  readonly zone?: string;
  /** What is read from it, for messages. */
  readonly fact: string;
}

/** What instants are read with. */
export interface InstantReading {
  readonly ladder: Ladder<number>;
  readonly words: ReadonlyMap<string, number>;
  /** Words that mean an empty cell. */
  readonly empty: readonly string[];
}

/** For instants; undefined for columns that hold none. @throws ScreenError for clock times without a zone */
export function instantCodec(
  from: InstantColumn,
  names: Names,
  { ladder, words, empty }: InstantReading,
): Codec | undefined {
  const cell = column(from.column);
  if (from.stored === 'text') {
    const trimmed = column(names.text);
    const value = column(names.value);
    const arms: Arm[] = [when(isBlank(trimmed, empty), integer(0))];
    const byWord = translate(trimmed, words, { rest: null, empty: null });
    if (words.size > 0) arms.push(when(not(isNull(byWord)), byWord));
    arms.push(when(isNull(value), NOTHING));
    return {
      stages: [
        [{ name: names.text, value: trim(cell) }],
        [{ name: names.value, value: instantOfText(trimmed) }],
        [{ name: names.code, value: choose(arms, codeOfMilliseconds(value, ladder)) }],
      ],
      code: (factor) => times(column(names.code), factor),
      validity: times(column(names.code), 0),
      empty: isBlankCell(cell, empty),
    };
  }
  const codeOf = momentCode(from);
  if (codeOf === undefined) return undefined;
  const coded = (factor: number, checking = false) =>
    choose([when(isNull(cell), integer(0))], codeOf(ladder, factor, checking));
  return {
    stages: [],
    code: (factor) => coded(factor),
    validity: coded(1, true),
    empty: isNull(cell),
  };
}

/**
 * How a column of instants or clock times becomes codes (when checking: 0 for all that are no NULL); undefined for other columns.
 * @throws ScreenError
 */
export function momentCode(
  from: InstantColumn,
): ((ladder: Ladder<number>, factor?: number, checking?: boolean) => Expression) | undefined {
  const cell = column(from.column);
  const made = (op: 'instant' | 'clock', ladder: Ladder<number>, factor = 1, checking = false) =>
    climbMoments(cell, op, bound(checking ? recoded(ladder, () => 0) : ladder), factor);
  if (from.stored === 'instant') return (ladder, factor, checking) => made('instant', ladder, factor, checking);
  if (from.stored !== 'timestamp') return undefined;
  const { zone } = from;
  if (zone === undefined) throw noZone(from.column, from.fact);
  // Which clock times are ambiguous depends on the codes, so they are told apart before codes are forgotten.
  return (ladder, factor, checking) => made('clock', localLadder(ladder, zone, from.column), factor, checking);
}

function bound(ladder: Ladder<number>): Ladder<number> {
  return bounded(ladder, { minimum: FIRST_INSTANT, maximum: LAST_INSTANT }, (a, b) => a - b);
}

/** The code of a cell of instants or clock times that is not NULL; points are milliseconds since 1970. */
export function climbMoments(
  cell: Expression,
  op: 'instant' | 'clock',
  ladder: Ladder<number>,
  factor?: number,
): Expression {
  const below = (point: number, inclusive: boolean) =>
    compare(cell, inclusive ? '<=' : '<', { op, value: new Date(point).toISOString().slice(0, 23).replace('T', ' ') });
  return climb(ladder, below, factor);
}

/** The code of an instant in milliseconds. */
export function codeOfMilliseconds(value: Expression, ladder: Ladder<number>): Expression {
  return climb(ladder, (point, inclusive) => compare(value, inclusive ? '<=' : '<', integer(point)));
}

/** Milliseconds since 1970 of a text that is an instant with its offset; NULL for any other text. */
export function instantOfText(trimmed: Expression): Expression {
  const at = (from: number, length = 1): Expression => ({ op: 'slice', of: trimmed, from, length });
  const is = (place: number, ...letters: readonly string[]) =>
    or(...letters.map((letter) => compare(at(place), '=', text(letter))));
  const number = (from: number, length: number): Expression => ({ op: 'digits', of: at(from, length) });
  const clock = (parts: { readonly seconds: boolean; readonly digits: number; readonly offsetAt: number }) =>
    add([
      times({ op: 'day_number', of: at(1, 10) }, 86_400_000),
      times(number(12, 2), 3_600_000),
      times(number(15, 2), 60_000),
      ...(parts.seconds ? [times(number(18, 2), 1000)] : []),
      ...(parts.digits > 0 ? [times(number(21, parts.digits), 10 ** (3 - parts.digits))] : []),
      offset(parts.offsetAt),
    ]);
  const offset = (place: number) => {
    const minutes = (sign: 1 | -1) =>
      add([times(number(place + 1, 2), sign * 3_600_000), times(number(place + 4, 2), sign * 60_000)]);
    return choose([when(is(place, 'Z'), integer(0)), when(is(place, '+'), minutes(-1))], minutes(1));
  };
  const ends = (place: number) => is(place, 'Z', '+', '-');
  return choose(
    [
      when(or(isNull(trimmed), not(matches(trimmed, INSTANT_PATTERN))), code(null)),
      when(ends(17), clock({ seconds: false, digits: 0, offsetAt: 17 })),
      when(ends(20), clock({ seconds: true, digits: 0, offsetAt: 20 })),
      when(ends(22), clock({ seconds: true, digits: 1, offsetAt: 22 })),
      when(ends(23), clock({ seconds: true, digits: 2, offsetAt: 23 })),
    ],
    clock({ seconds: true, digits: 3, offsetAt: 24 }),
  );
}
