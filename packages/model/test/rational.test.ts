import { compareRational, formatRational, parseRational, type Rational } from '@proviso/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const numerator = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const denominator = fc.bigInt({ min: 1n, max: 10n ** 20n });

function parse(text: string): Rational {
  const value = parseRational(text);
  if (value === undefined) throw new Error(text);
  return value;
}

/** A canonical text as numerator and denominator, read with big integers only. */
function exact(text: string): readonly [bigint, bigint] {
  const [n = '', d = '1'] = text.split('/');
  const [whole = '', decimals = ''] = n.split('.');
  return [BigInt(whole + decimals), BigInt(d) * 10n ** BigInt(decimals.length)];
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

describe('exact numbers', () => {
  it('are read and written without loss', () => {
    fc.assert(
      fc.property(numerator, denominator, (n, d) => {
        const text = formatRational(parse(`${n}/${d}`));
        const [n2, d2] = exact(text);
        expect(n2 * d).toBe(n * d2);
        expect(formatRational(parse(text))).toBe(text);
      }),
    );
  });

  it('decimals are read to their last digit', () => {
    fc.assert(
      fc.property(numerator, fc.integer({ min: 1, max: 25 }), (n, places) => {
        const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
        const text = `${n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
        const [n2, d2] = exact(formatRational(parse(text)));
        expect(n2 * 10n ** BigInt(places)).toBe(n * d2);
      }),
    );
  });

  it('are written in lowest terms, as a decimal exactly where the expansion ends', () => {
    fc.assert(
      fc.property(numerator, fc.oneof(denominator, fc.constantFrom(1n, 2n, 8n, 25n, 3n, 6n, 7n, 1000n)), (n, d) => {
        const text = formatRational(parse(`${n}/${d}`));
        let rest = d / gcd(n, d);
        while (rest % 2n === 0n) rest /= 2n;
        while (rest % 5n === 0n) rest /= 5n;
        expect(text.includes('/')).toBe(rest !== 1n);
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9]|\/[1-9]\d*)?$/);
        if (text.includes('/')) {
          const [n2, d2] = exact(text);
          expect(gcd(n2, d2)).toBe(1n);
        }
      }),
    );
  });

  it('compare as cross multiplication does', () => {
    fc.assert(
      fc.property(numerator, denominator, numerator, denominator, (a, b, c, d) => {
        const difference = a * d - c * b;
        const expected = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        expect(compareRational(parse(`${a}/${b}`), parse(`${c}/${d}`))).toBe(expected);
      }),
    );
    expect(compareRational(parse('0.1').add(parse('0.2')), parse('0.3'))).toBe(0);
    expect(compareRational(parse('14.36').add(parse('17.74')).add(parse('17.90')), parse('50'))).toBe(0);
  });

  it.each(['-12', '14.36', '1/3', '0', '-0.05'])('%s is canonical', (text) => {
    expect(formatRational(parse(text))).toBe(text);
  });

  it.each([
    ['+5', '5'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['-0', '0'],
    ['2/4', '0.5'],
    ['-6/9', '-2/3'],
    ['12.0', '12'],
  ])('%s is written as %s', (text, canonical) => {
    expect(formatRational(parse(text))).toBe(canonical);
  });

  it.each(['', ' 1', '1.', '.5', '1e3', '1/0', '1/-2', '0x10', '1,5', '1.(3)', '١', 'NaN', '1 1/2'])(
    '%j is none',
    (text) => {
      expect(parseRational(text)).toBeUndefined();
    },
  );
});
