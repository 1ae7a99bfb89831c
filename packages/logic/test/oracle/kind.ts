import type { Expression, ScalarType, ValueType } from '@proviso/model';
import type { ScalarKind } from './scalar.ts';
import type { World } from './world.ts';

/** What `it` stands for inside `where`. */
export type ElementType = ScalarType | undefined;

/** The type of a list's or set's elements; of a scalar fact, the type itself. */
export function elementType(type: ValueType): ScalarType {
  return type.kind === 'list' || type.kind === 'set' ? type.of : type;
}

/** The kind of an expanded expression's values. */
export function kindOf(world: World, expression: Expression, element: ElementType): ScalarKind {
  switch (expression.op) {
    case 'value':
      return expression.type.kind;
    case 'fact':
      return elementType(typeOfFact(world, expression.fact)).kind;
    case 'parameter':
      return world.declarations.parameters.find((it) => it.name === expression.parameter)?.type.kind ?? 'boolean';
    case 'count':
      return 'integer';
    case 'element':
      return element?.kind ?? 'boolean';
    default:
      return 'boolean';
  }
}

/** The declared type of a fact by its path. */
export function typeOfFact(world: World, path: string): ValueType {
  const fact = world.facts.get(path);
  if (fact === undefined) throw new Error(`no fact ${path}`);
  return fact.type;
}
