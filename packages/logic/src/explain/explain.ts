import type { FactValues } from '@proviso/model';
import type { Answer, Need } from '../answer.ts';
import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import type { Analysis } from '../decide/analysis.ts';
import type { Decider } from '../decide/decider.ts';
import { summariseRule } from '../decide/status-summary.ts';
import { TRUE } from '../diagram/diagrams.ts';
import { actingNames, eventReference, unique } from './cite.ts';
import { ConditionSteps } from './conditions.ts';
import type {
  AssumptionStep,
  ByReadingStep,
  Detail,
  Explanation,
  HeldBackStep,
  NeedStep,
  PresumptionStep,
  ResidualStep,
  RuleStep,
  Step,
  VerdictStep,
} from './explanation.ts';
import { nearMisses } from './misses.ts';
import { Questions } from './questions.ts';
import { inOrder, RuleSteps } from './rules.ts';
import { sourcesOf } from './sources.ts';
import { StatusSteps } from './statuses.ts';
import { named, Words } from './words.ts';

/** How much to tell. */
export interface ExplainOptions {
  readonly detail?: Detail;
}

/**
 * The proof of a decider's answer on some facts, worked out from the rules of the rulebook: what decides, on which facts,
 * readings and events, and which provisions say so.
 * @throws InputError as `Decider.decide` does.
 */
export function explain(decider: Decider, facts: FactValues, options: ExplainOptions = {}): Explanation {
  return new Explaining(decider, facts, options.detail ?? 'short').explanation();
}

const STATE_ORDER: readonly RuleStep['value'][] = ['stands', 'lifted', 'open', 'not_in_force', 'does_not_apply'];

class Explaining {
  readonly #answer: Answer;
  readonly #analysis: Analysis;
  readonly #detail: Detail;
  readonly #words: Words;
  readonly #conditions: ConditionSteps;
  readonly #statuses: StatusSteps;
  readonly #rules: RuleSteps;

