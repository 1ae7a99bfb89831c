import { Temporal } from 'temporal-polyfill';
import type { ZoneTable } from './zone.ts';

const FROM = '1970-01-01T00:00Z';
const TO = '2100-01-01T00:00Z';

/**
 * The offsets of an IANA time zone from 1970 to 2100, as the runtime's time zone data has them.
 * @throws RangeError when the zone does not exist.
 */
export function zoneTable(id: string): ZoneTable {
  const end = Temporal.Instant.from(TO);
  let at = Temporal.Instant.from(FROM).toZonedDateTimeISO(id);
  const offsets: [number, number][] = [[0, at.offsetNanoseconds / 60e9]];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || Temporal.Instant.compare(next.toInstant(), end) >= 0) break;
    const minutes = next.offsetNanoseconds / 60e9;
    offsets.push([Math.floor(next.epochMilliseconds / 1000), minutes]);
    at = next;
  }
  return { id, offsets };
}
