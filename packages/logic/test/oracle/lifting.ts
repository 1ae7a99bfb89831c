import type { Rule, Rulebook, Target } from '@proviso/model';

/** As much of a rulebook as says who lifts whom. */
export type LiftingLaw = Pick<Rulebook, 'rules' | 'provisions'>;

/** For each rule, by index, the indexes of the rules that lift it. */
export function liftersOf(rulebook: LiftingLaw): readonly (readonly number[])[] {
  const { rules } = rulebook;
  return rules.map((rule) =>
    rules.flatMap((lifter, index) =>
      lifter.lifts.some((target) => reaches(rulebook, lifter, target, rule)) ? [index] : [],
    ),
  );
}

/** Whether a target of `lifter` means `rule`. */
export function reaches(rulebook: LiftingLaw, lifter: Rule, target: Target, rule: Rule): boolean {
  if (target.kind === 'rule') return target.rule === rule.name;
  if (rule.name === lifter.name) return false;
  if (target.rules !== 'rule' && target.rules !== rule.kind) return false;
  const { of } = target;
  // A rule belongs to where it is stated: the first of its `per`.
  return of === undefined || rule.per.slice(0, 1).some((name) => belongs(rulebook, name, of));
}

function belongs(rulebook: LiftingLaw, provision: string, of: string): boolean {
  return provision === of || rulebook.provisions.find((it) => it.name === provision)?.instrument === of;
}

/** The rules' indexes, every lifter before what it lifts. Undefined when rules lift one another in a circle. */
export function liftingOrder(lifters: readonly (readonly number[])[]): readonly number[] | undefined {
  const order: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const visit = (rule: number): boolean => {
    if (state.get(rule) === 'done') return true;
    if (state.get(rule) === 'open') return false;
    state.set(rule, 'open');
    if (!(lifters[rule] ?? []).every(visit)) return false;
    state.set(rule, 'done');
    order.push(rule);
    return true;
  };
  return lifters.every((_, rule) => visit(rule)) ? order : undefined;
}
