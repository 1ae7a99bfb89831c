import type { Assumption, Open, Reading, ReadingAlternative, Said, Term } from '@proviso/model';
import { nameRangeOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { lacks, noSuch, RENAME_ONE, second } from '../link/kinds.ts';
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
    diagnostics.report('PV1008', nameRangeOf(node), lacks('term', name, 'means'), {
      en: 'add `means CONDITION`',
      zh: '请加上 `means CONDITION`',
    });
  if (group !== undefined && !scope.groups.has(group.name))
    diagnostics.report('PV2002', group, noSuch('group', group.name), proposal(group.name, scope.groups.keys()));
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
    const message = { en: `open point \`${node.name}\` has no text`, zh: `未决问题 \`${node.name}\` 没有文本` };
    const hint = {
      en: 'say what the law asks for: `en "..." zh "..."`',
      zh: '请写明法律的要求：`en "..." zh "..."`',
    };
    context.diagnostics.report('PV1008', nameRangeOf(node), message, hint);
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
    const hint = { en: 'add `question en "..." zh "..."`', zh: '请加上 `question en "..." zh "..."`' };
    diagnostics.report('PV1008', nameRangeOf(node), lacks('reading', node.name, 'question'), hint);
  }
  const alternatives: ReadingAlternative[] = [];
  for (const alternative of every(node.clauses, 'Alternative')) {
    const { name } = alternative;
    if (alternatives.some((other) => other.name === name))
      diagnostics.report('PV2001', nameRangeOf(alternative), second('alternative', name), RENAME_ONE);
    alternatives.push({
      name,
      label: localizedText(alternative.texts, context),
      arguedBy: alternative.arguedBy.map((source) => cited(source, context)),
    });
  }
  if (alternatives.length < 2) {
    const hint = {
      en: 'add `alternative NAME en "..." zh "..."`',
      zh: '请加上 `alternative NAME en "..." zh "..."`',
    };
    diagnostics.report('PV4004', nameRangeOf(node), tooFew(node.name, alternatives.length), hint);
  }
  return {
    name: node.name,
    question: question === undefined ? {} : localizedText(question.texts, context),
    per: perOf(node.clauses, context),
    alternatives,
  };
}

function tooFew(reading: string, alternatives: number): Said {
  return alternatives === 0
    ? { en: `reading \`${reading}\` has no alternative`, zh: `解释问题 \`${reading}\` 没有选项` }
    : { en: `reading \`${reading}\` has one alternative`, zh: `解释问题 \`${reading}\` 只有一个选项` };
}
