import type { Comparison, Enumeration, ScalarType, ScalarValue } from '@proviso/model';
import type { Choices } from './choices.ts';

const POOL = {
  integer: ['1', '3', '0', '5', '2'],
  decimal: ['1', '0.5', '50', '99.9', '0'],
  fraction: ['0.5', '1/3', '1', '0.25', '0'],
  date: ['2020-06-01', '2020-06-02', '2020-09-20', '2020-02-29'],
  instant: ['2020-06-01T12:00:00Z', '2020-06-01T08:00:00-04:00', '2020-09-20T23:59:59-04:00'],
  text: ['alpha', 'beta', 'with "quotes"', ''],
  country: ['US', 'CN', 'CU', 'HK', 'PR'],
} as const;

/** A constant of a type, from a small pool so that constants meet. */
export function drawConstant(choices: Choices, type: ScalarType, enumerations: readonly Enumeration[]): ScalarValue {
  if (type.kind === 'boolean') return choices.below(2) === 0;
  if (type.kind !== 'enumeration') return choices.pick(POOL[type.kind]);
  const declared = enumerations.find((it) => it.name === type.enumeration);
  return choices.pick(declared?.values.map((value) => value.name) ?? []);
}

/** Different constants, in an order of their own. */
export function drawConstants(
  choices: Choices,
  type: ScalarType,
  enumerations: readonly Enumeration[],
): readonly ScalarValue[] {
  const drawn = choices.times(choices.between(1, 3), () => drawConstant(choices, type, enumerations));
  return [...new Set(drawn)];
}

/** The comparisons that a type has. */
export function comparisonsOf(type: ScalarType): readonly Comparison[] {
  const ordered = !['boolean', 'enumeration', 'text', 'country'].includes(type.kind);
  return ordered ? ['>=', '<', '=', '!=', '>', '<='] : ['=', '!='];
}

/** The comparisons with a constant that can be true and can be false within the type's range. */
export function tellingComparisons(type: ScalarType, constant: ScalarValue): readonly Comparison[] {
  const vacuous: Comparison[] = [];
  if ('minimum' in type && type.minimum === constant) vacuous.push('>=', '<');
  if ('maximum' in type && type.maximum === constant) vacuous.push('<=', '>');
  return comparisonsOf(type).filter((comparison) => !vacuous.includes(comparison));
}
