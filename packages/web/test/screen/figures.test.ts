import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupDigits, moneyOf, shareOf, sumOf } from '../../src/screen/figures.ts';

it.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1234567.8901', '-1,234,567.8901'],
  ['123456789012345678901234567890.5', '123,456,789,012,345,678,901,234,567,890.5'],
])('%s has its digits in groups', (decimal, shown) => expect(groupDigits(decimal)).toBe(shown));

it('money has its unit, and is nothing without a column', () => {
  expect(moneyOf({ rows: 1, amount: '1500.5' }, { column: 'Amount', unit: 'USD' })).toBe('USD 1,500.5');
  expect(moneyOf({ rows: 1, amount: '1500' }, { column: 'Amount', unit: null })).toBe('1,500');
  expect(moneyOf({ rows: 1 }, null)).toBe('');
});

it('a share is never 0% or 100% of what is neither', () => {
  expect(shareOf(1, 1_000_000)).toBe('0.1%');
  expect(shareOf(999_999, 1_000_000)).toBe('99.9%');
  expect(shareOf(0, 10)).toBe('0%');
  expect(shareOf(10, 10)).toBe('100%');
  expect(shareOf(0, 0)).toBe('0%');
  expect(shareOf(71, 383)).toBe('18.5%');
});

it('sums of decimals are exact', () => {
  expect(sumOf(['0.1', '0.2'])).toBe('0.3');
  expect(sumOf(['-0.5', '0.25'])).toBe('-0.25');
  expect(sumOf(['-3', '5.05', '1'])).toBe('3.05');
  expect(sumOf([])).toBe('0');
  const cents = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
  const written = (value: bigint) => {
    const digits = String(value < 0n ? -value : value).padStart(3, '0');
    return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1 }), (values) => {
      expect(sumOf(values.map(written))).toBe(written(values.reduce((sum, one) => sum + one, 0n)));
    }),
  );
});
