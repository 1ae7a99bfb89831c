import { dayOf, type EpochMilliseconds, endOfDay, formatDate, type ZoneTable } from '@proviso/model';

/** The first day (ISO) whose last second is at or after an instant: from it on, a bare date sees what happened then. */
export function firstDayAtOrAfter(zone: ZoneTable, instant: EpochMilliseconds): string {
  const day = dayOf(zone, instant);
  return formatDate(endOfDay(zone, day) >= instant ? day : day + 1);
}
