import type { Reading, Rule, Target } from '@proviso/model';
import { changesOf } from './expressions.ts';
import { type Change, each, member } from './mutant.ts';

/** A rule with one thing changed, or left out. */
export function changesOfRule(rule: Rule, readings: readonly Reading[]): readonly Change<Rule | null>[] {
  const named = (changes: readonly Change<Rule | null>[]): readonly Change<Rule | null>[] =>
    changes.map(({ what, to }) => ({ what: `${rule.kind} ${rule.name}: ${what}`, to }));
  const targets = each(rule.lifts, (target) => [{ what: `lifts ${showTarget(target)} no more`, to: null }]);
  return named([
    { what: 'left out', to: null },
    ...member<Rule, 'when'>(rule, 'when', changesOf(rule.when, readings)),
    ...member<Rule, 'lifts'>(rule, 'lifts', targets),
    ...ofRestriction(rule, readings),
  ]);
}

function ofRestriction(rule: Rule, readings: readonly Reading[]): readonly Change<Rule>[] {
  if (rule.kind !== 'restriction') return [];
  const conditions = each(rule.onlyIf, (condition) => [
    { what: `condition ${condition.name} left out`, to: null },
    ...member(condition, 'that', changesOf(condition.that, readings)),
  ]);
  const otherwise = rule.otherwise === 'prohibited' ? 'restricted' : 'prohibited';
  return [
    ...member(rule, 'onlyIf', conditions),
    ...member(rule, 'otherwise', [{ what: `otherwise ${otherwise}`, to: otherwise } as const]),
  ];
}

function showTarget(target: Target): string {
  if (target.kind === 'rule') return target.rule;
  return `every ${target.rules}${target.of === undefined ? '' : ` of ${target.of}`}`;
}
