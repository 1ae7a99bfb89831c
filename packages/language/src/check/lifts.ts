import type { Rule, Rulebook, Said, Target } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type { Declared } from '../build/declarations.ts';
import type * as ast from '../generated/ast.ts';
import { kindName } from '../link/kinds.ts';

/** The names of the rules that a target reaches, seen from the rule that has it. */
export function reach(target: Target, from: Rule, document: Rulebook): readonly string[] {
  if (target.kind === 'rule') return document.rules.some(({ name }) => name === target.rule) ? [target.rule] : [];
  return document.rules
    .filter((rule) => rule.name !== from.name && (target.rules === 'rule' || rule.kind === target.rules))
    .filter((rule) => target.of === undefined || isOf(rule, target.of, document))
    .map(({ name }) => name);
}

function isOf(rule: Rule, law: string, document: Rulebook): boolean {
  // A rule is of the provision where it is stated, the first that it cites.
  const [first] = rule.per;
  return first === law || document.provisions.some(({ instrument, name }) => name === first && instrument === law);
}

/** Reports `lifts` and `leaves` with a kind of rule that reaches nothing. */
export function checkTargets(document: Rulebook, declared: readonly Declared[], context: BuildContext): void {
  const rules = new Map(document.rules.map((rule) => [rule.name, rule]));
  for (const { node } of declared) {
    if (!hasTargets(node)) continue;
    const rule = rules.get(node.name);
    const clauses: readonly { readonly $type: string }[] = node.clauses;
    for (const clause of clauses.filter(isTargets)) {
      const targets = clause.$type === 'LiftsClause' ? rule?.lifts : rule?.leaves;
      for (const [index, at] of clause.targets.entries()) {
        const target = targets?.[index];
        if (rule === undefined || target?.kind !== 'every' || reach(target, rule, document).length > 0) continue;
        const hint = { en: 'name a rule, or leave the target out', zh: '请写一条规则的名称，或删去该对象' };
        context.diagnostics.report('PV4003', at, reachesNone(target), hint);
      }
    }
  }
}

function reachesNone({ of, rules }: Extract<Target, { readonly kind: 'every' }>): Said {
  const what = rules === 'rule' ? { en: 'other rule', zh: '其他规则' } : kindName(rules);
  return {
    en: `there is no ${what.en}${of === undefined ? '' : ` of \`${of}\``} that this could reach`,
    zh: `${of === undefined ? '' : `\`${of}\` `}没有可由此触及的${what.zh}`,
  };
}

type RuleNode = ast.Prohibition | ast.Restriction | ast.Exemption | ast.Licence | ast.Duty;

function hasTargets(node: ast.Declaration): node is RuleNode {
  return ['Prohibition', 'Restriction', 'Exemption', 'Licence', 'Duty'].includes(node.$type);
}

function isTargets(clause: { readonly $type: string }): clause is ast.LiftsClause | ast.LeavesClause {
  return clause.$type === 'LiftsClause' || clause.$type === 'LeavesClause';
}
