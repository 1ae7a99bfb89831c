import type { FactValues, ScalarType, ScalarValue, Value } from '@proviso/model';
import { finder, type Lookup, orderedKind } from './lookup.ts';

/** What kind of unknown a variable belongs to. */
export type UnknownKind = 'fact' | 'reading' | 'status' | 'open';

/**
 * A variable of the diagrams. Values are regions: sets of a fact's values that no condition of the rulebook tells apart.
 * A list or set fact has one variable per class of elements, which counts them up to a cap.
 */
export interface Variable {
  readonly kind: UnknownKind;
  /** Path of the fact, name of the reading, event or open point. */
  readonly name: string;
  readonly size: number;
  /** For a scalar fact: a value of each region; for a reading: its alternatives; for status and open: no and yes. */
  readonly samples: readonly ScalarValue[];
  /** For a class of elements: which class. */
  readonly elementClass?: number;
}

/** How values of a fact fall into regions, as data that can be kept. */
export interface FactRegions {
  readonly path: string;
  readonly variables: readonly number[];
  /** Slots are regions; for lists and sets: classes of elements. */
  readonly lookup: Lookup;
  /** For lists and sets: the cap of each class. */
  readonly caps?: readonly number[];
}

/** How a fact's value is turned into values of its variables. */
export interface FactCode extends FactRegions {
  readonly scalar: boolean;
  /** For scalars: the region of a value; -1 for a value that is not of the type. */
  regionOf(value: ScalarValue): number;
  /** For lists and sets: how many elements of each class, capped; in the order of `variables`. */
  countsOf(values: readonly ScalarValue[]): readonly number[];
}

/** Variables and regions as data. */
export interface VariableTable {
  readonly all: readonly Variable[];
  readonly regions: readonly FactRegions[];
}

/** All variables of a rulebook, in diagram order, and how to set them. */
export interface Variables extends VariableTable {
  readonly sizes: readonly number[];
  readonly facts: ReadonlyMap<string, FactCode>;
  readonly readings: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, number>;
  readonly opens: ReadonlyMap<string, number>;
}

/** The variables with their indices. */
export function variablesOf(table: VariableTable): Variables {
  const named = (kind: UnknownKind) =>
    new Map(table.all.flatMap((variable, index) => (variable.kind === kind ? [[variable.name, index] as const] : [])));
  return {
    ...table,
    sizes: table.all.map((variable) => variable.size),
    facts: new Map(table.regions.map((regions) => [regions.path, factCode(regions)])),
    readings: named('reading'),
    events: named('status'),
    opens: named('open'),
  };
}

function factCode(regions: FactRegions): FactCode {
  const { caps, lookup } = regions;
  let find: ((value: ScalarValue) => number) | undefined;
  const regionOf = (value: ScalarValue): number => {
    find ??= finder(lookup);
    return find(value);
  };
  return {
    ...regions,
    scalar: caps === undefined,
    regionOf,
    countsOf: (values) => {
      const counts = (caps ?? []).map(() => 0);
      for (const value of values) {
        const region = regionOf(value);
        if (region >= 0) counts[region] = Math.min((counts[region] ?? 0) + 1, caps?.[region] ?? 0);
      }
      return counts;
    },
  };
}

/** Values of all variables; -1 where unknown. */
export type Assignment = Int32Array;

/** An assignment in which nothing is known. */
export function nothingKnown(variables: Variables): Assignment {
  return new Int32Array(variables.all.length).fill(-1);
}

/** Sets the variables of a fact to a given value. */
export function setFact(code: FactCode, value: Value, assignment: Assignment): void {
  if (code.scalar) {
    const variable = code.variables[0];
    if (variable !== undefined && !Array.isArray(value)) assignment[variable] = code.regionOf(value as ScalarValue);
    return;
  }
  const counts = code.countsOf(value as readonly ScalarValue[]);
  code.variables.forEach((variable, index) => {
    assignment[variable] = counts[index] ?? 0;
  });
}

/** Sets all given facts that some condition uses. */
export function setFacts(variables: Variables, facts: FactValues, assignment: Assignment): void {
  for (const [path, value] of Object.entries(facts)) {
    const code = variables.facts.get(path);
    if (code !== undefined && value !== null) setFact(code, value, assignment);
  }
}

/** Whether values of a type are compared by order. */
export function isOrdered(type: ScalarType): boolean {
  return orderedKind(type) !== undefined;
}
