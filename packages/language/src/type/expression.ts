import type { Expression, Said, ScalarType } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { noSuch, notA } from '../link/kinds.ts';
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
  const isList = isCollection(typed.type);
  const what = isList ? { en: 'a list', zh: '列表' } : describeType(typed.type);
  const message = { en: `this is ${what.en}, not a condition`, zh: `此处是${what.zh}，不是条件` };
  const hint = isList
    ? { en: 'write `any of ... where it ...`', zh: '请写 `any of ... where it ...`' }
    : { en: 'compare it with something', zh: '请将其与某个值比较' };
  context.diagnostics.report('PV2015', node, message, hint);
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
      const shown = kind === 'text' ? `"${text}"` : text;
      const message = { en: `${shown} is a constant, not a condition`, zh: `${shown} 是常量，不是条件` };
      context.diagnostics.report('PV2015', node, message, { en: 'compare a fact with it', zh: '请将事实与它比较' });
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
    const message = { en: 'a list is looked up as if it were one value', zh: '把列表当作单个值来查找' };
    const hint = {
      en: 'write `any of ... where it is in ...` or `all of ... where it is in ...`',
      zh: '请写 `any of ... where it is in ...` 或 `all of ... where it is in ...`',
    };
    diagnostics.report('PV2019', node.left, message, hint);
    return undefined;
  }
  if (subject.expression.op === 'value' || subject.expression.op === 'parameter') {
    const message = { en: 'a constant is looked up in a list', zh: '在清单中查找的是常量' };
    diagnostics.report('PV2009', node.left, message, { en: 'look up a fact', zh: '请查找一个事实' });
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
    const { name } = node.list;
    if (kind === undefined)
      diagnostics.report('PV2002', node.list, noSuch('list', name), proposal(name, scope.lists.keys()));
    else diagnostics.report('PV2003', node.list, notA('list', name, kind), NAME_A_LIST);
    return undefined;
  }
  scope.used.add(`list ${list.name}`);
  if (!sameType(list.type, type)) {
    const held = describeType(list.type);
    const found = describeType(type);
    const message = {
      en: `list \`${list.name}\` holds ${held.en}, this is ${found.en}`,
      zh: `清单 \`${list.name}\` 所列为${held.zh}，此处则为${found.zh}`,
    };
    diagnostics.report('PV2007', node, message, {
      en: `use a list of ${found.en}`,
      zh: `请用所列为${found.zh}的清单`,
    });
    return undefined;
  }
  return { op: 'member', operand: subject.expression, of: { kind: 'list', list: list.name }, negated };
}

const NAME_A_LIST: Said = {
  en: 'name a list, or write values in ( )',
  zh: '请写一个清单的名称，或在 ( ) 中写各值',
};

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
  const found = describeType(fact.type);
  const message = {
    en: `\`${fact.path}\` is ${found.en}, not a list`,
    zh: `\`${fact.path}\` 是${found.zh}，不是列表`,
  };
  const hint = {
    en: 'compare it directly, without `any of`, `all of` or `count of`',
    zh: '请直接比较，不用 `any of`、`all of` 或 `count of`',
  };
  context.diagnostics.report('PV2019', node, message, hint);
  return undefined;
}

function element(node: ast.Element, place: Place, context: BuildContext): Typed | undefined {
  if (place.element !== undefined) return { expression: { op: 'element' }, type: place.element };
  const message = { en: '`it` stands outside `where`', zh: '`it` 不在 `where` 之内' };
  const hint = {
    en: 'use it after `where` of `any of`, `all of` and `count of`; ( ) hold several parts together',
    zh: '请在 `any of`、`all of` 或 `count of` 的 `where` 之后使用它；( ) 可将几个部分合在一起',
  };
  context.diagnostics.report('PV2017', node, message, hint);
  return undefined;
}
