import type { Fact, Group, Party, Value, ValueType } from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { noSuch } from '../link/kinds.ts';
import { isCollection } from '../type/describe.ts';
import { givenValue, scalarValue, written } from '../type/value.ts';
import { type BuildContext, one, optional } from './context.ts';
import { labelOf, optionalText } from './texts.ts';
import { valueType } from './types.ts';

/** `fact NAME TYPE ...` */
export function buildFact(node: ast.Fact, context: BuildContext): Fact {
  const { clauses } = node;
  const type = valueType(node.name, node.type, context);
  const sample = one(clauses, 'SampleClause', context);
  const nothing = one(clauses, 'DecidesNothing', context);
  return {
    name: node.name,
    type,
    ...labelOf(clauses, context),
    ...optionalText('question', one(clauses, 'QuestionClause', context)?.texts, context),
    ...optionalText('help', one(clauses, 'HelpClause', context)?.texts, context),
    ...optional('presumed', presumption(one(clauses, 'PresumedClause', context), type, context)),
    ...(nothing === undefined ? {} : { decidesNothing: true }),
    ...(sample === undefined
      ? {}
      : optional('sample', scalarValue(written(sample.value), isCollection(type) ? type.of : type, context))),
  };
}

function presumption(
  clause: ast.PresumedClause | undefined,
  type: ValueType,
  context: BuildContext,
): Value | undefined {
  return clause === undefined ? undefined : givenValue(clause.value, type, context);
}

/** `group NAME ... fact ... fact ... end` */
export function buildGroup(node: ast.Group, facts: readonly ast.Fact[], context: BuildContext): Group {
  return {
    name: node.name,
    ...labelOf(node.clauses, context),
    facts: facts.map((fact) => buildFact(fact, context)),
  };
}

/** `party NAME is GROUP` */
export function buildParty(node: ast.Party, context: BuildContext): Party {
  const { scope, diagnostics } = context;
  const { group } = node;
  if (!scope.groups.has(group.name))
    diagnostics.report('PV2002', group, noSuch('group', group.name), proposal(group.name, scope.groups.keys()));
  return { name: node.name, group: group.name, ...labelOf(node.clauses, context) };
}
