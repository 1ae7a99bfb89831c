import {
  COUNTRIES,
  enumerationsByName,
  formatDate,
  formatRational,
  parseDate,
  parseInstant,
  parseRational,
  readScalar,
  type ScalarType,
  type ScalarValue,
  type Value,
} from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { FactCode } from '../compile/variables.ts';

/** How far around a sample further values of its class are looked for. */
const REACH = 64;

/** A list or set with so many elements of each class; a set takes different values of a class as far as it has them. */
export function elementsOf(compiled: CompiledRulebook, code: FactCode, counts: readonly number[]): Value {
  const type = compiled.elaboration.facts.get(code.path)?.type;
  if (type?.kind !== 'list' && type?.kind !== 'set') return [];
  const elements = counts.flatMap((count, elementClass): readonly ScalarValue[] => {
    if (count === 0) return [];
    const sample = compiled.variables.all[code.variables[elementClass] ?? -1]?.samples[0] ?? false;
    if (type.kind === 'list') return Array.from({ length: count }, () => sample);
    const found = new Set([sample]);
    for (const value of candidates(compiled, type.of, sample)) {
      if (found.size >= count) break;
      if ((code.countsOf([value])[elementClass] ?? 0) > 0) found.add(value);
    }
    return [...found];
  });
  return type.kind === 'set' ? elements.sort() : elements;
}

/** Values that may be of the same class as a sample. */
function candidates(compiled: CompiledRulebook, type: ScalarType, sample: ScalarValue): readonly ScalarValue[] {
  const enumerations = enumerationsByName(compiled.declarations);
  return around(type, sample, enumerations).filter((value) => readScalar(type, value, enumerations).ok);
}

function around(
  type: ScalarType,
  sample: ScalarValue,
  enumerations: ReturnType<typeof enumerationsByName>,
): readonly ScalarValue[] {
  const steps = Array.from({ length: REACH }, (_, index) => (index % 2 === 0 ? 1 : -1) * (Math.floor(index / 2) + 1));
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'enumeration':
      return (enumerations.get(type.enumeration)?.values ?? []).map(({ name }) => name);
    case 'country':
      return [...COUNTRIES];
    case 'text':
      return steps.map((step) => `${sample}${'.'.repeat(Math.abs(step))}`);
    case 'date':
      return steps.map((step) => formatDate((parseDate(String(sample)) ?? 0) + step));
    case 'instant':
      return steps.map((step) => new Date((parseInstant(String(sample)) ?? 0) + step).toISOString());
    default: {
      const value = parseRational(String(sample));
      if (value === undefined) return [];
      // Between two constants there is always room for one more: halves, quarters, eighths of the sample's surroundings.
      const near =
        type.kind === 'integer'
          ? []
          : steps.map((step) =>
              value.add(
                value
                  .sub(value)
                  .add(Math.sign(step))
                  .div(2 ** Math.abs(step)),
              ),
            );
      return [...steps.map((step) => value.add(step)), ...near].map(formatRational);
    }
  }
}
