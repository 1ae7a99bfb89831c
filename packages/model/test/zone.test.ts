import {
  dayOf,
  endOfDay,
  formatDate,
  formatInstant,
  offsetAt,
  parseDate,
  parseInstant,
  startOfDay,
} from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

// New York: the ordinary case. Sao Paulo, Beirut, Havana: the clock skips or repeats midnight. Apia: a day was skipped.
// Lord Howe: half an hour. Dublin: negative summer time. Kathmandu and Shanghai: odd offsets, old summer time.
const ZONES = [
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'America/Havana',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'UTC',
];
const DAY = 86_400_000;
const FIRST_DAY = 2;
const LAST_DAY = 47_400;

/** Days, many of them beside a change of the clock. */
function days(zone: string): fc.Arbitrary<number> {
  const changes = zoneTable(zone).offsets.map(([from]) => Math.floor((from * 1000) / DAY));
  const beside = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2, max: 2 }))
    .map(([day, shift]) => Math.min(LAST_DAY, Math.max(FIRST_DAY, day + shift)));
  return fc.oneof(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), beside);
}

describe.each(ZONES)('days and clocks in %s', (id) => {
  const zone = zoneTable(id);
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id);

  it('a day starts and ends where Temporal says', () => {
    fc.assert(
      fc.property(days(id), (day) => {
        const start = (number: number) =>
          Temporal.PlainDate.from(formatDate(number)).toZonedDateTime({ timeZone: id }).epochMilliseconds;
        expect(startOfDay(zone, day)).toBe(start(day));
        expect(endOfDay(zone, day)).toBe(start(day + 1) - 1000);
      }),
      { numRuns: 300 },
    );
  });

  it('an instant has the offset and the local day that Temporal says, and reads back', () => {
    fc.assert(
      fc.property(days(id), fc.integer({ min: 0, max: DAY - 1 }), (day, clock) => {
        const instant = day * DAY + clock;
        const local = at(instant);
        expect(offsetAt(zone, instant)).toBe(local.offsetNanoseconds / 60e9);
        expect(formatDate(dayOf(zone, instant))).toBe(local.toPlainDate().toString());
        expect(parseInstant(formatInstant(zone, instant))).toBe(instant);
        expect(formatInstant(zone, instant).slice(0, 19)).toBe(local.toString().slice(0, 19));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the start of a day without midnight', () => {
  it.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00'],
    ['Asia/Beirut', '2022-03-27', '2022-03-27T01:00:00+03:00'],
    ['America/Havana', '2021-03-14', '2021-03-14T01:00:00-04:00'],
    ['Pacific/Apia', '2011-12-30', '2011-12-31T00:00:00+14:00'],
  ])('in %s on %s is %s', (id, date, start) => {
    const zone = zoneTable(id);
    expect(formatInstant(zone, startOfDay(zone, parseDate(date) ?? 0))).toBe(start);
  });
});

describe('an offset that is no whole minute', () => {
  it('is written in whole minutes and keeps the instant', () => {
    const zone = zoneTable('Africa/Monrovia');
    expect(offsetAt(zone, 0)).toBe(-44.5);
    expect(parseInstant(formatInstant(zone, 86_400_000))).toBe(86_400_000);
  });
});

describe('a zone', () => {
  it('that does not exist is refused', () => {
    expect(() => zoneTable('America/Atlantis')).toThrow(RangeError);
  });
});
