import type { Rule, SettledVerdict } from '@proviso/model';
import type { Completion, Test } from './evaluate.ts';

/** A rulebook's rules made ready for one day. */
export interface ReadyRule {
  readonly rule: Rule;
  readonly when: Test;
  /** The conditions of a restriction. */
  readonly onlyIf: readonly Test[];
  readonly lifters: readonly number[];
}

/** The rules with the order in which they can be judged. */
export interface ReadyRules {
  readonly rules: readonly ReadyRule[];
  readonly order: readonly number[];
}

/** What a completion comes to. */
export interface Outcome {
  readonly verdict: SettledVerdict;
  /** By index of rule. */
  readonly stands: readonly boolean[];
}

/** The verdict of one completion; `force` says by index which rules are in force (and, for licences, valid). */
export function outcomeOf(ready: ReadyRules, completion: Completion, force: readonly boolean[]): Outcome {
  const reached = ready.rules.map(({ when }, index) => force[index] === true && when(completion));
  const stands: boolean[] = reached.map(() => false);
  for (const index of ready.order) {
    const lifters = ready.rules[index]?.lifters ?? [];
    stands[index] = reached[index] === true && !lifters.some((lifter) => stands[lifter]);
  }
  return { verdict: verdictOf(ready.rules, completion, reached, stands), stands };
}

function verdictOf(
  rules: readonly ReadyRule[],
  completion: Completion,
  reached: readonly boolean[],
  stands: readonly boolean[],
): SettledVerdict {
  const standing = rules.filter((_, index) => stands[index]);
  if (standing.some((ready) => forbids(ready, completion))) return 'prohibited';
  if (standing.some(({ rule }) => rule.kind === 'restriction')) return 'restricted';
  const lifted = rules.filter(({ rule }, index) => bites(rule) && reached[index] && !stands[index]);
  const lifting = lifted.flatMap(({ lifters }) => lifters.filter((lifter) => stands[lifter]));
  if (lifting.some((lifter) => rules[lifter]?.rule.kind === 'licence')) return 'licensed';
  if (lifting.some((lifter) => rules[lifter]?.rule.kind === 'exemption')) return 'exempt';
  return 'not_restricted';
}

function forbids({ rule, onlyIf }: ReadyRule, completion: Completion): boolean {
  if (rule.kind === 'prohibition') return true;
  return rule.kind === 'restriction' && rule.otherwise === 'prohibited' && !onlyIf.every((test) => test(completion));
}

/** Prohibitions and restrictions: the rules that make trouble. */
export function bites(rule: Rule): boolean {
  return rule.kind === 'prohibition' || rule.kind === 'restriction';
}
