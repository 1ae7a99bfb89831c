/** Rows of one height in a window that shows some of them. Lengths are in CSS pixels; rows count from 0. */
export interface RowSpace {
  readonly count: number;
  /** The height of a row. */
  readonly row: number;
  /** The height that the window has for rows. */
  readonly view: number;
}

/** Where the window stands: how much of the rows is above it, and where its scroll bar is. */
export interface RowScroll {
  readonly offset: number;
  readonly scroll: number;
}

/**
 * No element is made taller. Browsers stop at some 16 to 33 million pixels, which a million rows exceed: above this a scroll
 * bar stands for more than its own length.
 */
export const TALLEST = 8_000_000;
/** Rows that are there above and below what is seen. */
const SPARE = 12;

/** How tall the element is that is scrolled, without a header. */
export function heightOf({ count, row }: RowSpace): number {
  return Math.min(count * row, TALLEST);
}

/** Whether the scroll bar stands for more than its own length. */
export function isScaled({ count, row }: RowSpace): boolean {
  return count * row > TALLEST;
}

/** An offset that leaves no gap above the first row or below the last. */
export function within(space: RowSpace, offset: number): number {
  return Math.max(0, Math.min(offset, lastOffset(space)));
}

/** Where the scroll bar belongs for an offset. */
export function scrollFor(space: RowSpace, offset: number): number {
  const last = lastOffset(space);
  return last === 0 ? 0 : (within(space, offset) / last) * lastScroll(space);
}

/** Where the window stands after it was scrolled. A short way is gone pixel by pixel, a long one in proportion. */
export function scrolled(space: RowSpace, before: RowScroll, scroll: number): RowScroll {
  const end = lastScroll(space);
  if (!isScaled(space)) return { offset: within(space, scroll), scroll };
  if (scroll <= 0) return { offset: 0, scroll };
  if (scroll >= end - 1) return { offset: lastOffset(space), scroll };
  const way = scroll - before.scroll;
  const offset = Math.abs(way) <= space.view ? before.offset + way : (scroll / end) * lastOffset(space);
  return { offset: within(space, offset), scroll };
}

/** The rows that are seen whole, first and last; where none is, the one at the top. */
export function seen(space: RowSpace, offset: number): { readonly first: number; readonly last: number } {
  const { count, row, view } = space;
  const first = Math.max(0, Math.min(Math.ceil(offset / row), count - 1));
  return { first, last: Math.max(first, Math.min(Math.floor((offset + view) / row) - 1, count - 1)) };
}

/** The rows that are there: those that are seen and some to spare. `until` is the first that is not. */
export function there(space: RowSpace, offset: number): { readonly from: number; readonly until: number } {
  const { count, row, view } = space;
  return {
    from: Math.max(0, Math.floor(offset / row) - SPARE),
    until: Math.min(count, Math.ceil((offset + view) / row) + SPARE),
  };
}

/** The offset nearest to the present one at which a row is seen whole. */
export function showing(space: RowSpace, offset: number, index: number): number {
  const top = index * space.row;
  return within(space, Math.min(top, Math.max(offset, top + space.row - space.view)));
}

/** Which row a key leads to; undefined for other keys. */
export function rowAfterKey(key: string, index: number, space: RowSpace): number | undefined {
  const page = Math.max(1, Math.floor(space.view / space.row) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: space.count - 1,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return next === undefined ? undefined : Math.max(0, Math.min(next, space.count - 1));
}

function lastOffset({ count, row, view }: RowSpace): number {
  return Math.max(0, count * row - view);
}

function lastScroll(space: RowSpace): number {
  return Math.max(0, heightOf(space) - space.view);
}
