import type { Rule, Said, Target } from '@proviso/model';
import { targetsOf } from '../compile/compiled-rulebook.ts';
import { FALSE, TRUE } from '../diagram/diagrams.ts';
import { type Finding, finding } from './finding.ts';
import { everyRule, ruleName } from './rule-words.ts';
import type { Sight, Survey } from './survey.ts';

/** PV6002 and PV6003: rules that no transaction, or every transaction, satisfies although they have a condition. */
export function neverAndAlways(survey: Survey): readonly Finding[] {
  const sights = survey.timeless();
  if (sights.length < survey.compiled.periods.count) return [];
  return survey.compiled.rules.flatMap(({ rule, index }): readonly Finding[] => {
    const at = { kind: 'rule', name: rule.name } as const;
    const what = ruleName(rule);
    if (!applies(sights, index))
      return [
        finding(
          'PV6002',
          at,
          {
            en: `${what.en} never applies: no transaction satisfies its condition`,
            zh: `${what.zh} 永不适用：没有任何交易满足其条件`,
          },
          { en: 'correct the condition or delete the rule', zh: '请更正该条件，或删去该规则' },
        ),
      ];
    if (isWritten(rule) && sights.every((sight) => mustApply(sight, index)))
      return [
        finding(
          'PV6003',
          at,
          {
            en: `the condition of ${what.en} holds of every transaction`,
            zh: `${what.zh} 的条件对任何交易都成立`,
          },
          { en: 'correct the condition, or leave out `when`', zh: '请更正该条件，或删去 `when`' },
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
      const [lifting, aimedAt] = [ruleName(rule), describe(target)];
      const message = {
        en: `${lifting.en} lifts ${aimedAt.en}, but they never apply to the same transaction`,
        zh: `${lifting.zh} 排除${aimedAt.zh}，但二者从不适用于同一交易`,
      };
      const others = living.flatMap((other) => {
        const lifted = compiled.rules[other];
        return lifted === undefined ? [] : [{ kind: 'rule', name: lifted.rule.name } as const];
      });
      return [
        finding(
          'PV6004',
          { kind: 'rule', name: rule.name },
          message,
          { en: 'correct its condition, or leave the target out', zh: '请更正其条件，或删去该对象' },
          {
            others,
          },
        ),
      ];
    });
  });
}

function describe(target: Target): Said {
  if (target.kind === 'rule') return { en: `\`${target.rule}\``, zh: ` \`${target.rule}\`` };
  return everyRule(target.rules, target.of);
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
