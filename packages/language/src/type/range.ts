import {
  type Comparison,
  compareRational,
  type Expression,
  type NumberType,
  parseRational,
  type Said,
  type ValueType,
} from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type * as ast from '../generated/ast.ts';
import { isNumber } from './describe.ts';
import type { Typed } from './operand.ts';

/** Reports a comparison that the range of its subject decides. */
export function checkRange(
  node: ast.Compare,
  subject: Typed,
  sign: Comparison,
  other: Expression,
  context: BuildContext,
): void {
  if (other.op !== 'value' || typeof other.value !== 'string' || !isNumber(subject.type)) return;
  const outcome = decided(subject.type, sign, other.value);
  if (outcome === undefined) return;
  const range = rangeOf(subject.type);
  context.diagnostics.report(
    'PV2010',
    node,
    {
      en: `this comparison ${outcome} holds: the value is ${range.en}`,
      zh: `此比较${outcome === 'always' ? '永远成立' : '从不成立'}：该值${range.zh}`,
    },
    {
      en: 'mend the constant or the range, or leave the comparison out',
      zh: '请更正常量或范围，或删去该比较',
    },
  );
}

function rangeOf({ maximum, minimum }: NumberType): Said {
  if (minimum === undefined) return { en: `at most ${maximum}`, zh: `不大于 ${maximum}` };
  if (maximum === undefined) return { en: `at least ${minimum}`, zh: `不小于 ${minimum}` };
  return { en: `from ${minimum} to ${maximum}`, zh: `在 ${minimum} 至 ${maximum} 之间` };
}

function decided(type: ValueType, sign: Comparison, constant: string): 'always' | 'never' | undefined {
  if (!isNumber(type)) return undefined;
  const below = side(constant, type.minimum);
  const above = side(constant, type.maximum);
  const outside = (below ?? 0) < 0 || (above ?? 0) > 0;
  switch (sign) {
    case '=':
      return outside ? 'never' : undefined;
    case '!=':
      return outside ? 'always' : undefined;
    case '<':
      return (below ?? 1) <= 0 ? 'never' : (above ?? -1) > 0 ? 'always' : undefined;
    case '<=':
      return (below ?? 1) < 0 ? 'never' : (above ?? -1) >= 0 ? 'always' : undefined;
    case '>':
      return (above ?? -1) >= 0 ? 'never' : (below ?? 1) < 0 ? 'always' : undefined;
    case '>=':
      return (above ?? -1) > 0 ? 'never' : (below ?? 1) <= 0 ? 'always' : undefined;
  }
}

/** -1, 0 or 1 as the constant is less than, equal to or greater than the bound; undefined without a bound. */
function side(constant: string, bound: string | undefined): number | undefined {
  const value = parseRational(constant);
  const limit = bound === undefined ? undefined : parseRational(bound);
  return value === undefined || limit === undefined ? undefined : compareRational(value, limit);
}
