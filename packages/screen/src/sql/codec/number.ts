import { compareRational, formatRational, parseRational, type Rational, type ScalarType } from '@proviso/model';
import type { StoredType } from '../../columns.ts';
import {
  and,
  choose,
  column,
  compare,
  integer,
  isNull,
  NOTHING,
  not,
  times,
  translate,
  trim,
  when,
} from '../tree/build.ts';
import type { Arm, Expression } from '../tree/expression.ts';
import { isBlank, isBlankCell, type Names } from './cell.ts';
import type { Codec } from './contract.ts';
import { doubleBelow } from './double.ts';
import { allows, type Below, climb, type Ladder, recoded, within } from './ladder.ts';

/** What numbers are read with. */
export interface NumberReading {
  readonly type: ScalarType;
  /** Codes of the fact: 1 + region. */
  readonly ladder: Ladder<Rational>;
  /** Codes of words of the mapping, which go before numbers. */
  readonly words: ReadonlyMap<string, number>;
  /** Words that mean an empty cell; absent for elements of lists. */
  readonly empty?: readonly string[];
  /** Codes of texts that SQL does not read and the library did. */
  readonly byLibrary: ReadonlyMap<string, number>;
}

/** For whole numbers, decimals and fractions; undefined for columns that hold no numbers. */
export function numberCodec(name: string, stored: StoredType, names: Names, reading: NumberReading): Codec | undefined {
  const cell = column(name);
  switch (stored) {
    case 'text':
      return textCodec(cell, names, reading);
    case 'integer':
    case 'decimal':
      return exactCodec(cell, stored, reading);
    case 'double':
      return doubleCodec(cell, names, reading);
    default:
      return undefined;
  }
}

function textCodec(cell: Expression, names: Names, reading: NumberReading): Codec {
  const trimmed = column(names.text);
  const value = column(names.value);
  return {
    stages: [
      [{ name: names.text, value: trim(cell) }],
      [{ name: names.value, value: { op: 'exact', of: trimmed } }],
      [
        {
          name: names.code,
          value: choose([when(isBlank(trimmed, reading.empty), integer(0))], codeOfText(trimmed, value, reading)),
        },
      ],
    ],
    code: (factor) => times(column(names.code), factor),
    validity: times(column(names.code), 0),
    empty: isBlankCell(cell, reading.empty),
    unread: choose([when(and(not(isBlank(trimmed, reading.empty)), isNull(value)), trimmed)], {
      op: 'null',
      type: 'text',
    }),
  };
}

/** The code of a text that is not empty, given what is exactly read from it (NULL when nothing is). */
export function codeOfText(trimmed: Expression, exact: Expression, reading: NumberReading): Expression {
  const byWord = (words: ReadonlyMap<string, number>) => translate(trimmed, words, { rest: null, empty: null });
  const arms: Arm[] = [];
  if (reading.words.size > 0) arms.push(when(not(isNull(byWord(reading.words))), byWord(reading.words)));
  arms.push(when(isNull(exact), reading.byLibrary.size > 0 ? byWord(reading.byLibrary) : NOTHING));
  return choose(arms, codeOfExact(exact, reading));
}

/** The code of an exact number that is not NULL. */
export function codeOfExact(exact: Expression, { type, ladder }: NumberReading): Expression {
  const coded = climb(within(ladder, isVeryLow, isVeryHigh), exactBelow(exact));
  return type.kind === 'integer' ? choose([when(not({ op: 'whole', of: exact }), NOTHING)], coded) : coded;
}

const isInteger = (point: Rational) => point.d === 1n;

/** Beyond these our exact type holds nothing. */
const EXACT_LIMIT = 10n ** 20n;
const isVeryLow = (point: Rational) => compareRational(point, rational(-EXACT_LIMIT)) <= 0;
const isVeryHigh = (point: Rational) => compareRational(point, rational(EXACT_LIMIT)) >= 0;

/** Between these limits a decimal of any precision can be compared with constants of any precision as it is. */
const PLAIN_LIMIT = 99_999_999;
const PLAIN_PLACES = 28;
const isLow = (point: Rational) => compareRational(point, rational(BigInt(-PLAIN_LIMIT))) < 0;
const isHigh = (point: Rational) => compareRational(point, rational(BigInt(PLAIN_LIMIT))) > 0;

function exactCodec(cell: Expression, stored: 'integer' | 'decimal', { type, ladder }: NumberReading): Codec {
  const isWhole = stored === 'integer';
  const mustBeWhole = type.kind === 'integer' && !isWhole;
  const below = exactBelow(cell, isWhole ? 0 : PLAIN_PLACES);
  // A decimal meets small whole constants without becoming wider, so that no engine can fail.
  const isSimple = ladder.points.every((point) => !isLow(point) && !isHigh(point) && (isWhole || isInteger(point)));
  const coded = (factor: number, codes: Ladder<Rational>): Expression => {
    const arms = [when(isNull(cell), integer(0))];
    if (mustBeWhole) arms.push(when(not({ op: 'whole', of: cell }), NOTHING));
    const plain = within(codes, isLow, isHigh);
    if (isSimple) return choose(arms, climb(codes, below, factor));
    const isPlain = and(compare(integer(-PLAIN_LIMIT), '<=', cell), compare(cell, '<=', integer(PLAIN_LIMIT)));
    const wide: Expression = { op: 'as_exact', of: cell };
    return choose(
      [...arms, when(isPlain, climb(plain, below, factor)), when(isNull(wide), NOTHING)],
      climb(within(codes, isVeryLow, isVeryHigh), exactBelow(wide), factor),
    );
  };
  const zero = recoded(ladder, () => 0);
  const isAlwaysGood = isSimple && !mustBeWhole && allows(ladder);
  return {
    stages: [],
    code: (factor) => coded(factor, ladder),
    validity: isAlwaysGood ? undefined : coded(1, zero),
    empty: isNull(cell),
  };
}

function doubleCodec(cell: Expression, names: Names, { type, ladder }: NumberReading): Codec {
  const value = column(names.value);
  const arms = [when(isNull(value), integer(0)), when(not({ op: 'short_double', of: value }), NOTHING)];
  if (type.kind === 'integer') arms.push(when(not({ op: 'whole_double', of: value }), NOTHING));
  return {
    stages: [
      [{ name: names.value, value: { op: 'as_double', of: cell } }],
      [{ name: names.code, value: choose(arms, climb(ladder, doubleBelow(value))) }],
    ],
    code: (factor) => times(column(names.code), factor),
    validity: times(column(names.code), 0),
    empty: isNull(cell),
  };
}

/**
 * Comparisons of an exact number with constants that may have more digits than the number can have: such a constant is
 * replaced by the next lower number with fewer.
 */
function exactBelow(value: Expression, places = 18): Below<Rational> {
  return (point, inclusive) => {
    const constant = point.floor(places);
    const isExact = compareRational(constant, point) === 0;
    const sign = inclusive || !isExact ? '<=' : '<';
    return compare(value, sign, { op: 'number', value: formatRational(constant) });
  };
}

function rational(value: bigint): Rational {
  const read = parseRational(String(value));
  if (read === undefined) throw new Error(`not a number: ${value}`);
  return read;
}
