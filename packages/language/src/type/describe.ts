import type { ValueType } from '@proviso/model';

/** A type in words: `a value of risk`, `a number from 0 to 100`. */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case 'boolean':
      return 'yes or no';
    case 'enumeration':
      return `a value of \`${type.enumeration}\``;
    case 'integer':
      return 'a whole number';
    case 'decimal':
      return 'a decimal number';
    case 'fraction':
      return 'a number or fraction';
    case 'date':
      return 'a date (2020-09-20)';
    case 'instant':
      return 'an instant with its offset (2020-09-20T23:59-04:00)';
    case 'text':
      return 'a text in quotes';
    case 'country':
      return 'a country code (US)';
    case 'list':
      return `a list of ${describeType(type.of)}`;
    case 'set':
      return `a set of ${describeType(type.of)}`;
  }
}

/** Whether a type holds many values. */
export function isCollection(type: ValueType): type is Extract<ValueType, { kind: 'list' | 'set' }> {
  return type.kind === 'list' || type.kind === 'set';
}

/** Whether a type is one of the kinds of number. */
export function isNumber(type: ValueType): type is Extract<ValueType, { kind: 'integer' | 'decimal' | 'fraction' }> {
  return type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'fraction';
}

/** Whether values of the type can be compared by size. */
export function hasOrder(type: ValueType): boolean {
  return isNumber(type) || type.kind === 'date' || type.kind === 'instant';
}

/** Whether two types can be compared: the same kind, the same enumeration, or two kinds of number. */
export function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'enumeration' && b.kind === 'enumeration') return a.enumeration === b.enumeration;
  return a.kind === b.kind || (isNumber(a) && isNumber(b));
}
