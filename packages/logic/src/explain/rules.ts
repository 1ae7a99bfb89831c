import type { Answer, RuleState } from '../answer.ts';
import type { CompiledRule, CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { Analysis } from '../decide/analysis.ts';
import { compareNames, stateOf } from '../decide/because.ts';
import { showInstant } from '../decide/status-summary.ts';
import { FALSE } from '../diagram/diagrams.ts';
import { firstInstantAfter } from '../status/index.ts';
import { unique } from './cite.ts';
import type { ConditionSteps } from './conditions.ts';
import type {
  Detail,
  ElementsStep,
  RequirementStep,
  RuleReference,
  RuleStep,
  StepTruth,
  TruthStep,
  ValidityStep,
} from './explanation.ts';
import { joined } from './kleene.ts';
import { prunedConjuncts } from './prune.ts';
import type { StatusSteps } from './statuses.ts';
import { named } from './words.ts';

/** What the steps of rules are made with. */
export interface RuleSetting {
  readonly compiled: CompiledRulebook;
  readonly analysis: Analysis;
  readonly conditions: ConditionSteps;
  readonly statuses: StatusSteps;
  readonly answer: Answer;
  readonly detail: Detail;
}

/** Works out the steps of rules. Each rule is told in full once; after that it is referred to. */
export class RuleSteps {
  readonly #setting: RuleSetting;
  readonly #told = new Set<number>();

  constructor(setting: RuleSetting) {
    this.#setting = setting;
  }

  /** The state of a rule, as answers have it. */
  state(rule: CompiledRule): RuleState {
    return stateOf(this.#setting.analysis, rule);
  }

  /** Whether a rule's elements are met. */
  applies(rule: CompiledRule): StepTruth {
    const { analysis } = this.#setting;
    const applies = analysis.rulings.rules[rule.index]?.applies ?? FALSE;
    return analysis.must(applies) ? 'true' : analysis.can(applies) ? 'unknown' : 'false';
  }

  /** Whether a rule has been told. */
  wasTold(rule: CompiledRule): boolean {
    return this.#told.has(rule.index);
  }

  /** The step of a rule with all that it rests on. */
  rule(rule: CompiledRule, role: RuleStep['role'] = 'rule'): RuleStep {
    const repeated = this.wasTold(rule);
    this.#told.add(rule.index);
    const value = this.state(rule);
    const duty = this.#setting.answer.duties?.find((owed) => owed.duty === rule.rule.name);
    return {
      ...this.#several([rule], value, this.applies(rule), role),
      by: this.#lifters(rule, value),
      repeated,
      ...(duty === undefined ? {} : { duty: { must: duty.must, due: duty.due, rhythm: duty.rhythm } }),
      children: repeated ? [] : this.#children(rule, value),
    };
  }

  /** Several rules for which the same can be said; the children are what can be said. */
  group(
    rules: readonly CompiledRule[],
    value: RuleState,
    applies: StepTruth,
    role: RuleStep['role'],
    children: RuleStep['children'],
  ): RuleStep {
    for (const rule of rules) this.#told.add(rule.index);
    return { ...this.#several(rules, value, applies, role), children };
  }

  #several(rules: readonly CompiledRule[], value: RuleState, applies: StepTruth, role: RuleStep['role']): RuleStep {
    const sorted = inOrder(rules);
    const provisions = sorted.flatMap(({ rule }) => (rules.length > 1 ? rule.per.slice(0, 1) : rule.per));
    return {
      kind: 'rule',
      rules: sorted.map(reference),
      value,
      applies,
      role,
      by: [],
      repeated: false,
      cites: unique(provisions),
      children: [],
    };
  }

  #children(rule: CompiledRule, value: RuleState): RuleStep['children'] {
    const { statuses, detail } = this.#setting;
    const elements = this.elements(rule);
    const short = detail === 'short';
    if (value === 'does_not_apply' && short) return elements;
    return [
      ...statuses.of(rule.rule.per),
      ...this.#validity(rule),
      ...elements,
      ...this.#requirements(rule, value),
      ...this.#exceptions(rule, value),
    ];
  }

  /** The elements of a rule, pruned in short; none for a rule that always applies. */
  elements(rule: CompiledRule): readonly ElementsStep[] {
    const { conditions, detail } = this.#setting;
    const value = this.applies(rule);
    const all = conditions.conjuncts(rule.rule.when);
    if (all.length === 0) return [];
    const settled = value === 'unknown' || joined('all', all) !== 'unknown';
    const children: readonly TruthStep[] = settled
      ? detail === 'short'
        ? prunedConjuncts(all, value)
        : all
      : [{ kind: 'condition', connective: 'all', value, joint: true, cites: [], children: all }];
    return [{ kind: 'elements', value, cites: [], children }];
  }

  #requirements({ rule }: CompiledRule, state: RuleState): readonly RequirementStep[] {
    const { conditions, detail } = this.#setting;
    if (rule.kind !== 'restriction' || state === 'does_not_apply') return [];
    return rule.onlyIf.map(({ name, label, that }) => {
      const value = conditions.value(that);
      const all = conditions.conjuncts(that);
      const settled = value === 'unknown' || joined('all', all) !== 'unknown';
      return {
        kind: 'requirement',
        requirement: named(name, label),
        value,
        cites: [],
        children: detail === 'short' && settled ? prunedConjuncts(all, value) : all,
      };
    });
  }

  #validity({ rule }: CompiledRule): readonly ValidityStep[] {
    const { compiled, analysis } = this.#setting;
    if (rule.kind !== 'licence') return [];
    const { asOf } = analysis.frame.vantage;
    const from = rule.validFrom === undefined ? undefined : compiled.status.resolve(rule.validFrom)[0];
    const until = rule.validUntil === undefined ? undefined : compiled.status.resolve(rule.validUntil)[0];
    const step = (value: ValidityStep['value'], instant: number): ValidityStep => ({
      kind: 'validity',
      value,
      instant: showInstant(compiled, instant),
      cites: [],
      children: [],
    });
    if (from !== undefined && asOf < from) return [step('not_begun', from)];
    return until !== undefined && asOf >= firstInstantAfter(until) ? [step('ended', until)] : [];
  }

  /** The rules that could lift a rule: in short those that do or may, and in one line those that do not apply. */
  #exceptions(rule: CompiledRule, state: RuleState): RuleStep['children'] {
    const { compiled, detail } = this.#setting;
    const lifters = inOrder(rule.liftedBy.flatMap((index) => compiled.rules[index] ?? []));
    if (detail === 'full') return lifters.map((lifter) => this.rule(lifter, 'exception'));
    if (state === 'does_not_apply') return [];
    const failing = lifters.filter((lifter) => this.state(lifter) === 'does_not_apply');
    const others = lifters.filter((lifter) => !failing.includes(lifter));
    if (state === 'not_in_force') {
      return others.filter((lifter) => this.state(lifter) === 'stands').map((lifter) => this.rule(lifter, 'exception'));
    }
    return [
      ...others.map((lifter) => this.rule(lifter, 'exception')),
      ...(failing.length === 0 ? [] : [this.#several(failing, 'does_not_apply', 'false', 'exception')]),
    ];
  }

  #lifters(rule: CompiledRule, state: RuleState): readonly RuleReference[] {
    if (state !== 'lifted') return [];
    const { analysis, compiled } = this.#setting;
    const reaches = analysis.rulings.rules[rule.index]?.reaches ?? FALSE;
    const lifting = rule.liftedBy.filter((index) => {
      const stands = analysis.rulings.rules[index]?.stands ?? FALSE;
      return analysis.can(analysis.diagrams.and(stands, reaches));
    });
    return inOrder(lifting.flatMap((index) => compiled.rules[index] ?? [])).map(reference);
  }
}

/** Rules by provision and name, as a person expects them. */
export function inOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  return [...rules].sort(
    (a, b) => compareNames(a.rule.per[0] ?? '', b.rule.per[0] ?? '') || compareNames(a.rule.name, b.rule.name),
  );
}

function reference({ rule }: CompiledRule): RuleReference {
  return {
    ...named(rule.name, rule.label),
    kind: rule.kind,
    provision: rule.per[0] ?? '',
    ...(rule.kind === 'restriction' ? { otherwise: rule.otherwise } : {}),
  };
}
