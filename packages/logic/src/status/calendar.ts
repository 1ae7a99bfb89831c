import type { CalendarUnit, EpochMilliseconds } from '@proviso/model';

/** A stretch in which a moment lies: `[earliest, latest]`, equal when the moment is sharp. */
export type Interval = readonly [EpochMilliseconds, EpochMilliseconds];

const DAY = 86_400_000;

/**
 * The day that lies so many calendar units after another, both as days since 1970-01-01.
 * Where the month is too short for the day, its last day: one month after January 31 is the last of February.
 */
export function addCalendar(day: number, amount: number, unit: CalendarUnit): number {
  if (unit === 'days') return day + amount;
  const date = new Date(day * DAY);
  const month = date.getUTCMonth() + amount * (unit === 'years' ? 12 : 1);
  const first = Date.UTC(date.getUTCFullYear(), month, 1) / DAY;
  const next = Date.UTC(date.getUTCFullYear(), month + 1, 1) / DAY;
  return Math.min(first + date.getUTCDate() - 1, next - 1);
}

/**
 * The first instant outside an inclusive end. The law's clock ticks in seconds: the second that is named is still
 * inside, so after `end of 2025-04-05` comes the first instant of 2025-04-06.
 */
export function firstInstantAfter(inclusive: EpochMilliseconds): EpochMilliseconds {
  return (Math.floor(inclusive / 1000) + 1) * 1000;
}
