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

/** The cells of a type for given constants, and the cell of any value. */
export interface Cells {
  readonly cells: readonly Cell[];
  cellOf(value: ScalarValue): number;
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
    case 'integer':
    case 'decimal':
    case 'fraction':
      return numberCells(type, constants);
    case 'date':
      return ordered(
        unique(constants).map((constant) => parseDate(String(constant)) ?? 0),
        {
          step: 1,
          minimum: undefined,
          maximum: undefined,
          toValue: formatDate,
          fromValue: (value) => parseDate(String(value)) ?? 0,
        },
      );
    case 'instant':
      return ordered(
        unique(constants).map((constant) => parseInstant(String(constant)) ?? 0),
        {
          step: 1,
          minimum: undefined,
          maximum: undefined,
          toValue: (ms) => new Date(ms).toISOString(),
          fromValue: (value) => parseInstant(String(value)) ?? 0,
        },
      );
  }
}

function unique(values: readonly ScalarValue[]): readonly ScalarValue[] {
  return [...new Set(values)].sort();
}

function named(values: readonly ScalarValue[], rest: Cell | undefined): Cells {
  const index = new Map(values.map((value, position) => [value, position]));
  const cells: Cell[] = values.map((sample) => ({ sample, count: 1 }));
  if (rest !== undefined) cells.push(rest);
  return { cells, cellOf: (value) => index.get(value) ?? values.length };
}

interface Scale {
  /** Distance of neighbouring values; 0 when dense. */
  readonly step: number;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  toValue(position: number): ScalarValue;
  fromValue(value: ScalarValue): number;
}

/** Cells of a discrete scale: below the first constant, each constant, each gap that holds a value, above the last. */
function ordered(constants: readonly number[], scale: Scale): Cells {
  const points = [...new Set(constants)].sort((a, b) => a - b);
  const cells: Cell[] = [];
  const gap: number[] = [];
  const point: number[] = [];
  const lowest = scale.minimum ?? Number.NEGATIVE_INFINITY;
  const highest = scale.maximum ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= points.length; i++) {
    const below = points[i - 1];
    const above = points[i];
    const from = Math.max(lowest, below === undefined ? Number.NEGATIVE_INFINITY : below + scale.step);
    const to = Math.min(highest, above === undefined ? Number.POSITIVE_INFINITY : above - scale.step);
    gap.push(from <= to ? cells.length : -1);
    if (from <= to) {
      const sample = Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0;
      cells.push({ sample: scale.toValue(sample), count: Math.floor((to - from) / scale.step) + 1 });
    }
    if (above !== undefined) {
      const inside = above >= lowest && above <= highest;
      point.push(inside ? cells.length : -1);
      if (inside) cells.push({ sample: scale.toValue(above), count: 1 });
    }
  }
  return {
    cells,
    cellOf: (value) => {
      const at = scale.fromValue(value);
      let i = 0;
      while (i < points.length && at > (points[i] ?? 0)) i++;
      return at === points[i] ? (point[i] ?? -1) : (gap[i] ?? -1);
    },
  };
}

function numberCells(
  type: Extract<ScalarType, { kind: 'integer' | 'decimal' | 'fraction' }>,
  constants: readonly ScalarValue[],
): Cells {
  if (type.kind === 'integer') {
    return ordered(
      constants.map((constant) => Number(constant)),
      {
        step: 1,
        minimum: type.minimum === undefined ? undefined : Number(type.minimum),
        maximum: type.maximum === undefined ? undefined : Number(type.maximum),
        toValue: String,
        fromValue: Number,
      },
    );
  }
  const points = [...new Set(constants.map(String))].map(exact).sort(compareRational);
  const minimum = type.minimum === undefined ? undefined : exact(type.minimum);
  const maximum = type.maximum === undefined ? undefined : exact(type.maximum);
  const cells: Cell[] = [];
  const gap: number[] = [];
  const point: number[] = [];
  for (let i = 0; i <= points.length; i++) {
    const between = betweenPoints(points[i - 1], points[i], minimum, maximum);
    gap.push(between === undefined ? -1 : cells.length);
    if (between !== undefined) cells.push({ sample: formatRational(between.sample), count: between.count });
    const above = points[i];
    if (above !== undefined) {
      const inside =
        (minimum === undefined || compareRational(above, minimum) >= 0) &&
        (maximum === undefined || compareRational(above, maximum) <= 0);
      point.push(inside ? cells.length : -1);
      if (inside) cells.push({ sample: formatRational(above), count: 1 });
    }
  }
  const approximate = points.map((p) => p.valueOf());
  return {
    cells,
    cellOf: (value) => {
      const text = String(value);
      const near = text.includes('/') ? exact(text).valueOf() : Number(text);
      let i = 0;
      // Rounding to a double keeps order, so only a tie needs exact arithmetic.
      while (
        i < points.length &&
        (near > (approximate[i] ?? 0) || (near === approximate[i] && isAbove(text, points[i])))
      )
        i++;
      const reached = points[i];
      const equal = reached !== undefined && near === approximate[i] && compareRational(exact(text), reached) === 0;
      return equal ? (point[i] ?? -1) : (gap[i] ?? -1);
    },
  };
}

function isAbove(text: string, point: Rational | undefined): boolean {
  return point !== undefined && compareRational(exact(text), point) > 0;
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
  if (low === undefined && high === undefined) return { sample: exact('0'), count: Number.POSITIVE_INFINITY };
  if (low === undefined)
    return {
      sample: highIn && high !== undefined ? high : (high ?? exact('0')).sub(1),
      count: Number.POSITIVE_INFINITY,
    };
  if (high === undefined) return { sample: lowIn ? low : low.add(1), count: Number.POSITIVE_INFINITY };
  const order = compareRational(low, high);
  if (order > 0) return undefined;
  if (order === 0) return lowIn && highIn ? { sample: low, count: 1 } : undefined;
  return { sample: lowIn ? low : highIn ? high : low.add(high).div(2), count: Number.POSITIVE_INFINITY };
}

function exact(text: string): Rational {
  const value = parseRational(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}
