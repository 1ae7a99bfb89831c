import {
  COUNTRIES,
  compareRational,
  formatDate,
  formatRational,
  type NumberType,
  parseDate,
  parseInstant,
  parseRational,
  type Rational,
  type ScalarType,
  type ScalarValue,
  type Value,
  type ValueType,
} from '@proviso/model';
import type { Comparands } from './constants.ts';
import type { World } from './world.ts';

/** Values of a type such that every value of it behaves like one of them in every condition. */
export function domainOf(world: World, type: ValueType, comparands: Comparands): readonly Value[] {
  const constants = [...comparands.constants];
  if (type.kind === 'list') return listsOver(scalarDomain(world, type.of, constants, 1), comparands.repeats);
  if (type.kind === 'set') return subsetsOf(scalarDomain(world, type.of, constants, comparands.repeats));
  return scalarDomain(world, type, constants, 1);
}

/** How many values {@link domainOf} gives, without making them. */
export function domainSize(world: World, type: ValueType, comparands: Comparands): number {
  const constants = [...comparands.constants];
  if (type.kind === 'list') return (comparands.repeats + 1) ** scalarDomain(world, type.of, constants, 1).length;
  if (type.kind === 'set') return 2 ** scalarDomain(world, type.of, constants, comparands.repeats).length;
  return scalarDomain(world, type, constants, 1).length;
}

/** For a scalar type: each constant, and so many values (where there are that many) of every region around them. */
export function scalarDomain(
  world: World,
  type: ScalarType,
  constants: readonly ScalarValue[],
  many: number,
): readonly ScalarValue[] {
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'enumeration':
      return world.valuesOf(type.enumeration);
    case 'country': {
      const others = [...COUNTRIES].filter((code) => !constants.includes(code));
      return [...constants, ...others.slice(0, Math.max(many, 1))];
    }
    case 'text':
      return [...constants, ...Array.from({ length: Math.max(many, 1) }, (_, n) => `other text ${n + 1}`)];
    case 'date':
      return regions(numbersOf(constants, parseDate), 1, many).map(formatDate);
    case 'instant':
      return regions(numbersOf(constants, parseInstant), 1, many).map((ms) => new Date(ms).toISOString());
    default:
      return numberDomain(type, constants, many);
  }
}

function numbersOf(constants: readonly ScalarValue[], read: (text: string) => number | undefined): readonly number[] {
  const values = constants.map((constant) => read(String(constant))).filter((value) => value !== undefined);
  return values.length > 0 ? values : [read('2020-06-01') ?? Date.UTC(2020, 5, 1)];
}

/** Whole-numbered points and up to `many` points between, before and after them. */
function regions(points: readonly number[], step: number, many: number): readonly number[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const found = new Set<number>(sorted);
  sorted.forEach((point, index) => {
    for (let n = 1; n <= Math.max(many, 1); n++) {
      if (index === 0) found.add(point - n * step);
      const next = point + n * step;
      if (next < (sorted[index + 1] ?? Number.POSITIVE_INFINITY)) found.add(next);
    }
  });
  return [...found].sort((a, b) => a - b);
}

function numberDomain(type: NumberType, constants: readonly ScalarValue[], many: number): readonly string[] {
  const minimum = bound(type.minimum);
  const maximum = bound(type.maximum);
  const within = (value: Rational) =>
    (minimum === undefined || compareRational(value, minimum) >= 0) &&
    (maximum === undefined || compareRational(value, maximum) <= 0);
  const edges = [...constants.map((constant) => bound(String(constant))), minimum, maximum].filter(
    (value) => value !== undefined,
  );
  const sorted = (edges.length > 0 ? edges : [...zero()]).sort(compareRational);
  const found = new Map<string, Rational>();
  const add = (value: Rational) => {
    const whole = type.kind !== 'integer' || value.d === 1n;
    if (whole && within(value)) found.set(formatRational(value), value);
  };
  sorted.forEach((edge, index) => {
    add(edge);
    for (let n = 1; n <= Math.max(many, 1); n++) {
      if (index === 0) add(type.kind === 'integer' ? edge.floor().sub(n) : edge.sub(n));
      const next = sorted[index + 1];
      if (next === undefined) add(type.kind === 'integer' ? edge.ceil().add(n) : edge.add(n));
      else if (type.kind !== 'integer') add(edge.add(next.sub(edge).div(2 ** n)));
      else if (compareRational(edge.floor().add(n), next) < 0) add(edge.floor().add(n));
    }
  });
  return [...found.entries()].sort((a, b) => compareRational(a[1], b[1])).map(([text]) => text);
}

function zero(): readonly Rational[] {
  const value = parseRational('0');
  return value === undefined ? [] : [value];
}

function bound(text: string | undefined): Rational | undefined {
  return text === undefined ? undefined : parseRational(text);
}

/** Lists in which every element occurs 0 to `repeats` times: order never matters, more never matters. */
function listsOver(elements: readonly ScalarValue[], repeats: number): readonly Value[] {
  let lists: readonly (readonly ScalarValue[])[] = [[]];
  for (const element of elements) {
    lists = lists.flatMap((list) =>
      Array.from({ length: repeats + 1 }, (_, times) => [...list, ...Array.from({ length: times }, () => element)]),
    );
  }
  return lists;
}

function subsetsOf(elements: readonly ScalarValue[]): readonly Value[] {
  let sets: readonly (readonly ScalarValue[])[] = [[]];
  for (const element of elements) sets = sets.flatMap((set) => [set, [...set, element]]);
  return sets.map((set) => [...set].sort());
}
