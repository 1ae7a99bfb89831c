import Fraction from 'fraction.js';

/** An exact number (numerator and denominator are big integers, in lowest terms). */
export type Rational = Fraction;

const DECIMAL = /^[+-]?\d+(\.\d+)?$/;
const FRACTION = /^[+-]?\d+\/\d+$/;

/**
 * Reads `-12`, `14.36` or `1/3` exactly.
 * @returns undefined when the text is no such number, or its denominator is zero.
 */
export function parseRational(text: string): Rational | undefined {
  if (!DECIMAL.test(text) && !FRACTION.test(text)) return undefined;
  if (/\/0+$/.test(text)) return undefined;
  return new Fraction(text);
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareRational(a: Rational, b: Rational): number {
  return a.compare(b);
}

/** The canonical text: an integer, a decimal where the expansion ends, else `n/d` in lowest terms. */
export function formatRational(value: Rational): string {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  const sign = value.s < 0n ? '-' : '';
  if (rest !== 1n) return `${sign}${value.n}/${value.d}`;
  const places = Math.max(twos, fives);
  if (places === 0) return `${sign}${value.n}`;
  const digits = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
