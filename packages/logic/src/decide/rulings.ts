import type { CompiledRule, CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { type TranslationSetting, Translator } from '../compile/translate.ts';
import { type Diagram, type Diagrams, FALSE, TRUE } from '../diagram/diagrams.ts';
import type { Frame } from './frame.ts';
import { EXEMPT, LICENSED, NOT_RESTRICTED, PROHIBITED, RESTRICTED } from './outcome.ts';

const NOTHING_ASSERTED: ReadonlyMap<string, boolean> = new Map();

/** Diagrams over all variables of a rulebook; `undefined` where one would be too large. */
export interface FullSource {
  /** The store of the conditions. */
  readonly rules: Diagrams;
  applies(rule: number, period: number): Diagram | undefined;
  condition(rule: number, index: number, period: number): Diagram | undefined;
  admissible(period: number): Diagram | undefined;
  /** Whether the verdict is at hand or worth making. */
  isReady(frame: Frame): boolean;
  verdict(frame: Frame): { readonly diagrams: Diagrams; readonly verdict: Diagram } | undefined;
}

/** The diagrams of one rule. */
export interface RuleDiagrams {
  readonly applies: Diagram;
  readonly inForce: Diagram;
  /** Applies and is in force. */
  readonly reaches: Diagram;
  /** Reaches, and no standing rule lifts it. */
  readonly stands: Diagram;
}

/**
 * What the rules come to, as diagrams over all that is not known: for each rule whether it applies, is in force and stands,
 * and the verdict (design, section 3). Everything is worked out when it is first asked for; where the full diagrams of the
 * rulebook are at hand, by fixing in them what is known.
 */
export class Rulings {
  readonly diagrams: Diagrams;
  /** By index of the rule. */
  readonly rules: readonly RuleDiagrams[];
  readonly translator: Translator;
  readonly #compiled: CompiledRulebook;
  readonly #frame: Frame | undefined;
  readonly #setting: TranslationSetting;
  readonly #asserted: ReadonlyMap<string, boolean>;
  readonly #full: FullSource | undefined;
  readonly #ruleMemo = new Map<Diagram, Diagram>();
  #admissible: Diagram | undefined;
  #verdict: Diagram | undefined;

  /**
   * @param frame the law in force; `undefined` for the law with every provision in force
   * @param asserted terms that the user asserts: only completions in which they have these values are admissible
   * @param full diagrams over all variables, if they are at hand
   */
  constructor(
    compiled: CompiledRulebook,
    frame: Frame | undefined,
    setting: TranslationSetting,
    asserted: ReadonlyMap<string, boolean> = NOTHING_ASSERTED,
    full?: FullSource,
  ) {
    this.diagrams = setting.diagrams;
    this.translator = new Translator(setting);
    this.#compiled = compiled;
    this.#frame = frame;
    this.#setting = setting;
    this.#asserted = asserted;
    this.#full = full;
    this.rules = compiled.rules.map((rule) => new LazyRule(this, rule));
  }

  /** Makes every diagram now. @throws DiagramTooLarge */
  workOut(): void {
    for (const rule of this.rules) void rule.stands;
    void this.verdict;
  }

  /** Where all assumptions hold, and asserted terms have their values. */
  get admissible(): Diagram {
    if (this.#admissible !== undefined) return this.#admissible;
    const { diagrams, translator } = this;
    const { period } = this.#setting;
    const full = this.#full?.admissible(period);
    let result =
      full === undefined
        ? this.#compiled.assumptions.reduce(
            (all: Diagram, { that }) => diagrams.and(all, translator.diagram(that)),
            TRUE,
          )
        : this.#fix(full);
    for (const [name, value] of this.#asserted) {
      const term = this.#compiled.assertable.get(name);
      if (term === undefined) continue;
      const holds = translator.diagram(term);
      result = diagrams.and(result, value ? holds : diagrams.not(holds));
    }
    this.#admissible = result;
    return result;
  }

  /** Verdict masks; 0 where the assumptions fail. */
  get verdict(): Diagram {
    if (this.#verdict !== undefined) return this.#verdict;
    const frame = this.#asserted.size > 0 ? undefined : this.#frame;
    const hot = frame !== undefined && this.#full?.isReady(frame) === true ? this.#full.verdict(frame) : undefined;
    this.#verdict =
      hot === undefined ? this.#compose() : this.diagrams.restrictFrom(hot.diagrams, hot.verdict, this.#setting.known);
    return this.#verdict;
  }

  /** Where a rule applies. */
  applies(rule: CompiledRule): Diagram {
    const full = this.#full?.applies(rule.index, this.#setting.period);
    return full === undefined ? this.translator.diagram(rule.when) : this.#fix(full);
  }

  /** Where a rule is in force, over the unknowns about status. */
  inForce({ index }: CompiledRule): Diagram {
    return this.#frame === undefined ? TRUE : inForceDiagram(this.#frame, index, this.#setting);
  }

  /** Where a condition of a restriction is met. */
  condition(rule: CompiledRule, index: number): Diagram {
    const full = this.#full?.condition(rule.index, index, this.#setting.period);
    if (full !== undefined) return this.#fix(full);
    const that = rule.onlyIf[index]?.that;
    return that === undefined ? TRUE : this.translator.diagram(that);
  }

  #fix(full: Diagram): Diagram {
    const source = this.#full?.rules;
    return source === undefined ? full : this.diagrams.restrictFrom(source, full, this.#setting.known, this.#ruleMemo);
  }

  #compose(): Diagram {
    const { diagrams } = this;
    const any = (parts: readonly Diagram[]) => parts.reduce((all, part) => diagrams.or(all, part), FALSE);
    const { rules } = this.#compiled;
    const stands = (rule: CompiledRule) => this.rules[rule.index]?.stands ?? FALSE;
    const forbidding = rules.filter(({ rule }) => rule.kind === 'prohibition');
    const restricting = rules.filter(({ rule }) => rule.kind === 'restriction');
    const liftedBy = (kind: 'licence' | 'exemption') =>
      any(
        [...forbidding, ...restricting].map((rule) => {
          const lifters = rule.liftedBy.flatMap((index) => {
            const lifter = rules[index];
            return lifter?.rule.kind === kind ? [stands(lifter)] : [];
          });
          return diagrams.and(this.rules[rule.index]?.reaches ?? FALSE, any(lifters));
        }),
      );
    const unmet = restricting
      .filter(({ rule }) => rule.kind === 'restriction' && rule.otherwise === 'prohibited')
      .map((rule) => {
        const met = rule.onlyIf.reduce(
          (all: Diagram, _, index) => diagrams.and(all, this.condition(rule, index)),
          TRUE,
        );
        return diagrams.and(stands(rule), diagrams.not(met));
      });
    let verdict: Diagram = NOT_RESTRICTED;
    verdict = diagrams.override(liftedBy('exemption'), EXEMPT, verdict);
    verdict = diagrams.override(liftedBy('licence'), LICENSED, verdict);
    verdict = diagrams.override(any(restricting.map(stands)), RESTRICTED, verdict);
    verdict = diagrams.override(any([...forbidding.map(stands), ...unmet]), PROHIBITED, verdict);
    return diagrams.override(diagrams.not(this.admissible), 0, verdict);
  }
}

/** The diagrams of one rule, each made when first asked for. */
class LazyRule implements RuleDiagrams {
  readonly #rulings: Rulings;
  readonly #rule: CompiledRule;
  #applies: Diagram | undefined;
  #inForce: Diagram | undefined;
  #stands: Diagram | undefined;

  constructor(rulings: Rulings, rule: CompiledRule) {
    this.#rulings = rulings;
    this.#rule = rule;
  }

  get applies(): Diagram {
    this.#applies ??= this.#rulings.applies(this.#rule);
    return this.#applies;
  }

  get inForce(): Diagram {
    this.#inForce ??= this.#rulings.inForce(this.#rule);
    return this.#inForce;
  }

  get reaches(): Diagram {
    return this.applies === FALSE ? FALSE : this.#rulings.diagrams.and(this.applies, this.inForce);
  }

  get stands(): Diagram {
    if (this.#stands !== undefined) return this.#stands;
    const { diagrams, rules } = this.#rulings;
    let stands = this.reaches;
    for (const lifter of this.#rule.liftedBy) {
      if (stands === FALSE) break;
      stands = diagrams.and(stands, diagrams.not(rules[lifter]?.stands ?? FALSE));
    }
    this.#stands = stands;
    return stands;
  }
}

function inForceDiagram(frame: Frame, index: number, setting: TranslationSetting): Diagram {
  const { diagrams, known } = setting;
  const force = frame.inForce[index];
  if (force === undefined || force.every((value) => value === 1)) return TRUE;
  let result: Diagram = FALSE;
  frame.choices.forEach(({ values }, choice) => {
    if (force[choice] !== 1) return;
    let here: Diagram = TRUE;
    frame.variables.forEach((variable, position) => {
      const fixed = known[variable] ?? -1;
      const wanted = values[position] ?? 0;
      if (fixed >= 0) {
        if (fixed !== wanted) here = FALSE;
        return;
      }
      const truth = new Uint8Array(diagrams.sizes[variable] ?? 0);
      truth[wanted] = 1;
      here = diagrams.and(here, diagrams.literal(variable, truth));
    });
    result = diagrams.or(result, here);
  });
  return result;
}
