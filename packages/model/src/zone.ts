/**
 * The offsets of a time zone as data: `[from, minutes]` pairs in order, `from` in seconds since 1970-01-01T00:00Z,
 * minutes east of UTC from then on. The first pair also holds for everything before it.
 */
export interface ZoneTable {
  /** IANA name: `America/New_York`. */
  readonly id: string;
  readonly offsets: readonly (readonly [number, number])[];
}

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type EpochMilliseconds = number;

const DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Days since 1970-01-01 of a date that exists (`2020-02-29`), else undefined. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return formatDate(ms / DAY) === text ? ms / DAY : undefined;
}

/** `YYYY-MM-DD` of a day number. */
export function formatDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Milliseconds of an ISO 8601 instant with an offset, for a date and clock time that exist, else undefined. */
export function parseInstant(text: string): EpochMilliseconds | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, date, hour, minute, second = '0', fraction = '', offset] = match;
  const day = parseDate(date ?? '');
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const minutes = offsetMinutes(offset ?? 'Z');
  if (minutes === undefined) return undefined;
  const clock = (Number(hour) * 60 + Number(minute) - minutes) * 60_000 + Number(second) * 1000;
  return day * DAY + clock + Number(fraction.padEnd(3, '0') || '0');
}

function offsetMinutes(text: string): number | undefined {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 18 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Minutes east of UTC at an instant. */
export function offsetAt(zone: ZoneTable, instant: EpochMilliseconds): number {
  let low = 0;
  let high = zone.offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((zone.offsets[middle]?.[0] ?? 0) * 1000 <= instant) low = middle;
    else high = middle;
  }
  return zone.offsets[low]?.[1] ?? 0;
}

/** The first instant of a day in the zone; where the clock skips midnight, the first instant after the gap. */
export function startOfDay(zone: ZoneTable, day: number): EpochMilliseconds {
  const local = day * DAY;
  // The offset before a change and the one after it; the earliest instant that shows this local time wins.
  const before = local - offsetAt(zone, local - DAY) * 60_000;
  const after = local - offsetAt(zone, local + DAY) * 60_000;
  for (const candidate of before < after ? [before, after] : [after, before]) {
    if (candidate + offsetAt(zone, candidate) * 60_000 === local) return candidate;
  }
  return Math.max(before, after);
}

/** The last second of a day in the zone (23:59:59), as in answers. */
export function endOfDay(zone: ZoneTable, day: number): EpochMilliseconds {
  return startOfDay(zone, day + 1) - 1000;
}

/** The local day of an instant. */
export function dayOf(zone: ZoneTable, instant: EpochMilliseconds): number {
  return Math.floor((instant + offsetAt(zone, instant) * 60_000) / DAY);
}

/** ISO 8601 with the zone's offset: `2020-09-21T23:59:59-04:00`. */
export function formatInstant(zone: ZoneTable, instant: EpochMilliseconds): string {
  // ISO 8601 knows offsets in whole minutes; the instant stays exact.
  const offset = Math.round(offsetAt(zone, instant));
  const local = new Date(instant + offset * 60_000).toISOString();
  const sign = offset < 0 ? '-' : '+';
  const absolute = Math.abs(offset);
  const clock = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23);
  return `${clock}${sign}${String(Math.floor(absolute / 60)).padStart(2, '0')}:${String(absolute % 60).padStart(2, '0')}`;
}
