import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, groupedAmount, placesOf, share } from '../../src/summary/numbers.ts';
import { RUNS } from './fixture.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [9007199254740991, '9,007,199,254,740,991'],
  ])('%d has its thousands set apart', (count, text) => expect(grouped(count)).toBe(text));

  it.each([
    [0, 10, '0%'],
    [10, 10, '100%'],
    [0, 0, '0%'],
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [62, 100, '62.0%'],
    [9999, 10000, '>99.9%'],
    [99949, 100000, '99.9%'],
    [1, 10000, '<0.1%'],
    [1, 1000, '0.1%'],
  ])('%d of %d is %s', (part, whole, text) => expect(share(part, whole)).toBe(text));

  it('never says nothing or all of what is neither', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER - 1 }), (part) => {
        expect(['0%', '100%', '0.0%', '100.0%']).not.toContain(share(part, Number.MAX_SAFE_INTEGER));
      }),
      { numRuns: RUNS },
    );
  });

  it('shows amounts exactly, lined up', () => {
    const amounts = ['1234567.5', '-1000', '0.125'];
    expect(placesOf(amounts)).toBe(3);
    expect(amounts.map((amount) => groupedAmount(amount, placesOf(amounts)))).toEqual([
      '1,234,567.500',
      '-1,000.000',
      '0.125',
    ]);
    expect([placesOf(['1', '20']), placesOf(['1', '2.5']), placesOf([undefined])]).toEqual([0, 2, 0]);
  });
});
