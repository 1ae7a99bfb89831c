import { compareRational, parseInstant, parseRational, type ScalarType, type ScalarValue } from '@proviso/model';

/**
 * Finds the place of a value among constants, as data that can be kept. `slots` holds one number (a cell or a region; -1 for
 * none) per place.
 */
export type Lookup =
  /** One slot per named value, and the last one for every other value. */
  | { readonly kind: 'named'; readonly values: readonly ScalarValue[]; readonly slots: readonly number[] }
  /** Constants in order; slots for: below the first, the first itself, between it and the second, ..., above the last. */
  | {
      readonly kind: 'number' | 'date' | 'instant';
      readonly points: readonly string[];
      readonly slots: readonly number[];
    };

/** The kind of ordered lookup for a type; undefined for types without an order. */
export function orderedKind(type: ScalarType): 'number' | 'date' | 'instant' | undefined {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'fraction':
      return 'number';
    case 'date':
    case 'instant':
      return type.kind;
    default:
      return undefined;
  }
}

/** A function that finds the slot of a value. */
export function finder(lookup: Lookup): (value: ScalarValue) => number {
  if (lookup.kind === 'named') {
    const slots = new Map(lookup.values.map((value, index) => [value, lookup.slots[index] ?? -1]));
    const rest = lookup.slots[lookup.values.length] ?? -1;
    return (value) => slots.get(value) ?? rest;
  }
  const { points, slots } = lookup;
  const position = positionOf(lookup.kind, points);
  return (value) => slots[position(String(value))] ?? -1;
}

/** Twice the number of constants below a value, plus one when it is a constant itself. */
function positionOf(kind: 'number' | 'date' | 'instant', points: readonly string[]): (value: string) => number {
  const order = kind === 'number' ? numbers(points) : kind === 'date' ? texts(points) : instants(points);
  return (value) => {
    const compare = order(value);
    for (let i = 0; i < points.length; i++) {
      const side = compare(i);
      if (side <= 0) return side === 0 ? 2 * i + 1 : 2 * i;
    }
    return 2 * points.length;
  };
}

type Order = (value: string) => (point: number) => number;

function texts(points: readonly string[]): Order {
  return (value) => (point) => {
    const other = points[point] ?? '';
    return value === other ? 0 : value < other ? -1 : 1;
  };
}

function instants(points: readonly string[]): Order {
  const parsed = points.map((point) => parseInstant(point) ?? 0);
  return (value) => {
    const instant = parseInstant(value) ?? Number.NaN;
    return (point) => instant - (parsed[point] ?? 0);
  };
}

function numbers(points: readonly string[]): Order {
  const approximate = points.map(approximately);
  return (value) => {
    const near = approximately(value);
    return (point) => {
      // Rounding to a double keeps order, so only a tie needs exact arithmetic.
      const difference = near - (approximate[point] ?? 0);
      return difference !== 0 ? difference : exactly(value, points[point] ?? '');
    };
  };
}

function approximately(text: string): number {
  const slash = text.indexOf('/');
  return slash < 0 ? Number(text) : (parseRational(text)?.valueOf() ?? Number.NaN);
}

function exactly(a: string, b: string): number {
  if (a === b) return 0;
  const x = parseRational(a);
  const y = parseRational(b);
  return x === undefined || y === undefined ? 0 : compareRational(x, y);
}
