import type { Declarations, Instrument, Provision, Rule, Rulebook, Target } from '@proviso/model';
import { prepareStatus, type StatusEngine } from '../status/index.ts';
import { type Condition, eachUnknown } from './condition.ts';
import { Elaboration } from './elaborate.ts';
import type { Periods } from './periods.ts';
import type { Variables } from './variables.ts';

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

/** A rulebook made ready for deciding: everything that does not depend on dates, readings or facts. */
export interface CompiledRulebook {
  readonly rulebook: Rulebook;
  readonly declarations: Declarations;
  readonly periods: Periods;
  readonly variables: Variables;
  readonly rules: readonly CompiledRule[];
  /** Rule indices such that a rule comes after all rules that lift it. */
  readonly liftOrder: readonly number[];
  readonly assumptions: readonly { readonly name: string; readonly that: Condition }[];
  /** Terms that are not over a party, which a user may assert. */
  readonly assertable: ReadonlyMap<string, Condition>;
  readonly status: StatusEngine;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** The condition that any expression of the rulebook states. */
  readonly elaboration: Elaboration;
}

/** Resolves a rulebook. The rulebook must be free of errors (see `packages/language`). */
export function compileRulebook(rulebook: Rulebook): CompiledRulebook {
  const elaboration = new Elaboration(rulebook);
  const { declarations } = elaboration;
  const provisions = new Map(rulebook.provisions.map((provision) => [provision.name, provision]));
  const lifts = rulebook.rules.map((rule) => targetsOf(rule, rule.lifts, rulebook, provisions));
  const rules = rulebook.rules.map(
    (rule, index): CompiledRule => ({
      index,
      rule,
      when: elaboration.condition(rule.when),
      onlyIf:
        rule.kind === 'restriction'
          ? rule.onlyIf.map(({ name, that }) => ({ name, that: elaboration.condition(that) }))
          : [],
      lifts: lifts[index] ?? [],
      liftedBy: lifts.flatMap((targets, lifter) => (targets.includes(index) ? [lifter] : [])),
    }),
  );
  const assumptions = declarations.assumptions.map(({ name, that }) => ({ name, that: elaboration.condition(that) }));
  const assertable = new Map(
    declarations.terms
      .filter((term) => term.parameter === undefined)
      .map((term) => [term.name, elaboration.condition({ op: 'term', term: term.name })]),
  );
  const variables = elaboration.finish(variableOrder(rules));
  return {
    rulebook,
    declarations,
    periods: elaboration.periods,
    variables,
    rules,
    liftOrder: liftOrder(rules),
    assumptions,
    assertable,
    status: prepareStatus(rulebook),
    provisions,
    instruments: new Map(rulebook.instruments.map((instrument) => [instrument.name, instrument])),
    elaboration,
  };
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

/** Rules after those that lift them. @throws Error when rules lift each other in a circle. */
function liftOrder(rules: readonly CompiledRule[]): readonly number[] {
  const order: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const place = (rule: CompiledRule): void => {
    if (state.get(rule.index) === 'done') return;
    if (state.get(rule.index) === 'open') throw new Error(`rules lift each other in a circle: ${rule.rule.name}`);
    state.set(rule.index, 'open');
    for (const lifter of rule.liftedBy) {
      const lifting = rules[lifter];
      if (lifting !== undefined) place(lifting);
    }
    state.set(rule.index, 'done');
    order.push(rule.index);
  };
  for (const rule of rules) place(rule);
  return order;
}

/**
 * The order of variables. What many prohibitions ask for comes first, so that most transactions are decided after few tests;
 * then what single rules ask for, rule by rule; what only exceptions ask for comes last, where one shared tail serves all rules.
 */
function variableOrder(rules: readonly CompiledRule[]): readonly string[] {
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

function weight({ rule }: CompiledRule): number {
  return rule.kind === 'prohibition' || rule.kind === 'restriction' ? 0 : rule.kind === 'duty' ? 2 : 1;
}
