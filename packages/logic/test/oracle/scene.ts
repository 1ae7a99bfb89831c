import type { Expression, Rule, Value } from '@proviso/model';
import type { ProvisionStatus, Vantage } from '../../src/status/contract.ts';
import { type Completion, type Test, testOf } from './evaluate.ts';
import { expand } from './expand.ts';
import { inForce, isValid } from './force.ts';
import { liftersOf, liftingOrder } from './lifting.ts';
import type { Question, StatusSource } from './question.ts';
import { outcomeOf, type ReadyRules } from './standing.ts';
import { forEachCombination, type Table } from './table.ts';
import { vantagePoint } from './time.ts';
import { knownFacts, openPoints, type Unknown, unknownEvents, unknownFacts, unknownReadings } from './unknowns.ts';
import { datedAt, type World } from './world.ts';

/** Everything that one question is answered from. */
export interface Scene {
  readonly world: World;
  readonly vantage: Vantage;
  readonly known: Readonly<Record<string, Value>>;
  readonly settled: Readonly<Record<string, string>>;
  readonly rules: ReadyRules;
  readonly assumptions: readonly Test[];
  readonly unknowns: readonly Unknown[];
  /** The status of every provision, readings and status unknowns being settled. */
  statuses(settled: Readonly<Record<string, string>>): ReadonlyMap<string, ProvisionStatus>;
}

/** Sets the scene of a question. */
export function sceneOf(world: World, source: StatusSource, question: Question): Scene {
  const { zone } = world.rulebook;
  const vantage: Vantage = {
    asOf: vantagePoint(zone, question.asOf),
    knownOn: question.knownOn === undefined ? null : vantagePoint(zone, question.knownOn),
  };
  const ofStatus = source.unknowns(vantage);
  const dated = datedAt(world, vantage.asOf);
  const cache = new Map<string, ReadonlyMap<string, ProvisionStatus>>();
  return {
    world,
    vantage,
    known: knownFacts(world, question),
    settled: question.readings,
    rules: readyRules(world, vantage.asOf),
    assumptions: [
      ...world.declarations.assumptions.map((it) => testOf(world, dated, expand(world, it.that))),
      ...assertions(world, question).map((it) => testOf(world, dated, it)),
    ],
    unknowns: [
      ...unknownFacts(world, question),
      ...unknownReadings(world, question, ofStatus),
      ...unknownEvents(ofStatus),
      ...openPoints(world),
    ],
    statuses(settled) {
      const choice = ofStatus.map(({ name, alternatives }) => Math.max(0, alternatives.indexOf(settled[name] ?? '')));
      const key = choice.join();
      const statuses = cache.get(key) ?? source.under(vantage, choice);
      cache.set(key, statuses);
      return statuses;
    },
  };
}

/** Terms that the user asserts: completions in which they turn out otherwise do not count. */
function assertions(world: World, question: Question): readonly Expression[] {
  return world.declarations.terms.flatMap(({ name, parameter }): readonly Expression[] => {
    const asserted = parameter === undefined ? question.facts[name] : undefined;
    if (typeof asserted !== 'boolean') return [];
    const term = expand(world, { op: 'term', term: name });
    return [asserted ? term : { op: 'not', operand: term }];
  });
}

function readyRules(world: World, asOf: number): ReadyRules {
  const dated = datedAt(world, asOf);
  const lifters = liftersOf(world.rulebook);
  const order = liftingOrder(lifters);
  if (order === undefined) throw new Error('rules lift one another in a circle');
  const rules = world.rulebook.rules.map((rule, index) => ({
    rule,
    when: testOf(world, dated, expand(world, rule.when)),
    onlyIf: rule.kind === 'restriction' ? rule.onlyIf.map((it) => testOf(world, dated, expand(world, it.that))) : [],
    lifters: lifters[index] ?? [],
  }));
  return { rules, order };
}

/** The verdicts of all completions, and how each rule fared. */
export interface Tabulated {
  readonly table: Table;
  /** By index of rule: in how many admissible completions it stands. */
  readonly standing: readonly number[];
  readonly admissible: number;
}

/** Tries every completion of the given unknowns; `everythingInForce` for what would be if nothing were held back. */
export function tabulate(scene: Scene, everythingInForce = false): Tabulated {
  const unknowns = everythingInForce ? scene.unknowns.filter(({ kind }) => kind !== 'status') : scene.unknowns;
  const standing = scene.rules.rules.map(() => 0);
  const verdicts: Table['verdicts'][number][] = [];
  let admissible = 0;
  const forces = new Map<ReadonlyMap<string, ProvisionStatus>, readonly boolean[]>();
  // A licence that has run out, or has not begun, permits nothing: its validity is no status of a provision.
  const all = scene.rules.rules.map(({ rule }) => isValid(scene.world.rulebook, rule, scene.vantage.asOf));
  forEachCombination(unknowns, (at, picks) => {
    const { completion, settled } = fill(scene, unknowns, picks);
    verdicts[at] = undefined;
    if (!scene.assumptions.every((assumption) => assumption(completion))) return;
    admissible++;
    let force: readonly boolean[] = all;
    if (!everythingInForce) {
      const statuses = scene.statuses(settled);
      force = forces.get(statuses) ?? scene.rules.rules.map(({ rule }) => forceOf(scene, rule, statuses));
      forces.set(statuses, force);
    }
    const outcome = outcomeOf(scene.rules, completion, force);
    verdicts[at] = outcome.verdict;
    outcome.stands.forEach((stands, index) => {
      if (stands) standing[index] = (standing[index] ?? 0) + 1;
    });
  });
  return { table: { unknowns, verdicts }, standing, admissible };
}

function forceOf(scene: Scene, rule: Rule, statuses: ReadonlyMap<string, ProvisionStatus>): boolean {
  return inForce(rule, statuses) && isValid(scene.world.rulebook, rule, scene.vantage.asOf);
}

/** A completion, and what it settles about the law. */
export interface Filled {
  readonly completion: Completion;
  /** Readings and events. */
  readonly settled: Readonly<Record<string, string>>;
}

/** One combination as a completion. */
export function fill(scene: Scene, unknowns: readonly Unknown[], picks: readonly number[]): Filled {
  const facts: Record<string, Value> = { ...scene.known };
  const readings: Record<string, string> = { ...scene.settled };
  const events: Record<string, string> = {};
  const opens: Record<string, boolean> = {};
  unknowns.forEach((unknown, index) => {
    const pick = picks[index] ?? 0;
    if (unknown.kind === 'fact') facts[unknown.name] = unknown.values[pick] ?? false;
    else if (unknown.kind === 'open') opens[unknown.name] = unknown.values[pick] ?? false;
    else if (unknown.kind === 'reading') readings[unknown.name] = unknown.values[pick] ?? '';
    else events[unknown.name] = unknown.values[pick] ?? '';
  });
  return { completion: { facts, readings, opens }, settled: { ...readings, ...events } };
}
