import { compareRational, parseRational, type Rational } from '@proviso/model';
import { compare } from '../tree/build.ts';
import type { Expression } from '../tree/expression.ts';
import type { Below } from './ladder.ts';

/**
 * Comparisons of a double that stands for a decimal of at most 15 digits, or for a whole number below 2^53, with exact
 * constants. Rounding to doubles keeps order, so only the double nearest to the constant needs a closer look, and of that we
 * know now which decimal it stands for.
 */
export function doubleBelow(value: Expression): Below<Rational> {
  return (point, inclusive) => {
    const nearest = point.valueOf();
    const meant = decimalOf(nearest);
    const order = meant === undefined ? 1 : compareRational(meant, point);
    const includesNearest = inclusive ? order <= 0 : order < 0;
    return compare(value, includesNearest ? '<=' : '<', { op: 'double', value: nearest });
  };
}

/** The decimal that a double is the shortest spelling of. */
function decimalOf(value: number): Rational | undefined {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const decimal = parseRational(mantissa);
  const power = parseRational(`1${'0'.repeat(Math.abs(Number(exponent)))}`);
  if (decimal === undefined || power === undefined) return undefined;
  return Number(exponent) < 0 ? decimal.div(power) : decimal.mul(power);
}
