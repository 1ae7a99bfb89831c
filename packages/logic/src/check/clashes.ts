import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import { targetsOf } from '../compile/compiled-rulebook.ts';
import { FALSE } from '../diagram/diagrams.ts';
import { type Finding, finding, type Witness } from './finding.ts';
import { ruleName } from './rule-words.ts';
import type { Sight, Survey } from './survey.ts';
import { showWitness, witnessOf } from './witness.ts';

/**
 * PV6001: a rule that permits and a rule that prohibits or restricts, both standing on one admissible transaction at one
 * vantage, without a priority between them. One finding per permitting rule.
 */
export function clashes(survey: Survey): readonly Finding[] {
  const { rules } = survey.compiled;
  const found = new Map<number, { readonly against: Set<number>; readonly witness: Witness }>();
  const sights = survey.timeless();
  const isWhole = sights.length === survey.compiled.periods.count;
  let open = pairsWithoutPriority(survey).filter(
    ([a, b]) => !isWhole || sights.some((sight) => canBothApply(sight, a, b)),
  );
  if (open.length === 0) return [];
  for (const sight of survey.sights()) {
    open = open.filter(([permitting, forbidding]) => {
      const { diagrams, rulings } = sight;
      const both = diagrams.and(rulings.rules[permitting]?.stands ?? FALSE, rulings.rules[forbidding]?.stands ?? FALSE);
      if (diagrams.and(both, rulings.admissible) === FALSE) return true;
      const known = found.get(permitting);
      if (known !== undefined) known.against.add(forbidding);
      else found.set(permitting, { against: new Set([forbidding]), witness: witnessOf(survey.compiled, sight, both) });
      return false;
    });
    if (open.length === 0) break;
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([permitting, { against, witness }]) => {
      const rule = rules[permitting];
      if (rule === undefined) return [];
      const forbidding = [...against].sort((a, b) => a - b).flatMap((index) => rules[index] ?? []);
      return [report(rule, forbidding, witness)];
    });
}

function report({ rule }: CompiledRule, forbidding: readonly CompiledRule[], witness: Witness): Finding {
  const permitting = ruleName(rule);
  const others = forbidding.map((other) => ruleName(other.rule));
  const shown = showWitness(witness);
  const message = {
    en:
      `${permitting.en} clashes with ${others.map(({ en }) => en).join(', ')}: both stand on one transaction, and neither lifts the other ` +
      `(for example ${shown.en})`,
    zh: `${permitting.zh} 与${others.map(({ zh }) => zh).join('、')} 冲突：均适用于同一交易，又互不排除（例如 ${shown.zh}）`,
  };
  const first = forbidding[0]?.rule.name ?? '';
  const hint = {
    en: `write which comes first: \`lifts ${first}\` if it gives way to \`${rule.name}\`, \`leaves ${first}\` if \`${rule.name}\` does not touch it`,
    zh: `请写明孰先：如其让位于 \`${rule.name}\`，写 \`lifts ${first}\`；如 \`${rule.name}\` 不触及它，写 \`leaves ${first}\``,
  };
  return finding('PV6001', { kind: 'rule', name: rule.name }, message, hint, {
    others: forbidding.map((other) => ({ kind: 'rule', name: other.rule.name })),
    witness,
  });
}

/** Permitting and forbidding rules between which neither `lifts`, directly or through others, nor `leaves` says anything. */
function pairsWithoutPriority({ compiled }: Survey): readonly (readonly [number, number])[] {
  const { rules, rulebook, provisions } = compiled;
  const below = rules.map((rule) => liftedFrom(rule.index, rules));
  const leaves = rules.map(({ rule }) => new Set(targetsOf(rule, rule.leaves, rulebook, provisions)));
  const isOrdered = (a: number, b: number) =>
    below[a]?.has(b) || below[b]?.has(a) || leaves[a]?.has(b) || leaves[b]?.has(a);
  return rules.flatMap((permitting) => {
    if (permitting.rule.kind !== 'exemption' && permitting.rule.kind !== 'licence') return [];
    return rules.flatMap((forbidding) => {
      if (forbidding.rule.kind !== 'prohibition' && forbidding.rule.kind !== 'restriction') return [];
      return isOrdered(permitting.index, forbidding.index) ? [] : [[permitting.index, forbidding.index] as const];
    });
  });
}

/** The rules that a rule lifts, directly or through others. */
function liftedFrom(rule: number, rules: readonly CompiledRule[]): ReadonlySet<number> {
  const found = new Set<number>();
  const stack = [rule];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const lifted of rules[next]?.lifts ?? []) {
      if (found.has(lifted)) continue;
      found.add(lifted);
      stack.push(lifted);
    }
  }
  return found;
}

/** Whether both apply to one admissible transaction, were every provision in force: without that there is no clash at any vantage. */
function canBothApply({ diagrams, rulings }: Sight, a: number, b: number): boolean {
  const both = diagrams.and(rulings.rules[a]?.applies ?? FALSE, rulings.rules[b]?.applies ?? FALSE);
  return diagrams.and(both, rulings.admissible) !== FALSE;
}
