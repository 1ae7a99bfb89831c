import {
  endOfDay,
  type LegalEvent,
  parseDate,
  parseInstant,
  type Rulebook,
  type SharpMoment,
  startOfDay,
  type ZoneTable,
} from '@proviso/model';

const DAY = 86_400_000;

/** A date as the end of that day, or an instant, in milliseconds. */
export function vantagePoint(zone: ZoneTable, text: string): number {
  const day = parseDate(text);
  if (day !== undefined) return endOfDay(zone, day);
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`neither a date nor an instant: ${text}`);
  return instant;
}

/** The local day of an instant, as a day number. */
export function localDay(zone: ZoneTable, instant: number): number {
  let day = Math.floor(instant / DAY) - 1;
  while (startOfDay(zone, day + 1) <= instant) day++;
  return day;
}

/** A day so many calendar units later; a day that the month does not have becomes its last. */
export function addCalendar(day: number, amount: number, unit: 'days' | 'months' | 'years'): number {
  if (unit === 'days') return day + amount;
  const date = new Date(day * DAY);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + (unit === 'months' ? amount : 12 * amount);
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return Date.UTC(Math.floor(months / 12), months % 12, Math.min(date.getUTCDate(), last)) / DAY;
}

/** A moment as an instant: for a last second (`end`), that second. Undefined when it hangs on an event without one moment. */
export function sharpInstant(rulebook: Rulebook, moment: SharpMoment): number | undefined {
  switch (moment.kind) {
    case 'instant':
      return parseInstant(moment.instant);
    case 'date': {
      const day = parseDate(moment.date);
      return day === undefined ? undefined : edge(rulebook.zone, day, moment.at);
    }
    case 'after': {
      const day = eventDay(
        rulebook,
        rulebook.events.find((event) => event.name === moment.event),
      );
      return day === undefined
        ? undefined
        : edge(rulebook.zone, addCalendar(day, moment.amount, moment.unit), moment.at);
    }
  }
}

/** The local day on which an event happens, undefined when that is not one day for certain. */
export function eventDay(rulebook: Rulebook, event: LegalEvent | undefined): number | undefined {
  if (event === undefined || event.on.kind === 'between') return undefined;
  const instant = sharpInstant(rulebook, event.on);
  return instant === undefined ? undefined : localDay(rulebook.zone, instant);
}

function edge(zone: ZoneTable, day: number, at: 'start' | 'end'): number {
  return at === 'start' ? startOfDay(zone, day) : endOfDay(zone, day);
}
