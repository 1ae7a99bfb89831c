import {
  allDeclarations,
  type Declarations,
  enumerationsByName,
  type Fact,
  factsByPath,
  formatDate,
  type Rulebook,
  type ScalarValue,
} from '@proviso/model';
import { localDay } from './time.ts';

/** A rulebook with what the oracle looks up in it. */
export interface World {
  readonly rulebook: Rulebook;
  readonly declarations: Declarations;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The names of an enumeration's values. */
  valuesOf(enumeration: string): readonly string[];
}

/** Looks a rulebook over. */
export function worldOf(rulebook: Rulebook): World {
  const declarations = allDeclarations(rulebook);
  const enumerations = enumerationsByName(declarations);
  return {
    rulebook,
    declarations,
    facts: factsByPath(declarations),
    valuesOf: (name) => enumerations.get(name)?.values.map((value) => value.name) ?? [],
  };
}

/** What the dated parameters and lists are on one day. */
export interface Dated {
  /** Undefined before the parameter's first dated value. */
  parameter(name: string): ScalarValue | undefined;
  /** Empty before the list's first dated content. */
  list(name: string): readonly ScalarValue[];
}

/** The parameters and lists as of an instant. */
export function datedAt(world: World, asOf: number): Dated {
  const today = formatDate(localDay(world.rulebook.zone, asOf));
  const holds = (entry: { readonly from?: string }) => entry.from === undefined || entry.from <= today;
  const parameters = new Map(
    world.declarations.parameters.map((it) => [it.name, it.values.filter(holds).at(-1)?.value]),
  );
  const lists = new Map(world.declarations.lists.map((it) => [it.name, it.values.filter(holds).at(-1)?.values ?? []]));
  return { parameter: (name) => parameters.get(name), list: (name) => lists.get(name) ?? [] };
}
