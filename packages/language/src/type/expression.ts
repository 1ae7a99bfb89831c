import type { Expression, ScalarType } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type * as ast from '../generated/ast.ts';
import { listed, proposal } from '../link/find.ts';
import { comparison } from './comparison.ts';
import { checkConjunction } from './conjunction.ts';
import { describeType, isCollection, sameType } from './describe.ts';
import { applicationOperand, factType, type Place, pathOperand, type Typed } from './operand.ts';
import { scalarValues, written } from './value.ts';

const BOOLEAN: ScalarType = { kind: 'boolean' };
/** What stands in for an expression that has errors. */
const BROKEN: Expression = { op: 'value', type: BOOLEAN, value: true };

/** A condition: an expression that is true or false. */
export function condition(node: ast.Expression, place: Place, context: BuildContext): Expression {
  const typed = operand(node, place, context);
  if (typed === undefined) return BROKEN;
  if (typed.type.kind === 'boolean') return typed.expression;
  const what = isCollection(typed.type) ? 'a list' : describeType(typed.type);
  const hint = isCollection(typed.type) ? 'write `any of ... where it ...`' : 'compare it with something';
  context.diagnostics.report('PV2015', node, `this is ${what}, not a condition`, hint);
  return BROKEN;
}

/** Any expression, with its type. Undefined after its errors have been reported. */
export function operand(node: ast.Expression, place: Place, context: BuildContext): Typed | undefined {
  switch (node.$type) {
    case 'Not':
      return boolean({ op: 'not', operand: condition(node.operand, place, context) });
    case 'And': {
      const operands = node.operands.map((part) => condition(part, place, context));
      checkConjunction(node, operands, context);
      return boolean({ op: 'and', operands });
    }
    case 'Or':
      return boolean({ op: 'or', operands: node.operands.map((part) => condition(part, place, context)) });
    case 'Implies': {
      const left = condition(node.left, place, context);
      return boolean({ op: 'implies', left, right: condition(node.right, place, context) });
    }
    case 'Compare':
      return boolean(comparison(node, place, context, operand));
    case 'Member':
      return boolean(membership(node, place, context));
    case 'Quantified':
      return boolean(quantified(node, place, context));
    case 'Count':
      return count(node, place, context);
    case 'Element':
      return element(node, place, context);
    case 'Application':
      return applicationOperand(node, place, context);
    case 'Path':
      return pathOperand(node, place, context);
    case 'BooleanValue':
      return boolean({ op: 'value', type: BOOLEAN, value: node.value === 'yes' });
    default: {
      const { kind, text } = written(node);
      const message = `${kind === 'text' ? `"${text}"` : text} is a constant, not a condition`;
      context.diagnostics.report('PV2015', node, message, 'compare a fact with it');
      return undefined;
    }
  }
}

function boolean(expression: Expression | undefined): Typed | undefined {
  return expression === undefined ? undefined : { expression, type: BOOLEAN };
}

function membership(node: ast.Member, place: Place, context: BuildContext): Expression | undefined {
  const { diagnostics, scope } = context;
  const subject = operand(node.left, place, context);
  if (subject === undefined) return undefined;
  const { type } = subject;
  if (isCollection(type)) {
    const hint = 'write `any of ... where it is in ...` or `all of ... where it is in ...`';
    diagnostics.report('PV2019', node.left, 'a list is looked up as if it were one value', hint);
    return undefined;
  }
  if (subject.expression.op === 'value' || subject.expression.op === 'parameter') {
    diagnostics.report('PV2009', node.left, 'a constant is looked up in a list', 'look up a fact');
    return undefined;
  }
  const { negated } = node;
  if (node.list === undefined) {
    const values = scalarValues(node.values, type, context, 'PV2007');
    if (values === undefined) return undefined;
    return { op: 'member', operand: subject.expression, of: { kind: 'values', values }, negated };
  }
  const list = scope.lists.get(node.list.name);
  if (list === undefined) {
    const kind = scope.kindOf(node.list.name);
    const hint =
      kind === undefined ? proposal(node.list.name, scope.lists.keys()) : 'name a list, or write values in ( )';
    const message =
      kind === undefined ? `there is no list \`${node.list.name}\`` : `\`${node.list.name}\` is a ${kind}, not a list`;
    diagnostics.report(kind === undefined ? 'PV2002' : 'PV2003', node.list, message, hint);
    return undefined;
  }
  scope.used.add(`list ${list.name}`);
  if (!sameType(list.type, type)) {
    const message = `list \`${list.name}\` holds ${describeType(list.type)}, this is ${describeType(type)}`;
    diagnostics.report('PV2007', node, message, `use a list of ${describeType(type)}`);
    return undefined;
  }
  return { op: 'member', operand: subject.expression, of: { kind: 'list', list: list.name }, negated };
}

function quantified(node: ast.Quantified, place: Place, context: BuildContext): Expression | undefined {
  const list = listFact(node.list, place, context);
  if (list === undefined) return undefined;
  const where = condition(node.where, { ...place, element: list.of }, context);
  return { op: node.quantifier, list: list.path, where };
}

function count(node: ast.Count, place: Place, context: BuildContext): Typed | undefined {
  const list = listFact(node.list, place, context);
  if (list === undefined) return undefined;
  const type: ScalarType = { kind: 'integer', minimum: '0' };
  if (node.where === undefined) return { expression: { op: 'count', list: list.path }, type };
  const where = condition(node.where, { ...place, element: list.of }, context);
  return { expression: { op: 'count', list: list.path, where }, type };
}

function listFact(node: ast.Path, place: Place, context: BuildContext): { path: string; of: ScalarType } | undefined {
  const fact = factType(node, place, context);
  if (fact === undefined) return undefined;
  if (isCollection(fact.type)) return { path: fact.path, of: fact.type.of };
  const message = `\`${fact.path}\` is ${describeType(fact.type)}, not a list`;
  context.diagnostics.report('PV2019', node, message, 'compare it directly, without `any of`, `all of` or `count of`');
  return undefined;
}

function element(node: ast.Element, place: Place, context: BuildContext): Typed | undefined {
  if (place.element !== undefined) return { expression: { op: 'element' }, type: place.element };
  const quantifiers = listed(['any of', 'all of', 'count of']);
  const message = '`it` stands outside `where`';
  context.diagnostics.report(
    'PV2017',
    node,
    message,
    `use it after \`where\` of ${quantifiers}; ( ) hold several parts together`,
  );
  return undefined;
}
