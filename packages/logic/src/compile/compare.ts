import {
  type Comparison,
  compareRational,
  parseInstant,
  parseRational,
  type ScalarType,
  type ScalarValue,
} from '@proviso/model';

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

/** The comparison with its sides swapped. */
export function flip(comparison: Comparison): Comparison {
  return ({ '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' } as const)[comparison];
}

/** Whether two values compare so. A parameter without a value yet compares with nothing. */
export function holds(
  comparison: Comparison,
  type: ScalarType,
  left: ScalarValue | undefined,
  right: ScalarValue | undefined,
): boolean {
  if (left === undefined || right === undefined) return false;
  const order = compareScalars(type, left, right);
  switch (comparison) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
