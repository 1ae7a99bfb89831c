import type { Because, RuleState } from '../answer.ts';
import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import { FALSE } from '../diagram/diagrams.ts';
import type { Analysis } from './analysis.ts';
import { citationOf, showInstant, summariseRule } from './status-summary.ts';

const STATE_ORDER: readonly RuleState[] = ['stands', 'lifted', 'open', 'not_in_force'];
const KIND_ORDER = ['prohibition', 'restriction', 'licence', 'exemption', 'duty'];

/** The state of a rule on the facts, over every admissible completion. */
export function stateOf(analysis: Analysis, rule: CompiledRule): RuleState {
  const diagrams = analysis.rulings.rules[rule.index];
  if (diagrams === undefined || !analysis.can(diagrams.applies)) return 'does_not_apply';
  if (!analysis.can(diagrams.reaches)) return 'not_in_force';
  if (analysis.must(diagrams.stands)) return 'stands';
  return analysis.can(diagrams.stands) ? 'open' : 'lifted';
}

/** The rules that decide and those that would: prohibitions and restrictions that may apply, and the exceptions that may lift them. */
export function becauseOf(analysis: Analysis): readonly Because[] {
  const { compiled } = analysis;
  const states = compiled.rules.map((rule) => stateOf(analysis, rule));
  const concerned = new Set<number>();
  const concern = (rule: CompiledRule): void => {
    if (concerned.has(rule.index) || states[rule.index] === 'does_not_apply') return;
    concerned.add(rule.index);
    for (const index of rule.liftedBy) {
      const lifter = compiled.rules[index];
      if (lifter !== undefined && lifts(analysis, lifter, rule)) concern(lifter);
    }
  };
  for (const rule of compiled.rules) {
    if (rule.rule.kind === 'prohibition' || rule.rule.kind === 'restriction') concern(rule);
  }
  return [...concerned]
    .flatMap((index) => compiled.rules[index] ?? [])
    .map((rule) => describe(analysis, rule, states[rule.index] ?? 'open'))
    .sort(
      (a, b) =>
        STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
        compareNames(a.provision, b.provision) ||
        compareNames(a.rule, b.rule),
    );
}

/** Whether in some admissible completion one rule stands where the other reaches. */
function lifts(analysis: Analysis, lifter: CompiledRule, rule: CompiledRule): boolean {
  const standing = analysis.rulings.rules[lifter.index]?.stands ?? FALSE;
  const reached = analysis.rulings.rules[rule.index]?.reaches ?? FALSE;
  return analysis.can(analysis.diagrams.and(standing, reached));
}

function describe(analysis: Analysis, rule: CompiledRule, state: RuleState): Because {
  const { compiled, frame } = analysis;
  const summary = summariseRule(frame, rule);
  const provision = rule.rule.per[0] ?? '';
  const heldBack = state === 'not_in_force';
  const by = state === 'lifted' ? liftersOf(analysis, rule) : [];
  return {
    rule: rule.rule.name,
    kind: rule.rule.kind,
    provision,
    state,
    status: summary.status,
    citation: citationOf(compiled, provision),
    ...(by.length > 0 ? { by } : {}),
    ...(heldBack && summary.event !== null ? { event: summary.event } : {}),
    ...(heldBack && summary.since !== null ? { since: showInstant(compiled, summary.since) } : {}),
    ...(rule.rule.kind === 'restriction' ? { conditions: conditionsOf(analysis, rule) } : {}),
  };
}

/** The rules that lift a rule for certain; where none does alone, those that may. */
function liftersOf(analysis: Analysis, rule: CompiledRule): readonly string[] {
  const { compiled, rulings, diagrams } = analysis;
  const lifting = rule.liftedBy
    .flatMap((index) => compiled.rules[index] ?? [])
    .filter((lifter) => lifts(analysis, lifter, rule));
  const reaches = rulings.rules[rule.index]?.reaches ?? FALSE;
  const certain = lifting.filter(({ index }) =>
    analysis.must(diagrams.or(diagrams.not(reaches), rulings.rules[index]?.stands ?? FALSE)),
  );
  return (certain.length > 0 ? certain : lifting).map((lifter) => lifter.rule.name).sort(compareNames);
}

function conditionsOf(analysis: Analysis, rule: CompiledRule): NonNullable<Because['conditions']> {
  if (rule.rule.kind !== 'restriction') return [];
  return rule.rule.onlyIf.map(({ name }, index) => {
    const diagram = analysis.rulings.condition(rule, index);
    return { name, state: analysis.must(diagram) ? 'met' : analysis.can(diagram) ? 'unknown' : 'unmet' };
  });
}

/** Names in the order a person expects: `WC-2` before `WC-10`. */
export function compareNames(a: string, b: string): number {
  const x = a.split(/(\d+)/);
  const y = b.split(/(\d+)/);
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const p = x[i] ?? '';
    const q = y[i] ?? '';
    if (p === q) continue;
    const numbers = i % 2 === 1 ? Number(p) - Number(q) : 0;
    if (numbers !== 0) return numbers;
    return p < q ? -1 : 1;
  }
  return x.length - y.length;
}
