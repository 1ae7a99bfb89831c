import type { Comparison, Expression, ScalarValue, Value } from '@proviso/model';
import { type ElementType, elementType, kindOf, typeOfFact } from './kind.ts';
import { compareScalars } from './scalar.ts';
import type { Dated, World } from './world.ts';

/** Every unknown filled in. */
export interface Completion {
  readonly facts: Readonly<Record<string, Value>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly opens: Readonly<Record<string, boolean>>;
}

/** A condition that every completion satisfies or does not. */
export type Test = (completion: Completion, element?: ScalarValue) => boolean;
type Read = (completion: Completion, element?: ScalarValue) => ScalarValue | undefined;

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** The two-valued meaning of an expanded expression on one day. */
export function testOf(world: World, dated: Dated, expression: Expression, element?: ElementType): Test {
  const inside = (part: Expression) => testOf(world, dated, part, element);
  switch (expression.op) {
    case 'not': {
      const operand = inside(expression.operand);
      return (completion, it) => !operand(completion, it);
    }
    case 'and': {
      const operands = expression.operands.map(inside);
      return (completion, it) => operands.every((operand) => operand(completion, it));
    }
    case 'or': {
      const operands = expression.operands.map(inside);
      return (completion, it) => operands.some((operand) => operand(completion, it));
    }
    case 'implies': {
      const left = inside(expression.left);
      const right = inside(expression.right);
      return (completion, it) => !left(completion, it) || right(completion, it);
    }
    case 'reading':
      return ({ readings }) => readings[expression.reading] === expression.alternative;
    case 'open':
      return ({ opens }) => opens[expression.open] === true;
    case 'compare':
      return comparison(world, dated, expression, element);
    case 'member':
      return membership(world, dated, expression, element);
    case 'any':
    case 'all': {
      const where = testOf(world, dated, expression.where, elementType(typeOfFact(world, expression.list)));
      return expression.op === 'any'
        ? (completion) => elements(completion, expression.list).some((it) => where(completion, it))
        : (completion) => elements(completion, expression.list).every((it) => where(completion, it));
    }
    default: {
      const read = readOf(world, dated, expression);
      return (completion, it) => read(completion, it) === true;
    }
  }
}

function comparison(
  world: World,
  dated: Dated,
  expression: Extract<Expression, { op: 'compare' }>,
  element: ElementType,
): Test {
  const kind = kindOf(world, expression.left, element);
  const left = readOf(world, dated, expression.left);
  const right = readOf(world, dated, expression.right);
  const holds = HOLDS[expression.comparison];
  return (completion, it) => {
    const a = left(completion, it);
    const b = right(completion, it);
    // Before its first dated value a parameter has no value: no comparison with it holds.
    return a !== undefined && b !== undefined && holds(compareScalars(kind, a, b));
  };
}

function membership(
  world: World,
  dated: Dated,
  expression: Extract<Expression, { op: 'member' }>,
  element: ElementType,
): Test {
  const kind = kindOf(world, expression.operand, element);
  const operand = readOf(world, dated, expression.operand);
  const values = expression.of.kind === 'values' ? expression.of.values : dated.list(expression.of.list);
  return (completion, it) => {
    const value = operand(completion, it);
    if (value === undefined) return false;
    return values.some((one) => compareScalars(kind, value, one) === 0) !== expression.negated;
  };
}

function readOf(world: World, dated: Dated, expression: Expression): Read {
  switch (expression.op) {
    case 'value':
      return () => expression.value;
    case 'fact':
      return ({ facts }) => {
        const value = facts[expression.fact];
        return typeof value === 'object' ? undefined : value;
      };
    case 'parameter': {
      const value = dated.parameter(expression.parameter);
      return () => value;
    }
    case 'element':
      return (_completion, it) => it;
    case 'count': {
      const { where } = expression;
      const counts =
        where === undefined ? () => true : testOf(world, dated, where, elementType(typeOfFact(world, expression.list)));
      return (completion) =>
        String(elements(completion, expression.list).filter((it) => counts(completion, it)).length);
    }
    default:
      return testOf(world, dated, expression);
  }
}

function elements({ facts }: Completion, list: string): readonly ScalarValue[] {
  const value = facts[list];
  return typeof value === 'object' ? value : [];
}
