import { COUNTRIES, type Comparison, type Expression, type ScalarType } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type * as ast from '../generated/ast.ts';
import { alternativeOf } from '../link/readings.ts';
import { describeType, hasOrder, isCollection, isNumber, sameType } from './describe.ts';
import type { Operand, Place } from './operand.ts';
import { checkRange } from './range.ts';
import { scalarValue, type Written, written } from './value.ts';

const SIGNS: ReadonlyMap<string, Comparison> = new Map([
  ['=', '='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['morethan', '>'],
  ['atleast', '>='],
  ['lessthan', '<'],
  ['atmost', '<='],
  ['before', '<'],
  ['after', '>'],
  ['onorbefore', '<='],
  ['onorafter', '>='],
]);

const MIRROR: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** A comparison: a fact, term, `it` or count on one side, a constant or parameter on the other. */
export function comparison(
  node: ast.Compare,
  place: Place,
  context: BuildContext,
  operand: Operand,
): Expression | undefined {
  if (isReading(node.left, context)) return readingCondition(node, node.left, context);
  const sign = signOf(node);
  const flipped = isConstant(node.left, place, context);
  if (flipped && isConstant(node.right, place, context)) {
    const message = { en: 'two constants are compared with each other', zh: '两个常量互相比较' };
    context.diagnostics.report('PV2009', node, message, { en: 'put a fact on one side', zh: '请在一侧写一个事实' });
    return undefined;
  }
  const [subjectNode, otherNode] = flipped ? [node.right, node.left] : [node.left, node.right];
  const subject = operand(subjectNode, place, context);
  if (subject === undefined) return undefined;
  const { type } = subject;
  if (isCollection(type)) {
    const hint = {
      en: 'write `any of ... where it ...`, `all of ... where it ...` or `count of ...`',
      zh: '请写 `any of ... where it ...`、`all of ... where it ...` 或 `count of ...`',
    };
    const message = { en: 'a list is compared with one value', zh: '列表与单个值比较' };
    context.diagnostics.report('PV2019', subjectNode, message, hint);
    return undefined;
  }
  const constantType: ScalarType = subject.expression.op === 'count' ? { kind: 'integer' } : type;
  const other = otherSide(otherNode, constantType, place, context, operand);
  if (other === undefined) return undefined;
  if (isSubject(other)) {
    const message = { en: 'two facts are compared with each other', zh: '两个事实互相比较' };
    const hint = {
      en: 'ask for the result as a fact of its own, or mark the point `open`',
      zh: '请将比较的结果作为单独的事实来询问，或以 `open` 标为未决问题',
    };
    context.diagnostics.report('PV2009', node, message, hint);
    return undefined;
  }
  if (sign !== '=' && sign !== '!=' && !hasOrder(type)) {
    const { en, zh } = describeType(type);
    context.diagnostics.report(
      'PV2016',
      node,
      { en: `${en} has no order`, zh: `${zh}没有大小次序` },
      { en: 'use `is` or `is in`', zh: '请用 `is` 或 `is in`' },
    );
    return undefined;
  }
  checkRange(node, subject, flipped ? MIRROR[sign] : sign, other, context);
  const [left, right] = flipped ? [other, subject.expression] : [subject.expression, other];
  return { op: 'compare', comparison: sign, left, right };
}

function signOf(node: ast.Compare): Comparison {
  if (node.operator === undefined) return node.negated ? '!=' : '=';
  return SIGNS.get(node.operator.replaceAll(/\s/g, '')) ?? '=';
}

function isReading(node: ast.Expression, context: BuildContext): node is ast.Path {
  return node.$type === 'Path' && node.second === undefined && context.scope.readings.has(node.first);
}

function readingCondition(node: ast.Compare, left: ast.Path, context: BuildContext): Expression | undefined {
  const { right } = node;
  if (right.$type !== 'Path' || right.second !== undefined || (node.operator !== undefined && node.operator !== '=')) {
    const message = {
      en: `\`${left.first}\` is a reading; it can only be one of its alternatives`,
      zh: `\`${left.first}\` 是解释问题，只能取其选项之一`,
    };
    const hint = { en: 'write the name of an alternative after `is`', zh: '请在 `is` 之后写选项的名称' };
    context.diagnostics.report('PV4005', right, message, hint);
    return undefined;
  }
  const found = alternativeOf({ name: left.first, at: left }, { name: right.first, at: right }, context);
  const reading: Expression = { op: 'reading', ...found };
  return node.negated ? { op: 'not', operand: reading } : reading;
}

/** Whether a side is written as a constant, or names a parameter. */
function isConstant(node: ast.Expression, place: Place, context: BuildContext): boolean {
  if (literal(node) !== undefined) return true;
  if (node.$type !== 'Path' || node.second !== undefined || place.parameter?.name === node.first) return false;
  const { scope } = context;
  return scope.parameters.has(node.first) && !scope.facts.has(node.first) && !scope.terms.has(node.first);
}

function literal(node: ast.Expression): Written | undefined {
  switch (node.$type) {
    case 'BooleanValue':
    case 'NumberValue':
    case 'DateValue':
    case 'InstantValue':
    case 'TextValue':
      return written(node);
    default:
      return undefined;
  }
}

function otherSide(
  node: ast.Expression,
  type: ScalarType,
  place: Place,
  context: BuildContext,
  operand: Operand,
): Expression | undefined {
  const constant = literal(node) ?? namedValue(node, type, context);
  if (constant !== undefined) {
    // A constant out of range is a comparison that never or always holds: see checkRange.
    const unbounded: ScalarType = isNumber(type) ? { kind: type.kind } : type;
    const value = scalarValue(constant, unbounded, context, 'PV2007');
    return value === undefined ? undefined : { op: 'value', type, value };
  }
  const other = operand(node, place, context);
  if (other === undefined || isSubject(other.expression) || sameType(other.type, type)) return other?.expression;
  const found = describeType(other.type);
  const wanted = describeType(type);
  context.diagnostics.report(
    'PV2007',
    node,
    { en: `${found.en} is compared with ${wanted.en}`, zh: `把${found.zh}与${wanted.zh}比较` },
    { en: `compare with ${wanted.en}`, zh: `请与${wanted.zh}比较` },
  );
  return undefined;
}

/** A bare name as a value of an enumeration or a country, unless it can only be something declared. */
function namedValue(node: ast.Expression, type: ScalarType, context: BuildContext): Written | undefined {
  if (node.$type !== 'Path' || node.second !== undefined) return undefined;
  const { scope } = context;
  const constant: Written = { kind: 'name', text: node.first, at: node };
  const known = scope.kindOf(node.first);
  if (type.kind === 'enumeration') {
    const values = scope.enumerations.get(type.enumeration)?.values ?? [];
    return known === undefined || values.some(({ name }) => name === node.first) ? constant : undefined;
  }
  if (type.kind === 'country') return known === undefined || COUNTRIES.has(node.first) ? constant : undefined;
  return undefined;
}

/** Whether an expression is what is asked about, rather than a constant or parameter. */
function isSubject(expression: Expression): boolean {
  return expression.op !== 'value' && expression.op !== 'parameter';
}