  constructor(decider: Decider, facts: FactValues, detail: Detail) {
    const { compiled, frame, question } = decider;
    this.#answer = decider.decide(facts);
    this.#analysis = decider.analyse(facts);
    this.#detail = detail;
    this.#words = new Words(compiled, frame.period);
    this.#conditions = new ConditionSteps(this.#analysis, this.#words, facts, question.readings, detail === 'full');
    this.#statuses = new StatusSteps(compiled, frame, this.#words, question.readings, detail);
    this.#rules = new RuleSteps({
      compiled,
      analysis: this.#analysis,
      conditions: this.#conditions,
      statuses: this.#statuses,
      answer: this.#answer,
      detail,
    });
  }

  explanation(): Explanation {
    const steps: readonly Step[] = [
      this.#verdict(),
      ...this.#byReading(),
      ...this.#heldBack(),
      ...(this.#detail === 'full' ? this.#everyRule() : this.#decidingRules()),
      ...this.#residual(),
      ...this.#presumptions(),
      ...this.#assumptions(),
      ...this.#answer.needs.map((need) => this.#need(need)),
    ];
    return { detail: this.#detail, answer: this.#answer, steps, ...sourcesOf(this.#analysis.compiled, steps) };
  }

  #verdict(): VerdictStep {
    const { verdict, mayProceed, possible, enforced, asOf, knownOn } = this.#answer;
    return {
      kind: 'verdict',
      value: verdict,
      mayProceed,
      possible,
      enforced,
      asOf,
      knownOn,
      cites: [],
      children: [],
    };
  }

  #byReading(): readonly ByReadingStep[] {
    return (this.#answer.byReading ?? []).map(({ readings, verdict }) => ({
      kind: 'by_reading',
      value: verdict,
      readings: Object.entries(readings).map(([name, alternative]) => this.#words.reading(name, alternative)),
      cites: unique(Object.keys(readings).flatMap((name) => this.#words.readingPer(name))),
      children: [],
    }));
  }

  #heldBack(): readonly HeldBackStep[] {
    const { heldBack } = this.#answer;
    if (heldBack === null) return [];
    const { compiled } = this.#analysis;
    const event = eventReference(compiled, heldBack.event);
    return [
      {
        kind: 'held_back',
        value: heldBack.verdict,
        status: heldBack.status,
        provision: heldBack.provision,
        cites: unique([heldBack.provision, ...actingNames(compiled, event?.by)]),
        children: [],
      },
    ];
  }

  /** Every rule: prohibitions and restrictions with their exceptions, then duties, then what is left. */
  #everyRule(): readonly RuleStep[] {
    const all = inOrder(this.#analysis.compiled.rules);
    const biting = all.filter(({ rule }) => rule.kind === 'prohibition' || rule.kind === 'restriction');
    const duties = all.filter(({ rule }) => rule.kind === 'duty');
    const steps = [...byState(biting, this.#rules), ...byState(duties, this.#rules)].map((rule) =>
      this.#rules.rule(rule),
    );
    return [
      ...steps,
      ...all.filter((rule) => !this.#rules.wasTold(rule)).map((rule) => this.#rules.rule(rule, 'exception')),
    ];
  }

  #decidingRules(): readonly RuleStep[] {
    const { compiled } = this.#analysis;
    const because = new Set(this.#answer.because.map(({ rule }) => rule));
    const concerned = inOrder(compiled.rules.filter(({ rule }) => because.has(rule.name)));
    const biting = byState(
      concerned.filter(({ rule }) => rule.kind === 'prohibition' || rule.kind === 'restriction'),
      this.#rules,
    );
    const decided = this.#answer.verdict === 'prohibited' || this.#answer.verdict === 'restricted';
    // Where a rule stands, those that are not in force or only may stand change nothing; they are told in one line each.
    const own = biting.filter((rule) => this.#tellsApart(rule, decided));
    const steps = own.map((rule) => this.#rules.rule(rule));
    steps.push(...this.#together(biting.filter((rule) => !own.includes(rule))));
    for (const { duty } of this.#answer.duties ?? []) {
      const rule = compiled.rules.find((candidate) => candidate.rule.name === duty);
      if (rule !== undefined) steps.push(this.#rules.rule(rule));
    }
    for (const rule of concerned) if (!this.#rules.wasTold(rule)) steps.push(this.#rules.rule(rule, 'exception'));
    return [...steps, ...this.#nearMisses(own)];
  }

  #tellsApart(rule: CompiledRule, decided: boolean): boolean {
    const state = this.#rules.state(rule);
    if (decided) return state === 'stands' || state === 'lifted';
    return state !== 'not_in_force' || this.#rules.applies(rule) === 'true';
  }

  /** Rules of which no more is told than why they do not decide: not in force for the same reason, or open beside one that stands. */
  #together(rules: readonly CompiledRule[]): readonly RuleStep[] {
    const { compiled, frame } = this.#analysis;
    const groups = new Map<string, CompiledRule[]>();
    for (const rule of rules) {
      const state = this.#rules.state(rule);
      const { status, through, provision, event } = summariseRule(frame, rule);
      const cause = through === provision ? (compiled.provisions.get(provision)?.instrument ?? provision) : through;
      const key = state === 'not_in_force' ? `${status} ${event ?? ''} ${event === null ? cause : ''}` : state;
      groups.set(`${state} ${key}`, [...(groups.get(`${state} ${key}`) ?? []), rule]);
    }
    return [...groups.values()].map((group) => {
      const first = group[0];
      const state = first === undefined ? 'open' : this.#rules.state(first);
      const status =
        state === 'not_in_force' ? this.#statuses.of(group.map((rule) => summariseRule(frame, rule).provision)) : [];
      return this.#rules.group(group, state, 'unknown', 'rule', status);
    });
  }

  /** Where nothing reaches the transaction: the rules that come nearest, and what they fail on. */
  #nearMisses(reaching: readonly CompiledRule[]): readonly RuleStep[] {
    if (this.#answer.verdict !== 'not_restricted' || reaching.length > 0 || this.#isReached()) return [];
    const candidates = inOrder(this.#analysis.compiled.rules)
      .filter(({ rule }) => rule.kind === 'prohibition' || rule.kind === 'restriction')
      .filter((rule) => this.#rules.state(rule) === 'does_not_apply')
      .map((rule) => ({ rule, elements: this.#conditions.conjuncts(rule.rule.when) }));
    return nearMisses(candidates, new Set(Object.keys(this.#answer.presumed))).map(({ rules, children }) =>
      this.#rules.group(rules, 'does_not_apply', 'false', 'rule', children),
    );
  }

  /** Whether a rule reaches the transaction, or would were it in force; then that nothing reaches it is not the ground. */
  #isReached(): boolean {
    if (this.#answer.heldBack !== null) return true;
    return this.#analysis.compiled.rules.some(
      (rule) =>
        (rule.rule.kind === 'prohibition' || rule.rule.kind === 'restriction') && this.#rules.applies(rule) === 'true',
    );
  }

  #residual(): readonly ResidualStep[] {
    const { residual } = this.#analysis.compiled.rulebook;
    if (residual === undefined || this.#answer.verdict !== 'not_restricted' || this.#isReached()) return [];
    return [
      {
        kind: 'residual',
        value: 'not_restricted',
        text: residual.text ?? {},
        cites: unique(residual.per),
        children: [],
      },
    ];
  }

  #presumptions(): readonly PresumptionStep[] {
    return Object.entries(this.#answer.presumed)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, value]) => ({
        kind: 'presumption',
        ...this.#words.fact(path),
        value: this.#words.value(this.#words.declared(path)?.type ?? { kind: 'text' }, value),
        cites: [],
        children: [],
      }));
  }

  /** Assumptions that narrow what is unknown here; all of them in full. */
  #assumptions(): readonly AssumptionStep[] {
    const { compiled, rulings } = this.#analysis;
    const questions = new Questions(this.#words);
    return [...compiled.declarations.assumptions]
      .filter(({ that }) => {
        if (this.#detail === 'full') return true;
        return rulings.translator.diagram(compiled.elaboration.condition(that)) !== TRUE;
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, label, that }) => ({
        kind: 'assumption',
        assumption: named(name, label),
        phrase: questions.phrase(that, {}),
        value: 'true',
        cites: unique(questions.citesOf(that, {})),
        children: [],
      }));
  }

  #need({ kind, name }: Need): NeedStep {
    const { compiled } = this.#analysis;
    const base = { kind: 'need', value: 'unknown', need: kind, name, cites: [], children: [] } as const;
    switch (kind) {
      case 'fact': {
        const declared = this.#words.declared(name);
        const { party } = this.#words.fact(name);
        const text = declared?.question ?? declared?.label ?? { en: name };
        return { ...base, text, ...(party === undefined ? {} : { party }) };
      }
      case 'reading': {
        const reading = this.#words.reading(name, '').reading;
        return {
          ...base,
          text: reading.label ?? { en: name },
          cites: unique(this.#words.readingPer(name)),
        };
      }
      case 'open': {
        const { open, per } = this.#words.open(name);
        return { ...base, text: open.label ?? { en: name }, cites: unique(per) };
      }
      case 'status': {
        const event = eventReference(compiled, name);
        const by = actingNames(compiled, event?.by);
        return { ...base, text: event?.label ?? { en: name }, cites: unique(by) };
      }
    }
  }
}

function byState(rules: readonly CompiledRule[], steps: RuleSteps): readonly CompiledRule[] {
  const rank = (rule: CompiledRule) => STATE_ORDER.indexOf(steps.state(rule));
  return [...rules].sort((a, b) => rank(a) - rank(b));
}
