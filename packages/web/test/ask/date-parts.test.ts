import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateInText, dateOf, partsOf } from '../../src/ask/date-parts.ts';

const date = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));

it('a date comes back from its parts, with leading zeros or without', () => {
  fc.assert(
    fc.property(date, (one) => {
      const { year, month, day } = partsOf(one);
      expect(dateOf({ year, month, day })).toBe(one);
      expect(dateOf({ year, month: String(Number(month)), day: String(Number(day)) })).toBe(one);
    }),
  );
});

it.each([
  ['2020', '2', '30'],
  ['2021', '2', '29'],
  ['2020', '13', '1'],
  ['20', '9', '21'],
  ['', '9', '21'],
  ['2020', '', ''],
  ['2020', '9', ''],
])('%s, %s, %s is no date, and not nothing', (year, month, day) => {
  const value = dateOf({ year, month, day });
  expect(value).not.toBe('');
  expect(value).not.toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(partsOf(value)).toEqual({ year, month, day });
});

it('nothing typed is no date', () => {
  expect(dateOf(partsOf(''))).toBe('');
  expect(partsOf('2020-09-21T10:00:00Z')).toEqual(partsOf(''));
});

it.each(['2020-09-21', '2020/9/21', '2020.9.21', '2020年9月21日', ' 2020 年 9 月 21 日 '])(
  '%s can be pasted',
  (text) => {
    const parts = dateInText(text);
    expect(parts === undefined ? '' : dateOf(parts)).toBe('2020-09-21');
  },
);

it.each(['09/10/2020', '21', '2020-09', 'tomorrow', ''])('%s is not guessed at when pasted', (text) => {
  expect(dateInText(text)).toBeUndefined();
});
