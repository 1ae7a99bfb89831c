import { compareRational, parseInstant, parseRational, type ScalarType, type ScalarValue } from '@proviso/model';

/** Negative, zero or positive as `a` is before, equal to or after `b`; for types without an order only zero or not says something. */
export function compareScalars(type: ScalarType, a: ScalarValue, b: ScalarValue): number {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'fraction': {
      const x = parseRational(String(a));
      const y = parseRational(String(b));
      if (x === undefined || y === undefined) throw new Error(`not numbers: ${String(a)}, ${String(b)}`);
      return compareRational(x, y);
    }
    case 'instant':
      return (parseInstant(String(a)) ?? 0) - (parseInstant(String(b)) ?? 0);
    default:
      return a === b ? 0 : String(a) < String(b) ? -1 : 1;
  }
}

/** A key that is equal exactly for equal values of a type: instants written with different offsets are one instant. */
export function scalarKey(type: ScalarType, value: ScalarValue): string | boolean {
  return type.kind === 'instant' ? String(parseInstant(String(value))) : value;
}
