import { choose, code, when } from '../tree/build.ts';
import type { Arm, Expression } from '../tree/expression.ts';

/** What a stretch of values stands for: a code, `null` for values that are not allowed, `undefined` where there are none. */
export type Slot = number | null | undefined;

/**
 * Points in rising order that cut a line. `slots` has the stretch below the first point, the point itself, the stretch up to
 * the next point and so on: one more than twice the points.
 */
export interface Ladder<Point> {
  readonly points: readonly Point[];
  readonly slots: readonly Slot[];
}

/** Whether a value is below a point, or (`inclusive`) not above it. */
export type Below<Point> = (point: Point, inclusive: boolean) => Expression;

/** The code of a value that is not NULL, times a factor; NULL for values that are not allowed. Few comparisons. */
export function climb<Point>(ladder: Ladder<Point>, below: Below<Point>, factor = 1): Expression {
  const arms: Arm[] = [];
  let current: Slot;
  ladder.slots.forEach((slot, index) => {
    if (slot === undefined || slot === current) return;
    // The stretch that ends here ends below this point, or with the point before this stretch.
    const point = ladder.points[Math.floor((index - 1) / 2)];
    if (current !== undefined && point !== undefined)
      arms.push(when(below(point, index % 2 === 0), code(scaled(current, factor))));
    current = slot;
  });
  return choose(arms, code(scaled(current ?? null, factor)));
}

/** Whether no value is forbidden. */
export function allows<Point>({ slots }: Ladder<Point>): boolean {
  return !slots.includes(null);
}

/** The same stretches with other codes. */
export function recoded<Point>({ points, slots }: Ladder<Point>, recode: (code: number) => number): Ladder<Point> {
  return { points, slots: slots.map((slot) => (typeof slot === 'number' ? recode(slot) : slot)) };
}

/** The ladder between two bounds, both of which lie strictly within: points below and above fall away with what is beyond them. */
export function within<Point>(
  { points, slots }: Ladder<Point>,
  isBelow: (point: Point) => boolean,
  isAbove: (point: Point) => boolean,
): Ladder<Point> {
  const from = points.filter(isBelow).length;
  const to = points.length - points.filter(isAbove).length;
  return { points: points.slice(from, to), slots: slots.slice(2 * from, 2 * to + 1) };
}

/** Cuts a ladder at a lower and an upper bound (both allowed): beyond them nothing is. */
export function bounded<Point>(
  ladder: Ladder<Point>,
  { minimum, maximum }: { readonly minimum?: Point | undefined; readonly maximum?: Point | undefined },
  order: (a: Point, b: Point) => number,
): Ladder<Point> {
  const low = minimum === undefined ? ladder : cut(ladder, minimum, order);
  const both = maximum === undefined ? low : cut(low, maximum, order);
  const slots = both.slots.map((slot, index) => {
    const point = both.points[Math.floor(index / 2)];
    const previous = both.points[Math.floor((index - 1) / 2)];
    const tooLow = minimum !== undefined && point !== undefined && isBefore(point, minimum, index, order);
    const tooHigh = maximum !== undefined && previous !== undefined && isAfter(previous, maximum, index, order);
    return tooLow || tooHigh ? null : slot;
  });
  return { points: both.points, slots };
}

function isBefore<Point>(next: Point, minimum: Point, index: number, order: (a: Point, b: Point) => number): boolean {
  // An even index is the stretch below `next`, an odd one `next` itself.
  return index % 2 === 0 ? order(next, minimum) <= 0 : order(next, minimum) < 0;
}

function isAfter<Point>(last: Point, maximum: Point, index: number, order: (a: Point, b: Point) => number): boolean {
  return index % 2 === 0 ? order(last, maximum) >= 0 : order(last, maximum) > 0;
}

function cut<Point>({ points, slots }: Ladder<Point>, at: Point, order: (a: Point, b: Point) => number): Ladder<Point> {
  const place = points.findIndex((point) => order(point, at) >= 0);
  const found = points[place];
  if (found !== undefined && order(found, at) === 0) return { points, slots };
  const index = place < 0 ? points.length : place;
  const slot = slots[2 * index];
  return {
    points: [...points.slice(0, index), at, ...points.slice(index)],
    slots: [...slots.slice(0, 2 * index), slot, slot, slot, ...slots.slice(2 * index + 1)],
  };
}

function scaled(slot: number | null, factor: number): number | null {
  return slot === null ? null : slot * factor;
}
