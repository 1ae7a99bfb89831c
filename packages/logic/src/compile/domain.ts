import {
  COUNTRIES,
  compareRational,
  type Enumeration,
  formatDate,
  formatRational,
  parseDate,
  parseInstant,
  parseRational,
  type Rational,
  type ScalarType,
  type ScalarValue,
} from '@proviso/model';
import type { Lookup } from './lookup.ts';

/**
 * A piece of a type's values that no condition of the rulebook tells apart by a single constant:
 * one constant, an interval between two constants, or all values that are never mentioned.
 */
export interface Cell {
  /** A value of the cell. */
  readonly sample: ScalarValue;
  /** How many values it has; Infinity when unlimited. */
  readonly count: number;
}

/** The cells of a type for given constants; the slots of the lookup are indices of cells. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly lookup: Lookup;
}

/** Cuts a type's values at the constants that conditions compare with. */
export function cutCells(
  type: ScalarType,
  constants: readonly ScalarValue[],
  enumerations: ReadonlyMap<string, Enumeration>,
): Cells {
  switch (type.kind) {
    case 'boolean':
      return named([false, true], undefined);
    case 'enumeration':
      return named(enumerations.get(type.enumeration)?.values.map((value) => value.name) ?? [], undefined);
    case 'country': {
      const mentioned = unique(constants);
      const sample = ['CN', 'CA', 'US', ...COUNTRIES].find((code) => !mentioned.includes(code));
      return named(mentioned, sample === undefined ? undefined : { sample, count: COUNTRIES.size - mentioned.length });
    }
    case 'text': {
      const mentioned = unique(constants);
      let sample = 'other';
      while (mentioned.includes(sample)) sample += '.';
      return named(mentioned, { sample, count: Number.POSITIVE_INFINITY });
    }
    case 'decimal':
    case 'fraction':
      return dense(type, constants);
    case 'integer':
      return discrete('number', constants, {
        minimum: type.minimum === undefined ? undefined : Number(type.minimum),
        maximum: type.maximum === undefined ? undefined : Number(type.maximum),
        toValue: String,
        fromValue: Number,
      });
    case 'date':
      return discrete('date', constants, { toValue: formatDate, fromValue: (value) => parseDate(value) ?? 0 });
    case 'instant':
      return discrete('instant', constants, {
        toValue: (instant) => new Date(instant).toISOString(),
        fromValue: (value) => parseInstant(value) ?? 0,
      });
  }
}

function unique(values: readonly ScalarValue[]): readonly ScalarValue[] {
  return [...new Set(values)].sort();
}

function named(values: readonly ScalarValue[], rest: Cell | undefined): Cells {
  const cells: Cell[] = values.map((sample) => ({ sample, count: 1 }));
  const slots = values.map((_, index) => index);
  if (rest !== undefined) slots.push(cells.push(rest) - 1);
  return { cells, lookup: { kind: 'named', values, slots } };
}

interface Scale {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  toValue(position: number): string;
  fromValue(value: string): number;
}

/** Cells of a scale of whole numbers: below the first constant, each constant, each gap that holds a value, above the last. */
function discrete(kind: 'number' | 'date' | 'instant', constants: readonly ScalarValue[], scale: Scale): Cells {
  const points = [...new Set(constants.map((constant) => scale.fromValue(String(constant))))].sort((a, b) => a - b);
  const lowest = scale.minimum ?? Number.NEGATIVE_INFINITY;
  const highest = scale.maximum ?? Number.POSITIVE_INFINITY;
  const cells: Cell[] = [];
  const slots: number[] = [];
  const add = (cell: Cell | undefined) => slots.push(cell === undefined ? -1 : cells.push(cell) - 1);
  for (let i = 0; i <= points.length; i++) {
    const below = points[i - 1];
    const above = points[i];
    const from = Math.max(lowest, below === undefined ? Number.NEGATIVE_INFINITY : below + 1);
    const to = Math.min(highest, above === undefined ? Number.POSITIVE_INFINITY : above - 1);
    const sample = Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0;
    add(from <= to ? { sample: scale.toValue(sample), count: to - from + 1 } : undefined);
    if (above !== undefined) {
      add(above >= lowest && above <= highest ? { sample: scale.toValue(above), count: 1 } : undefined);
    }
  }
  return { cells, lookup: { kind, points: points.map(scale.toValue), slots } };
}

/** Cells of the exact numbers between declared bounds. */
function dense(
  type: Extract<ScalarType, { kind: 'integer' | 'decimal' | 'fraction' }>,
  constants: readonly ScalarValue[],
): Cells {
  const points = [...new Set(constants.map(String))].map(exact).sort(compareRational);
  const minimum = type.minimum === undefined ? undefined : exact(type.minimum);
  const maximum = type.maximum === undefined ? undefined : exact(type.maximum);
  const cells: Cell[] = [];
  const slots: number[] = [];
  const add = (cell: Cell | undefined) => slots.push(cell === undefined ? -1 : cells.push(cell) - 1);
  for (let i = 0; i <= points.length; i++) {
    const between = betweenPoints(points[i - 1], points[i], minimum, maximum);
    add(between === undefined ? undefined : { sample: formatRational(between.sample), count: between.count });
    const point = points[i];
    if (point === undefined) continue;
    const inside =
      (minimum === undefined || compareRational(point, minimum) >= 0) &&
      (maximum === undefined || compareRational(point, maximum) <= 0);
    add(inside ? { sample: formatRational(point), count: 1 } : undefined);
  }
  return { cells, lookup: { kind: 'number', points: points.map(formatRational), slots } };
}

/** The open interval between two constants, cut to the declared bounds (which are inclusive). */
function betweenPoints(
  below: Rational | undefined,
  above: Rational | undefined,
  minimum: Rational | undefined,
  maximum: Rational | undefined,
): { sample: Rational; count: number } | undefined {
  const low = minimum !== undefined && (below === undefined || compareRational(minimum, below) > 0) ? minimum : below;
  const high = maximum !== undefined && (above === undefined || compareRational(maximum, above) < 0) ? maximum : above;
  const lowIn = low !== undefined && low === minimum && low !== below;
  const highIn = high !== undefined && high === maximum && high !== above;
  const unlimited = Number.POSITIVE_INFINITY;
  if (low === undefined) {
    if (high === undefined) return { sample: exact('0'), count: unlimited };
    return { sample: highIn ? high : high.sub(1), count: unlimited };
  }
  if (high === undefined) return { sample: lowIn ? low : low.add(1), count: unlimited };
  const order = compareRational(low, high);
  if (order > 0) return undefined;
  if (order === 0) return lowIn && highIn ? { sample: low, count: 1 } : undefined;
  return { sample: lowIn ? low : highIn ? high : low.add(high).div(2), count: unlimited };
}

function exact(text: string): Rational {
  const value = parseRational(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}
