import type { CompiledRule, CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { type TranslationSetting, Translator } from '../compile/translate.ts';
import { type Diagram, type Diagrams, FALSE, TRUE } from '../diagram/diagrams.ts';
import type { Frame } from './frame.ts';
import { EXEMPT, LICENSED, NOT_RESTRICTED, PROHIBITED, RESTRICTED } from './outcome.ts';

const NOTHING_ASSERTED: ReadonlyMap<string, boolean> = new Map();

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
 * and the verdict (design, section 3).
 */
export class Rulings {
  readonly diagrams: Diagrams;
  readonly rules: readonly RuleDiagrams[];
  /** Where all assumptions hold. */
  readonly admissible: Diagram;
  /** Verdict masks; 0 where the assumptions fail. */
  readonly verdict: Diagram;
  readonly translator: Translator;

  /**
   * @param frame the law in force; `undefined` for the law with every provision in force
   * @param asserted terms that the user asserts: only completions in which they have these values are admissible
   */
  constructor(
    compiled: CompiledRulebook,
    frame: Frame | undefined,
    setting: TranslationSetting,
    asserted: ReadonlyMap<string, boolean> = NOTHING_ASSERTED,
  ) {
    const { diagrams } = setting;
    const translator = new Translator(setting);
    this.diagrams = diagrams;
    this.translator = translator;
    const rules: RuleDiagrams[] = [];
    for (const index of compiled.liftOrder) {
      const compiledRule = compiled.rules[index];
      if (compiledRule === undefined) continue;
      const applies = translator.diagram(compiledRule.when);
      const inForce = frame === undefined ? TRUE : inForceDiagram(frame, index, setting);
      const reaches = diagrams.and(applies, inForce);
      let stands = reaches;
      for (const lifter of compiledRule.liftedBy) {
        if (stands === FALSE) break;
        stands = diagrams.and(stands, diagrams.not(rules[lifter]?.stands ?? FALSE));
      }
      rules[index] = { applies, inForce, reaches, stands };
    }
    this.rules = rules;
    this.admissible = compiled.assumptions.reduce(
      (all: Diagram, assumption) => diagrams.and(all, translator.diagram(assumption.that)),
      TRUE,
    );
    for (const [name, value] of asserted) {
      const term = compiled.assertable.get(name);
      if (term === undefined) continue;
      const holds = translator.diagram(term);
      this.admissible = diagrams.and(this.admissible, value ? holds : diagrams.not(holds));
    }
    this.verdict = this.#verdict(compiled);
  }

  #verdict(compiled: CompiledRulebook): Diagram {
    const { diagrams } = this;
    const any = (parts: readonly Diagram[]) => parts.reduce((all, part) => diagrams.or(all, part), FALSE);
    const stands = (rule: CompiledRule) => this.rules[rule.index]?.stands ?? FALSE;
    const forbidding = compiled.rules.filter(({ rule }) => rule.kind === 'prohibition');
    const restricting = compiled.rules.filter(({ rule }) => rule.kind === 'restriction');
    const liftedBy = (kind: 'licence' | 'exemption') =>
      any(
        [...forbidding, ...restricting].map((rule) => {
          const lifters = rule.liftedBy.flatMap((index) => {
            const lifter = compiled.rules[index];
            return lifter?.rule.kind === kind ? [stands(lifter)] : [];
          });
          return diagrams.and(this.rules[rule.index]?.reaches ?? FALSE, any(lifters));
        }),
      );
    const unmet = restricting
      .filter(({ rule }) => rule.kind === 'restriction' && rule.otherwise === 'prohibited')
      .map((rule) => {
        const met = rule.onlyIf.reduce(
          (all: Diagram, { that }) => diagrams.and(all, this.translator.diagram(that)),
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

/** Where a rule is in force, over the unknowns about status. */
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
