import type { StepTruth } from './explanation.ts';

/** True for false, false for true. */
export function inverse(value: StepTruth): StepTruth {
  return value === 'true' ? 'false' : value === 'false' ? 'true' : 'unknown';
}

/** Three-valued logic, part by part: what the values of the parts alone settle about the whole. */
export function joined(
  connective: 'all' | 'any' | 'not' | 'implies',
  parts: readonly { readonly value: StepTruth }[],
): StepTruth {
  const values = parts.map(({ value }) => value);
  switch (connective) {
    case 'all':
      return values.includes('false') ? 'false' : values.includes('unknown') ? 'unknown' : 'true';
    case 'any':
      return values.includes('true') ? 'true' : values.includes('unknown') ? 'unknown' : 'false';
    case 'not':
      return inverse(values[0] ?? 'unknown');
    case 'implies':
      return joined('any', [{ value: inverse(values[0] ?? 'unknown') }, { value: values[1] ?? 'unknown' }]);
  }
}
