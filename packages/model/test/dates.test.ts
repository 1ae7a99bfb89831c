import { formatDate, parseDate, parseInstant } from '@proviso/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('dates', () => {
  it('that exist are read and written back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -354_000, max: 2_932_000 }), (day) => {
        expect(parseDate(formatDate(day))).toBe(day);
      }),
    );
    expect(parseDate('1970-01-01')).toBe(0);
    expect(parseDate('2000-02-29')).toBe(11_016);
  });

  it.each(['2021-02-29', '1900-02-29', '2020-04-31', '2020-13-01', '2020-00-10', '2020-01-00'])(
    '%s does not exist',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  it.each(['', '2020-9-20', '20200920', '2020-09-20 ', '2020/09/20', '+002020-09-20', '2020-09-20T00:00Z'])(
    '%j is no date',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );
});

describe('instants', () => {
  it('are read as JavaScript reads them', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59), fc.nat(999)),
        fc.tuple(fc.constantFrom('+', '-'), fc.nat(14), fc.nat(59)),
        (day, [hour, minute, second, milli], [sign, hours, minutes]) => {
          const clock = `${two(hour)}:${two(minute)}:${two(second)}.${String(milli).padStart(3, '0')}`;
          const text = `${formatDate(day)}T${clock}${sign}${two(hours)}:${two(minutes)}`;
          expect(parseInstant(text)).toBe(Date.parse(text));
        },
      ),
    );
  });

  it('may leave out seconds, and have fewer decimals', () => {
    expect(parseInstant('2020-09-20T23:59-04:00')).toBe(Date.UTC(2020, 8, 21, 3, 59));
    expect(parseInstant('2020-09-20T23:59:59.5Z')).toBe(Date.UTC(2020, 8, 20, 23, 59, 59, 500));
  });

  it.each([
    '2020-09-20T23:59',
    '2020-09-20T24:00Z',
    '2020-09-20T23:60Z',
    '2020-09-20T23:59:60Z',
    '2020-02-30T00:00Z',
    '2020-09-20T23:59+19:00',
    '2020-09-20T23:59+01:60',
    '2020-09-20T23:59+0100',
    '2020-09-20 23:59Z',
    '2020-09-20T23:59z',
    '2020-09-20T23Z',
  ])('%s is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
