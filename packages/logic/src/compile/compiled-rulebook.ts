import {
  allDeclarations,
  type Declarations,
  type Enumeration,
  enumerationsByName,
  type Fact,
  factsByPath,
  type Instrument,
  type Provision,
  type Rule,
  type Rulebook,
  type Target,
} from '@proviso/model';
import { prepareStatus, type StatusEngine } from '../status/index.ts';
import { type Condition, eachUnknown } from './condition.ts';
import { Elaboration } from './elaborate.ts';
import { type Periods, periodsOf } from './periods.ts';
import { type Variables, type VariableTable, variablesOf } from './variables.ts';

/** A rule with its conditions resolved. */
export interface CompiledRule {
  readonly index: number;
  readonly rule: Rule;
  readonly when: Condition;
  /** Conditions of a restriction. */
  readonly onlyIf: readonly { readonly name: string; readonly that: Condition }[];
  /** Rules that lift it, by index. */
  readonly liftedBy: readonly number[];
  /** Rules it lifts, by index. */
  readonly lifts: readonly number[];
}

/** An assumption with its condition resolved. */
export interface CompiledAssumption {
  readonly name: string;
  readonly that: Condition;
}

/** The conditions of a rulebook, resolved. */
interface Conditions {
  readonly elaboration: Elaboration;
  readonly rules: readonly Pick<CompiledRule, 'when' | 'onlyIf'>[];
  readonly assumptions: readonly CompiledAssumption[];
  readonly assertable: ReadonlyMap<string, Condition>;
  readonly table: VariableTable;
}

/**
 * A rulebook made ready for deciding: everything that does not depend on dates, readings or facts.
 * What is costly and may not be needed (conditions, the status engine) is made when it is first asked for.
 */
export class CompiledRulebook {
  readonly rulebook: Rulebook;
  readonly declarations: Declarations;
  readonly periods: Periods;
  readonly variables: Variables;
  /** Every fact by path. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly rules: readonly CompiledRule[];
  /** Names of the terms that a user may assert. */
  readonly assertableNames: ReadonlySet<string>;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  #conditions: Conditions | undefined;
  #enumerations: ReadonlyMap<string, Enumeration> | undefined;
  #status: StatusEngine | undefined;

  /** @param table the variables, when they were worked out before from the same rulebook by the same version */
  constructor(rulebook: Rulebook, table?: VariableTable) {
    this.rulebook = rulebook;
    this.declarations = allDeclarations(rulebook);
    this.facts = factsByPath(this.declarations);
    this.periods = periodsOf(this.declarations, rulebook.zone);
    this.provisions = new Map(rulebook.provisions.map((provision) => [provision.name, provision]));
    this.instruments = new Map(rulebook.instruments.map((instrument) => [instrument.name, instrument]));
    const lifts = rulebook.rules.map((rule) => targetsOf(rule, rule.lifts, rulebook, this.provisions));
    this.rules = rulebook.rules.map((rule, index) => new LazyRule(this, rule, index, lifts));
    refuseCircles(this.rules);
    this.assertableNames = new Set(
      this.declarations.terms.flatMap((term) => (term.parameter === undefined ? [term.name] : [])),
    );
    this.variables = variablesOf(table ?? this.#resolved.table);
  }

  /** The enumerations by name. */
  get enumerations(): ReadonlyMap<string, Enumeration> {
    this.#enumerations ??= enumerationsByName(this.declarations);
    return this.#enumerations;
  }

  /** The condition that any expression of the rulebook states. */
  get elaboration(): Elaboration {
    return this.#resolved.elaboration;
  }

  get assumptions(): readonly CompiledAssumption[] {
    return this.#resolved.assumptions;
  }

  /** Terms that are not over a party, which a user may assert. */
  get assertable(): ReadonlyMap<string, Condition> {
    return this.#resolved.assertable;
  }

  get status(): StatusEngine {
    this.#status ??= prepareStatus(this.rulebook);
    return this.#status;
  }

  /** The resolved conditions of a rule. */
  conditionsOf(index: number): Pick<CompiledRule, 'when' | 'onlyIf'> {
    const found = this.#resolved.rules[index];
    if (found === undefined) throw new RangeError(`no rule ${index}`);
    return found;
  }

  get #resolved(): Conditions {
    this.#conditions ??= resolve(this.rulebook, this.declarations);
    return this.#conditions;
  }
}

/** Resolves a rulebook. The rulebook must be free of errors (see `packages/language`). */
export function compileRulebook(rulebook: Rulebook, table?: VariableTable): CompiledRulebook {
  return new CompiledRulebook(rulebook, table);
}

