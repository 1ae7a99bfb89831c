import type { Rule, Target } from '@proviso/model';
import { targetsOf } from '../compile/compiled-rulebook.ts';
import { FALSE, TRUE } from '../diagram/diagrams.ts';
import { type Finding, finding } from './finding.ts';
import type { Sight, Survey } from './survey.ts';

/** PV6002 and PV6003: rules that no transaction, or every transaction, satisfies although they have a condition. */
export function neverAndAlways(survey: Survey): readonly Finding[] {
  const sights = survey.timeless();
  if (sights.length < survey.compiled.periods.count) return [];
  return survey.compiled.rules.flatMap(({ rule, index }): readonly Finding[] => {
    const at = { kind: 'rule', name: rule.name } as const;
    const what = `${rule.kind} \`${rule.name}\``;
    if (!applies(sights, index))
      return [
        finding(
          'PV6002',
          at,
          `${what} never applies: no transaction satisfies its condition`,
          'correct the condition or delete the rule',
        ),
      ];
    if (isWritten(rule) && sights.every((sight) => mustApply(sight, index)))
      return [
        finding(
          'PV6003',
          at,
          `the condition of ${what} holds of every transaction`,
          'correct the condition, or leave out `when`',
        ),
      ];
    return [];
  });
}

/** PV6004: targets of `lifts` that the lifting rule never meets. */
export function idleLifts(survey: Survey): readonly Finding[] {
  const sights = survey.timeless();
  const { compiled } = survey;
  if (sights.length < compiled.periods.count) return [];
  return compiled.rules.flatMap(({ rule, index }): readonly Finding[] => {
    if (!applies(sights, index)) return [];
    return rule.lifts.flatMap((target): readonly Finding[] => {
      const reached = targetsOf(rule, [target], compiled.rulebook, compiled.provisions);
      // Rules that never apply are reported by themselves.
      const living = reached.filter((other) => applies(sights, other));
      if (living.length === 0 || living.some((other) => meet(sights, index, other))) return [];
      const message = `${rule.kind} \`${rule.name}\` lifts ${describe(target)}, but they never apply to the same transaction`;
      const others = living.flatMap((other) => {
        const lifted = compiled.rules[other];
        return lifted === undefined ? [] : [{ kind: 'rule', name: lifted.rule.name } as const];
      });
      return [
        finding(
          'PV6004',
          { kind: 'rule', name: rule.name },
          message,
          'correct its condition, or leave the target out',
          {
            others,
          },
        ),
      ];
    });
  });
}

function describe(target: Target): string {
  if (target.kind === 'rule') return `\`${target.rule}\``;
  return `every ${target.rules}${target.of === undefined ? '' : ` of \`${target.of}\``}`;
}

function isWritten({ when }: Rule): boolean {
  return !(when.op === 'value' && when.value === true);
}

function applies(sights: readonly Sight[], rule: number): boolean {
  return sights.some(
    ({ diagrams, rulings }) => diagrams.and(rulings.rules[rule]?.applies ?? FALSE, rulings.admissible) !== FALSE,
  );
}

function mustApply({ diagrams, rulings }: Sight, rule: number): boolean {
  return diagrams.or(rulings.rules[rule]?.applies ?? FALSE, diagrams.not(rulings.admissible)) === TRUE;
}

function meet(sights: readonly Sight[], a: number, b: number): boolean {
  return sights.some(({ diagrams, rulings }) => {
    const both = diagrams.and(rulings.rules[a]?.applies ?? FALSE, rulings.rules[b]?.applies ?? FALSE);
    return diagrams.and(both, rulings.admissible) !== FALSE;
  });
}
