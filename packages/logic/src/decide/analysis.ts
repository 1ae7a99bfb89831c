import type { FactValues, Value } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { type Assignment, nothingKnown, setFact, setFacts } from '../compile/variables.ts';
import { type Diagram, Diagrams, FALSE, TRUE } from '../diagram/diagrams.ts';
import { InputError } from '../errors.ts';
import { everythingInForce, type Frame } from './frame.ts';
import type { FullDiagrams } from './full-diagrams.ts';
import { Rulings } from './rulings.ts';

/** The rulings on one set of facts: diagrams over what is still unknown. */
export class Analysis {
  readonly compiled: CompiledRulebook;
  readonly frame: Frame;
  readonly diagrams: Diagrams;
  /** Values of given and presumed facts and of settled readings. */
  readonly known: Assignment;
  readonly rulings: Rulings;
  readonly asserted: ReadonlyMap<string, boolean>;
  /** Presumptions that stand in for absent facts, whether they matter or not. */
  readonly standIns: ReadonlyMap<string, Value>;
  readonly #given: Assignment;
  readonly #full: FullDiagrams | undefined;
  #counterfactual: Rulings | undefined;

  /** @throws InputError when the facts contradict what the rulebook assumes of every transaction, or an asserted term. */
  constructor(
    compiled: CompiledRulebook,
    frame: Frame,
    readings: Readonly<Record<string, string>>,
    facts: FactValues,
    diagrams = new Diagrams(compiled.variables.sizes),
    full?: FullDiagrams,
  ) {
    this.#full = full;
    this.compiled = compiled;
    this.frame = frame;
    this.diagrams = diagrams;
    this.asserted = assertedIn(compiled, facts);
    this.#given = settledReadings(compiled, readings);
    setFacts(compiled.variables, facts, this.#given);
    this.known = this.#given.slice();
    const standIns = new Map<string, Value>();
    for (const [path, value] of presumptions(compiled)) {
      const code = compiled.variables.facts.get(path);
      if (code === undefined || Object.hasOwn(facts, path)) continue;
      standIns.set(path, value);
      setFact(code, value, this.known);
    }
    this.standIns = standIns;
    this.rulings = this.#rulings(this.frame, this.known);
    if (this.rulings.admissible === FALSE) this.#contradiction();
  }

  /** The rulings were every provision in force. */
  get counterfactual(): Rulings {
    this.#counterfactual ??= this.#rulings(everythingInForce(this.frame), this.known);
    return this.#counterfactual;
  }

  /** The presumptions on which a verdict rests: those without which it could be another. */
  presumptionsBehind(frame: Frame): Readonly<Record<string, Value>> {
    if (this.standIns.size === 0) return {};
    const support = new Set(this.diagrams.support(this.#rulings(frame, this.#given).verdict));
    const behind: Record<string, Value> = {};
    for (const [path, value] of this.standIns) {
      const variables = this.compiled.variables.facts.get(path)?.variables ?? [];
      if (variables.some((variable) => support.has(variable))) behind[path] = value;
    }
    return behind;
  }

  /** Whether a condition can hold for some admissible completion. */
  can(condition: Diagram): boolean {
    return this.diagrams.and(condition, this.rulings.admissible) !== FALSE;
  }

  /** Whether a condition holds for every admissible completion. */
  must(condition: Diagram): boolean {
    return !this.can(this.diagrams.not(condition));
  }

  #rulings(frame: Frame, known: Assignment): Rulings {
    return new Rulings(
      this.compiled,
      frame,
      { diagrams: this.diagrams, period: this.frame.period, known },
      this.asserted,
      this.#full,
    );
  }

  #contradiction(): never {
    const broken = this.compiled.assumptions.find(({ that }) => this.rulings.translator.diagram(that) === FALSE);
    const presumed = [...this.standIns.keys()];
    for (const [term, value] of this.asserted) {
      const condition = this.compiled.assertable.get(term);
      if (condition === undefined || this.rulings.translator.diagram(condition) !== (value ? FALSE : TRUE)) continue;
      throw new InputError(
        'contradiction',
        term,
        {
          en: `the facts given make ${term} ${String(!value)}, yet it is asserted to be ${String(value)}`,
          zh: `依所给事实，${term} 应为 ${String(!value)}，却被直接给为 ${String(value)}`,
        },
        {
          en: `leave ${term} out, or correct the facts it is computed from`,
          zh: `请不要给出 ${term}，或更正据以得出它的事实`,
        },
      );
    }
    throw new InputError(
      'contradiction',
      broken?.name ?? 'facts',
      broken === undefined
        ? {
            en: 'the facts together contradict what the rulebook assumes of every transaction',
            zh: '所给事实合起来与规则书对一切交易的假设相抵触',
          }
        : {
            en: `the facts contradict the assumption ${broken.name}`,
            zh: `所给事实与假设 ${broken.name} 相抵触`,
          },
      presumed.length === 0
        ? { en: 'correct the facts that cannot be true together', zh: '请更正不可能同时为真的事实' }
        : {
            en: `correct the facts, or give the presumed ones yourself: ${presumed.join(', ')}`,
            zh: `请更正事实，或自行给出被推定的事实：${presumed.join('、')}`,
          },
    );
  }
}

/** Presumed values by fact path. */
export function presumptions(compiled: CompiledRulebook): readonly (readonly [string, Value])[] {
  return [...compiled.facts].flatMap(([path, fact]) =>
    fact.presumed === undefined ? [] : [[path, fact.presumed] as const],
  );
}

/** An assignment of the settled readings alone. */
export function settledReadings(compiled: CompiledRulebook, readings: Readonly<Record<string, string>>): Assignment {
  const assignment = nothingKnown(compiled.variables);
  for (const [name, alternative] of Object.entries(readings)) {
    const variable = compiled.variables.readings.get(name);
    if (variable === undefined) continue;
    assignment[variable] = compiled.variables.all[variable]?.samples.indexOf(alternative) ?? -1;
  }
  return assignment;
}

function assertedIn(compiled: CompiledRulebook, facts: FactValues): ReadonlyMap<string, boolean> {
  const asserted = new Map<string, boolean>();
  for (const term of compiled.assertableNames) {
    const value = facts[term];
    if (typeof value === 'boolean') asserted.set(term, value);
  }
  return asserted;
}
