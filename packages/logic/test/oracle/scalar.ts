import { compareRational, parseInstant, parseRational, type ScalarType, type ScalarValue } from '@proviso/model';

/** The kind of a scalar type: what decides how two values of it compare. */
export type ScalarKind = ScalarType['kind'];

const numbers = new Map<string, number>();

/** -1, 0 or 1 as `a` is before, equal to or after `b`; for kinds without an order, 0 when equal and 1 when not. */
export function compareScalars(kind: ScalarKind, a: ScalarValue, b: ScalarValue): number {
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'fraction':
      return compareNumbers(String(a), String(b));
    case 'instant':
      return Math.sign(instantOf(a) - instantOf(b));
    case 'date':
      return a === b ? 0 : String(a) < String(b) ? -1 : 1;
    default:
      return a === b ? 0 : 1;
  }
}

function compareNumbers(a: string, b: string): number {
  const key = `${a} ${b}`;
  const cached = numbers.get(key);
  if (cached !== undefined) return cached;
  const left = parseRational(a);
  const right = parseRational(b);
  if (left === undefined || right === undefined) throw new Error(`not a number: ${a} or ${b}`);
  const result = Math.sign(compareRational(left, right));
  numbers.set(key, result);
  return result;
}

function instantOf(value: ScalarValue): number {
  const instant = parseInstant(String(value));
  if (instant === undefined) throw new Error(`not an instant: ${value}`);
  return instant;
}
