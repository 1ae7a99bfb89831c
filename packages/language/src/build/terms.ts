import type { Assumption, Open, Reading, ReadingAlternative, Term } from '@proviso/model';
import { nameRangeOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { condition } from '../type/expression.ts';
import { cited, perOf } from './citations.ts';
import { type BuildContext, every, one } from './context.ts';
import { labelOf, localizedText } from './texts.ts';

/** `term NAME means CONDITION` */
export function buildTerm(node: ast.Term, context: BuildContext): Term {
  const { scope, diagnostics } = context;
  const { clauses, group, name } = node;
  const means = one(clauses, 'MeansClause', context);
  if (means === undefined)
    diagnostics.report('PV1008', nameRangeOf(node), `term \`${name}\` has no \`means\``, 'add `means CONDITION`');
  if (group !== undefined && !scope.groups.has(group.name))
    diagnostics.report(
      'PV2002',
      group,
      `there is no group \`${group.name}\``,
      proposal(group.name, scope.groups.keys()),
    );
  const parameter =
    node.parameter === undefined || group === undefined
      ? {}
      : { parameter: { name: node.parameter, group: group.name } };
  return {
    name,
    ...parameter,
    ...labelOf(clauses, context),
    per: perOf(clauses, context),
    means:
      means === undefined
        ? { op: 'value', type: { kind: 'boolean' }, value: true }
        : condition(means.means, parameter, context),
  };
}

/** `assume NAME CONDITION` */
export function buildAssumption(node: ast.Assumption, context: BuildContext): Assumption {
  return { name: node.name, ...labelOf(node.clauses, context), that: condition(node.that, {}, context) };
}

/** `open NAME per PROVISION TEXTS` */
export function buildOpen(node: ast.Open, context: BuildContext): Open {
  const text = one(node.clauses, 'TextsClause', context);
  if (text === undefined) {
    const hint = 'say what the law asks for: `en "..." zh "..."`';
    context.diagnostics.report('PV1008', nameRangeOf(node), `open point \`${node.name}\` has no text`, hint);
  }
  return {
    name: node.name,
    per: perOf(node.clauses, context),
    text: text === undefined ? {} : localizedText(text.texts, context),
  };
}

/** `reading NAME question ... alternative ... alternative ...` */
export function buildReading(node: ast.Reading, context: BuildContext): Reading {
  const { diagnostics } = context;
  const question = one(node.clauses, 'QuestionClause', context);
  if (question === undefined) {
    const hint = 'add `question en "..." zh "..."`';
    diagnostics.report('PV1008', nameRangeOf(node), `reading \`${node.name}\` has no \`question\``, hint);
  }
  const alternatives: ReadingAlternative[] = [];
  for (const alternative of every(node.clauses, 'Alternative')) {
    const { name } = alternative;
    if (alternatives.some((other) => other.name === name))
      diagnostics.report('PV2001', nameRangeOf(alternative), `a second alternative \`${name}\``, 'rename one of them');
    alternatives.push({
      name,
      label: localizedText(alternative.texts, context),
      arguedBy: alternative.arguedBy.map((source) => cited(source, context)),
    });
  }
  if (alternatives.length < 2) {
    const message = `reading \`${node.name}\` has ${alternatives.length === 0 ? 'no alternative' : 'one alternative'}`;
    diagnostics.report('PV4004', nameRangeOf(node), message, 'add `alternative NAME en "..." zh "..."`');
  }
  return {
    name: node.name,
    question: question === undefined ? {} : localizedText(question.texts, context),
    per: perOf(node.clauses, context),
    alternatives,
  };
}
