import type { Expression, Rulebook, ScalarValue } from '@proviso/model';
import { expand } from './expand.ts';
import type { World } from './world.ts';

/** All that a rulebook compares one fact with, at whatever date. */
export interface Comparands {
  /** Constants that the fact, or its elements, are compared with. */
  readonly constants: Set<ScalarValue>;
  /** For lists and sets: how many equal elements can matter (0 when no condition looks at it). */
  repeats: number;
}

/** Every condition of a rulebook, terms expanded: of rules, of restrictions, the assumptions, and terms that can be asserted. */
export function conditionsOf(world: World): readonly Expression[] {
  const { rulebook, declarations } = world;
  const conditions = rulebook.rules.flatMap((rule) =>
    rule.kind === 'restriction' ? [rule.when, ...rule.onlyIf.map((condition) => condition.that)] : [rule.when],
  );
  const assumptions = declarations.assumptions.map((it) => it.that);
  const terms = declarations.terms.filter((it) => it.parameter === undefined).map((it) => it.means);
  return [...conditions, ...assumptions, ...terms].map((it) => expand(world, it));
}

/** The parts of an expression, itself first. */
export function partsOf(expression: Expression): readonly Expression[] {
  return [expression, ...childrenOf(expression).flatMap(partsOf)];
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'not':
    case 'member':
      return [expression.operand];
    case 'and':
    case 'or':
      return expression.operands;
    case 'implies':
    case 'compare':
      return [expression.left, expression.right];
    case 'any':
    case 'all':
      return [expression.where];
    case 'count':
      return expression.where === undefined ? [] : [expression.where];
    default:
      return [];
  }
}

/** What each fact that some condition uses is compared with. */
export function comparandsOf(world: World): ReadonlyMap<string, Comparands> {
  const found = new Map<string, Comparands>();
  const of = (fact: string): Comparands => {
    const known = found.get(fact) ?? { constants: new Set<ScalarValue>(), repeats: 0 };
    found.set(fact, known);
    return known;
  };
  const visit = (expression: Expression, list: string | undefined): void => {
    if (expression.op === 'fact') of(expression.fact);
    if (expression.op === 'any' || expression.op === 'all' || expression.op === 'count') {
      const comparands = of(expression.list);
      comparands.repeats = Math.max(comparands.repeats, 1);
      for (const child of childrenOf(expression)) visit(child, expression.list);
      return;
    }
    if (expression.op === 'compare') {
      meet(expression.left, constantsIn(world, expression.right), list, of);
      meet(expression.right, constantsIn(world, expression.left), list, of);
    }
    if (expression.op === 'member') meet(expression.operand, membersOf(world.rulebook, expression), list, of);
    for (const child of childrenOf(expression)) visit(child, list);
  };
  for (const condition of conditionsOf(world)) visit(condition, undefined);
  return found;
}

function meet(
  side: Expression,
  constants: readonly ScalarValue[],
  list: string | undefined,
  of: (fact: string) => Comparands,
): void {
  if (side.op === 'fact') for (const constant of constants) of(side.fact).constants.add(constant);
  if (side.op === 'element' && list !== undefined) for (const constant of constants) of(list).constants.add(constant);
  if (side.op === 'count') {
    const comparands = of(side.list);
    for (const constant of constants) comparands.repeats = Math.max(comparands.repeats, Number(constant) + 1);
  }
}

function constantsIn(world: World, side: Expression): readonly ScalarValue[] {
  if (side.op === 'value') return [side.value];
  if (side.op !== 'parameter') return [];
  const parameter = world.declarations.parameters.find((it) => it.name === side.parameter);
  return parameter?.values.map((dated) => dated.value) ?? [];
}

function membersOf(rulebook: Rulebook, expression: Extract<Expression, { op: 'member' }>): readonly ScalarValue[] {
  if (expression.of.kind === 'values') return expression.of.values;
  const { list } = expression.of;
  const lists = [...rulebook.vocabularies.flatMap((it) => it.lists), ...rulebook.lists];
  return lists.find((it) => it.name === list)?.values.flatMap((dated) => dated.values) ?? [];
}
