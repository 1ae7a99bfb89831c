import { type Expression, type Residual, RULE_KINDS, type Rule, type RuleKind, type Target } from '@proviso/model';
import { nameRangeOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { proposal, useOneOf } from '../link/find.ts';
import { lacks, noSuch, RENAME_ONE, second } from '../link/kinds.ts';
import { condition } from '../type/expression.ts';
import { lawName, perOf } from './citations.ts';
import { type BuildContext, one, optional } from './context.ts';
import { due } from './due.ts';
import { sharpMoment } from './moments.ts';
import { labelOf, localizedText, optionalText } from './texts.ts';

const ALWAYS: Expression = { op: 'value', type: { kind: 'boolean' }, value: true };

/** The node of a rule of any kind. */
export type RuleNode = ast.Prohibition | ast.Restriction | ast.Exemption | ast.Licence | ast.Duty;

/** The kind of rule that a node declares. */
export function ruleKind(node: RuleNode): RuleKind {
  switch (node.$type) {
    case 'Prohibition':
      return 'prohibition';
    case 'Restriction':
      return 'restriction';
    case 'Exemption':
      return 'exemption';
    case 'Licence':
      return 'licence';
    case 'Duty':
      return 'duty';
  }
}

/** A rule of any kind. */
export function buildRule(node: RuleNode, context: BuildContext): Rule {
  const base = ruleBase(node, context);
  switch (node.$type) {
    case 'Prohibition':
      return { kind: 'prohibition', ...base };
    case 'Exemption':
      return { kind: 'exemption', ...base };
    case 'Restriction': {
      const onlyIf = one(node.clauses, 'OnlyIfClause', context);
      if (onlyIf === undefined) missing('PV4007', node, 'only if', '`only if NAME : CONDITION`', context);
      return {
        kind: 'restriction',
        ...base,
        onlyIf: restrictionConditions(onlyIf, context),
        otherwise: one(node.clauses, 'OtherwiseClause', context)?.verdict ?? 'restricted',
      };
    }
    case 'Licence': {
      const valid = one(node.clauses, 'ValidClause', context);
      return {
        kind: 'licence',
        ...base,
        ...optionalText('holder', one(node.clauses, 'HolderClause', context)?.texts, context),
        ...(valid?.from === undefined ? {} : { validFrom: sharpMoment(valid.from, 'start', context) }),
        ...(valid?.until === undefined ? {} : { validUntil: sharpMoment(valid.until, 'end', context) }),
      };
    }
    case 'Duty': {
      const must = one(node.clauses, 'MustClause', context);
      if (must === undefined) missing('PV4008', node, 'must', '`must en "..." zh "..."`', context);
      return {
        kind: 'duty',
        ...base,
        must: must === undefined ? {} : localizedText(must.texts, context),
        ...optional('due', due(node.clauses, context)),
      };
    }
  }
}

function missing(
  code: 'PV4001' | 'PV4007' | 'PV4008',
  node: RuleNode,
  clause: string,
  sample: string,
  context: BuildContext,
): void {
  const message = lacks(ruleKind(node), node.name, clause);
  context.diagnostics.report(code, nameRangeOf(node), message, { en: `add ${sample}`, zh: `请加上 ${sample}` });
}

function ruleBase(node: RuleNode, context: BuildContext) {
  const clauses: readonly (ast.RestrictionClause | ast.LicenceClause | ast.DutyClause)[] = node.clauses;
  const when = one(clauses, 'WhenClause', context);
  if (one(clauses, 'PerClause', context) === undefined) missing('PV4001', node, 'per', '`per PROVISION`', context);
  return {
    name: node.name,
    ...labelOf(clauses, context),
    per: perOf(clauses.filter((clause) => clause.$type === 'PerClause').slice(0, 1), context),
    when: when === undefined ? ALWAYS : condition(when.when, {}, context),
    lifts: (one(clauses, 'LiftsClause', context)?.targets ?? []).map((target) => targetOf(target, context)),
    leaves: (one(clauses, 'LeavesClause', context)?.targets ?? []).map((target) => targetOf(target, context)),
  };
}

function targetOf(node: ast.Target, context: BuildContext): Target {
  const { scope, diagnostics } = context;
  if (node.$type === 'RuleTarget') {
    const { rule } = node;
    if (!scope.rules.has(rule.name))
      diagnostics.report('PV4003', rule, noSuch('rule', rule.name), proposal(rule.name, scope.rules.keys()));
    return { kind: 'rule', rule: rule.name };
  }
  const kinds = [...RULE_KINDS, 'rule'] as const;
  const rules = kinds.find((kind) => kind === node.kind);
  if (rules === undefined)
    diagnostics.report(
      'PV4006',
      node,
      { en: `\`${node.kind}\` is no kind of rule`, zh: `\`${node.kind}\` 不是规则的种类` },
      useOneOf(kinds),
    );
  return {
    kind: 'every',
    rules: rules ?? 'rule',
    ...(node.of === undefined ? {} : { of: lawName(node.of, context) }),
  };
}

function restrictionConditions(clause: ast.OnlyIfClause | undefined, context: BuildContext) {
  const names = new Set<string>();
  return (clause?.conditions ?? []).map((node) => {
    if (names.has(node.name)) context.diagnostics.report('PV2001', node, second('condition', node.name), RENAME_ONE);
    names.add(node.name);
    return {
      name: node.name,
      ...optionalText('label', node.texts, context),
      that: condition(node.that, {}, context),
    };
  });
}

/** `residual per PROVISION TEXTS` */
export function buildResidual(node: ast.Residual, context: BuildContext): Residual {
  return {
    per: perOf(node.clauses, context),
    ...optionalText('text', one(node.clauses, 'TextsClause', context)?.texts, context),
  };
}
