import type { TabulatedFact } from '@proviso/logic/tabulate';
import {
  COUNTRIES,
  compareRational,
  parseInstant,
  parseRational,
  type Rational,
  type ScalarType,
} from '@proviso/model';
import { bounded, type Ladder, type Slot } from './ladder.ts';

type Lookup = TabulatedFact['lookup'];

/** The slot of every word of a type with named values; `rest` is that of all other words, null where they are no values. */
export interface NamedSlots {
  readonly words: ReadonlyMap<string, number>;
  readonly rest: number | null;
}

/** The slots of a type whose values have no order. Booleans are the words `true` and `false`. */
export function namedSlots(type: ScalarType, lookup: Lookup): NamedSlots {
  if (lookup.kind !== 'named') throw new Error(`a ${type.kind} is looked up by ${lookup.kind}`);
  const words = new Map<string, number>();
  lookup.values.forEach((value, index) => {
    const slot = lookup.slots[index] ?? -1;
    if (slot >= 0) words.set(String(value), slot);
  });
  const rest = lookup.slots[lookup.values.length] ?? -1;
  if (type.kind === 'text') return { words, rest: rest < 0 ? null : rest };
  if (type.kind === 'country' && rest >= 0) {
    for (const country of COUNTRIES) if (!words.has(country)) words.set(country, rest);
  }
  return { words, rest: null };
}

/** The slots of numbers, with what the type does not allow. */
export function numberLadder(type: ScalarType, lookup: Lookup): Ladder<Rational> {
  const ladder = { points: pointsOf(lookup).map(rational), slots: slotsOf(lookup) };
  if (!('minimum' in type || 'maximum' in type)) return ladder;
  const minimum = type.minimum === undefined ? undefined : rational(type.minimum);
  const maximum = type.maximum === undefined ? undefined : rational(type.maximum);
  return bounded(ladder, { minimum, maximum }, compareRational);
}

/** The days that texts of the form YYYY-MM-DD can name. */
export const FIRST_DAY = '0100-01-01';
/** See {@link FIRST_DAY}. */
export const LAST_DAY = '9999-12-31';

/** The slots of dates; days that no date can name are not allowed. */
export function dateLadder(ladder: Ladder<string>): Ladder<string> {
  return bounded(ladder, { minimum: FIRST_DAY, maximum: LAST_DAY }, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The first and the last instant that a text with an offset of zero can name, in milliseconds. */
export const FIRST_INSTANT = Date.UTC(100, 0, 1);
/** See {@link FIRST_INSTANT}. */
export const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The points and slots of dates as a lookup has them. */
export function datesOf(lookup: Lookup): Ladder<string> {
  return { points: pointsOf(lookup), slots: slotsOf(lookup) };
}

/** The points (in milliseconds) and slots of instants as a lookup has them. */
export function instantsOf(lookup: Lookup): Ladder<number> {
  return { points: pointsOf(lookup).map((point) => parseInstant(point) ?? Number.NaN), slots: slotsOf(lookup) };
}

function pointsOf(lookup: Lookup): readonly string[] {
  if (lookup.kind === 'named') throw new Error('named values have no order');
  return lookup.points;
}

/** A stretch without a slot has no value, or is beyond the type's bounds. */
function slotsOf({ slots }: Lookup): readonly Slot[] {
  return slots.map((slot) => (slot < 0 ? undefined : slot));
}

function rational(text: string): Rational {
  const value = parseRational(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}
