import type { FactValues, ScalarType, ScalarValue, Value } from '@proviso/model';

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

/** How a fact's value is turned into values of its variables. */
export interface FactCode {
  readonly path: string;
  readonly variables: readonly number[];
  readonly scalar: boolean;
  /** For scalars: the region of a value. */
  regionOf(value: ScalarValue): number;
  /** For lists and sets: how many elements of each class, capped; in the order of `variables`. */
  countsOf(values: readonly ScalarValue[]): readonly number[];
}

/** All variables of a rulebook, in diagram order, and how to set them. */
export interface Variables {
  readonly all: readonly Variable[];
  readonly sizes: readonly number[];
  readonly facts: ReadonlyMap<string, FactCode>;
  readonly readings: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, number>;
  readonly opens: ReadonlyMap<string, number>;
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
  return ['integer', 'decimal', 'fraction', 'date', 'instant'].includes(type.kind);
}
