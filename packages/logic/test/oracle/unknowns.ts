import type { Value } from '@proviso/model';
import type { StatusUnknown } from '../../src/status/contract.ts';
import { type Comparands, comparandsOf, conditionsOf, partsOf } from './constants.ts';
import { domainOf } from './domain.ts';
import { typeOfFact } from './kind.ts';
import type { Question } from './question.ts';
import type { World } from './world.ts';

/** One unknown with all that it can turn out to be. */
export type Unknown =
  | { readonly kind: 'fact'; readonly name: string; readonly values: readonly Value[] }
  | { readonly kind: 'reading' | 'status'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'open'; readonly name: string; readonly values: readonly boolean[] };

/** Given and presumed facts. */
export function knownFacts(world: World, question: Question): Readonly<Record<string, Value>> {
  const known: Record<string, Value> = {};
  for (const [path, fact] of world.facts) {
    const given = question.facts[path];
    const value = given === undefined ? fact.presumed : given;
    if (value !== undefined && value !== null) known[path] = value;
  }
  return known;
}

/** What stands in for facts that are absent. */
export function presumedFacts(world: World, question: Question): Readonly<Record<string, Value>> {
  const known = knownFacts(world, question);
  return Object.fromEntries(Object.entries(known).filter(([path]) => question.facts[path] === undefined));
}

/** Facts that conditions use and nobody has given. */
export function unknownFacts(world: World, question: Question): readonly Unknown[] {
  const known = knownFacts(world, question);
  const comparands = comparandsOf(world);
  const unknown = [...world.facts.keys()].filter((path) => comparands.has(path) && known[path] === undefined);
  const none: Comparands = { constants: new Set(), repeats: 0 };
  return unknown.map((name) => ({
    kind: 'fact',
    name,
    values: domainOf(world, typeOfFact(world, name), comparands.get(name) ?? none),
  }));
}

/** Readings that conditions or events use and nobody has settled. */
export function unknownReadings(
  world: World,
  question: Question,
  ofStatus: readonly StatusUnknown[],
): readonly Unknown[] {
  const parts = conditionsOf(world).flatMap(partsOf);
  const used = new Set<string>(parts.flatMap((part) => (part.op === 'reading' ? [part.reading] : [])));
  for (const unknown of ofStatus) if (unknown.kind === 'reading') used.add(unknown.name);
  return world.declarations.readings
    .filter((reading) => used.has(reading.name) && question.readings[reading.name] === undefined)
    .map((reading) => ({ kind: 'reading', name: reading.name, values: reading.alternatives.map((it) => it.name) }));
}

/** Events of which nobody knows whether they have taken effect. */
export function unknownEvents(ofStatus: readonly StatusUnknown[]): readonly Unknown[] {
  return ofStatus
    .filter((unknown) => unknown.kind === 'status')
    .map((unknown) => ({ kind: 'status', name: unknown.name, values: unknown.alternatives }));
}

/** Open points that conditions use. */
export function openPoints(world: World): readonly Unknown[] {
  const used = new Set(
    conditionsOf(world)
      .flatMap(partsOf)
      .flatMap((part) => (part.op === 'open' ? [part.open] : [])),
  );
  return world.rulebook.opens
    .filter((open) => used.has(open.name))
    .map((open) => ({ kind: 'open', name: open.name, values: [false, true] }));
}

/** How many ways there are to fill the unknowns in. */
export function combinations(unknowns: readonly Unknown[]): number {
  return unknowns.reduce((product, unknown) => product * unknown.values.length, 1);
}
