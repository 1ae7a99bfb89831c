import { describe, expect, it } from 'vitest';
import { words as en } from '../src/messages/en/words.ts';
import { words as zh } from '../src/messages/zh/words.ts';
import { beginning, dayOrMoment, ending } from '../src/render/dates.ts';

describe('dates for people', () => {
  it('writes the last second of a day as the day', () => {
    expect(dayOrMoment('2020-09-21T23:59:59-04:00', en)).toBe('21 September 2020');
    expect(dayOrMoment('2020-09-21T23:59:59-04:00', zh)).toBe('2020年9月21日');
  });

  it('writes a beginning at midnight as that day, an ending at midnight as the day before', () => {
    expect(beginning('2020-03-01T00:00:00-05:00', en)).toBe('1 March 2020');
    expect(ending('2020-03-01T00:00:00-05:00', en)).toBe('29 February 2020');
  });

  it('keeps the clock where it matters', () => {
    expect(ending('2020-09-19T17:43:00-04:00', en)).toBe('17:43 on 19 September 2020 (UTC-04:00)');
    expect(beginning('2020-09-19T17:43:05-04:00', zh)).toBe('2020年9月19日17:43:05（UTC-04:00）');
  });
});