class LazyRule implements CompiledRule {
  readonly index: number;
  readonly rule: Rule;
  readonly lifts: readonly number[];
  readonly liftedBy: readonly number[];
  readonly #compiled: CompiledRulebook;

  constructor(compiled: CompiledRulebook, rule: Rule, index: number, lifts: readonly (readonly number[])[]) {
    this.#compiled = compiled;
    this.index = index;
    this.rule = rule;
    this.lifts = lifts[index] ?? [];
    this.liftedBy = lifts.flatMap((targets, lifter) => (targets.includes(index) ? [lifter] : []));
  }

  get when(): Condition {
    return this.#compiled.conditionsOf(this.index).when;
  }

  get onlyIf(): CompiledRule['onlyIf'] {
    return this.#compiled.conditionsOf(this.index).onlyIf;
  }
}

function resolve(rulebook: Rulebook, declarations: Declarations): Conditions {
  const elaboration = new Elaboration(rulebook);
  const rules = rulebook.rules.map((rule) => ({
    rule,
    when: elaboration.condition(rule.when),
    onlyIf:
      rule.kind === 'restriction'
        ? rule.onlyIf.map(({ name, that }) => ({ name, that: elaboration.condition(that) }))
        : [],
  }));
  const assumptions = declarations.assumptions.map(({ name, that }) => ({ name, that: elaboration.condition(that) }));
  const assertable = new Map(
    declarations.terms
      .filter((term) => term.parameter === undefined)
      .map((term) => [term.name, elaboration.condition({ op: 'term', term: term.name })]),
  );
  return { elaboration, rules, assumptions, assertable, table: elaboration.finish(variableOrder(rules)) };
}

/** Indices of the rules that targets mean. A rule belongs to the provision it is stated in, the first of its `per`. */
export function targetsOf(
  self: Rule,
  targets: readonly Target[],
  rulebook: Rulebook,
  provisions: ReadonlyMap<string, Provision>,
): readonly number[] {
  const found = new Set<number>();
  for (const target of targets) {
    rulebook.rules.forEach((rule, index) => {
      if (rule === self) return;
      if (target.kind === 'rule') {
        if (rule.name === target.rule) found.add(index);
        return;
      }
      if (target.rules !== 'rule' && target.rules !== rule.kind) return;
      const stated = rule.per[0];
      const instrument = stated === undefined ? undefined : provisions.get(stated)?.instrument;
      if (target.of === undefined || target.of === stated || target.of === instrument) found.add(index);
    });
  }
  return [...found];
}

/** @throws Error when rules lift each other in a circle. */
function refuseCircles(rules: readonly CompiledRule[]): void {
  const done = new Set<number>();
  const follow = (rule: CompiledRule, way: readonly number[]): void => {
    if (done.has(rule.index)) return;
    if (way.includes(rule.index)) {
      const names = [...way.slice(way.indexOf(rule.index)), rule.index].map((index) => rules[index]?.rule.name);
      throw new Error(`rules lift each other in a circle: ${names.join(' <- ')}`);
    }
    for (const lifter of rule.liftedBy) {
      const lifting = rules[lifter];
      if (lifting !== undefined) follow(lifting, [...way, rule.index]);
    }
    done.add(rule.index);
  };
  for (const rule of rules) follow(rule, []);
}

type Ordered = Pick<CompiledRule, 'rule' | 'when' | 'onlyIf'>;

/**
 * The order of variables. What many prohibitions ask for comes first, so that most transactions are decided after few tests;
 * then what single rules ask for, rule by rule; what only exceptions ask for comes last, where one shared tail serves all rules.
 */
function variableOrder(rules: readonly Ordered[]): readonly string[] {
  const score = new Map<string, number>();
  const first = new Map<string, number>();
  const sorted = [...rules].sort((a, b) => weight(a) - weight(b) || (a.rule.name < b.rule.name ? -1 : 1));
  for (const rule of sorted) {
    const mentioned = new Set<string>();
    for (const condition of [rule.when, ...rule.onlyIf.map(({ that }) => that)]) {
      eachUnknown(condition, (unknown) => {
        mentioned.add(unknown);
        if (!first.has(unknown)) first.set(unknown, first.size);
      });
    }
    if (weight(rule) === 0) for (const unknown of mentioned) score.set(unknown, (score.get(unknown) ?? 0) + 1);
  }
  return [...first.keys()].sort(
    (a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0) || (first.get(a) ?? 0) - (first.get(b) ?? 0),
  );
}

function weight({ rule }: Ordered): number {
  return rule.kind === 'prohibition' || rule.kind === 'restriction' ? 0 : rule.kind === 'duty' ? 2 : 1;
}
