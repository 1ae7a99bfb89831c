import { parseDate, startOfDay } from '@proviso/model';
import type { StoredType } from '../../columns.ts';
import { column, compare } from '../tree/build.ts';
import type { Expression } from '../tree/expression.ts';
import { climbMoments, type InstantColumn } from './instant.ts';
import { type Below, bounded, climb, type Ladder, type Slot } from './ladder.ts';
import { tableOf } from './local.ts';
import { noDayZone } from './problems.ts';
import { dateLadder, FIRST_DAY, FIRST_INSTANT, LAST_INSTANT } from './slots.ts';

const DAY = 86_400_000;

/** The code of a cell that is not NULL, by the slots of its day. */
export type DayCode = (ladder: Ladder<string>, factor: number) => Expression;

/**
 * How a column of days, of clock times or of instants becomes the codes of days; undefined for other columns. The day of a
 * clock time is its own, that of an instant the one in the column's zone.
 * @throws ScreenError for instants without a zone, and for a zone that does not exist
 */
export function dayCode({ column: name, stored, zone, fact }: InstantColumn): DayCode | undefined {
  const cell = column(name);
  const made: Readonly<Partial<Record<StoredType, () => DayCode>>> = {
    date: () => (ladder, factor) => codeOfDay(cell, ladder, factor),
    timestamp: () => (ladder, factor) =>
      climbMoments(
        cell,
        'clock',
        momentsOfDays(ladder, (day) => day * DAY),
        factor,
      ),
    instant: () => {
      if (zone === undefined) throw noDayZone(name, fact);
      const table = tableOf(zone, name);
      return (ladder, factor) =>
        climbMoments(
          cell,
          'instant',
          momentsOfDays(ladder, (day) => startOfDay(table, day)),
          factor,
        );
    },
  };
  return made[stored]?.();
}

/** The code of a day that is not NULL. */
export function codeOfDay(cell: Expression, ladder: Ladder<string>, factor = 1): Expression {
  return climb(dateLadder(ladder), dayBelow(cell), factor);
}

function dayBelow(cell: Expression): Below<string> {
  return (point, inclusive) => compare(cell, inclusive ? '<=' : '<', { op: 'day', value: point });
}

/**
 * A ladder of days as one of moments: a moment has the slot of its day.
 * @param startOf the first moment of a day, given in days since 1970
 */
function momentsOfDays({ points, slots }: Ladder<string>, startOf: (day: number) => number): Ladder<number> {
  const ladder = { points: points.map(dayNumber), slots };
  const starts = [...new Set(ladder.points.flatMap((day) => [day, day + 1]))].sort((a, b) => a - b);
  const moments: Ladder<number> = {
    points: starts.map(startOf),
    slots: [
      slots[0],
      ...starts.flatMap((day) => {
        const slot = slotOf(ladder, day);
        return [slot, slot];
      }),
    ],
  };
  const minimum = Math.max(FIRST_INSTANT, startOf(dayNumber(FIRST_DAY)));
  return bounded(moments, { minimum, maximum: LAST_INSTANT }, (a, b) => a - b);
}

function dayNumber(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}

function slotOf({ points, slots }: Ladder<number>, day: number): Slot {
  const above = points.findIndex((point) => point >= day);
  if (above < 0) return slots[2 * points.length];
  return slots[points[above] === day ? 2 * above + 1 : 2 * above];
}
