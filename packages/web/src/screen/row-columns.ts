import type { RowPage } from './contract.ts';
import type { Filter } from './place.ts';

/** Columns that the screening adds: some stand before those of the file, some after. */
const BEFORE = ['verdict_before', 'verdict', 'needs', 'why'] as const;
const AFTER = ['may_proceed', 'provisions'] as const;
/** Columns that say the same again in other words. */
const HIDDEN = new Set(['possible', 'provisions_before', 'held_back', 'held_back_before', 'may_proceed_before']);
const NARROWEST = 4;
const WIDEST = 26;

/** A column that the screening adds and the table shows. */
export type AddedColumn = (typeof BEFORE | typeof AFTER)[number];

/** How a table of rows is written. */
export interface RowTexts {
  /** The name of a column: in words, where the screening adds it. */
  heading(column: string): string;
  /** Whether the screening adds the column. */
  isAdded(column: string): boolean;
  /** A cell in words. */
  cell(column: string, cell: unknown): string;
}

/** The columns that a table shows, in order. @param prefix put before the names of the added columns */
export function shownColumns({ columns }: RowPage, filter: Filter, prefix: string): readonly string[] {
  const open = filter.kind !== 'bin' || filter.bin === 'undetermined';
  const own = columns.filter((column) => {
    const added = nameWithout(prefix, column);
    return !isAdded(added) && !HIDDEN.has(added);
  });
  const there = (names: readonly AddedColumn[]) =>
    names.map((name) => `${prefix}${name}`).filter((column) => columns.includes(column));
  return [...there(BEFORE.filter((name) => open || name !== 'needs')), ...own, ...there(AFTER)];
}

/** The name of an added column without what stands before it; empty for a column that has not this before its name. */
export function nameWithout(prefix: string, column: string): string {
  return column.startsWith(prefix) ? column.slice(prefix.length) : '';
}

/** Whether the screening adds a column of this name. */
export function isAdded(name: string): name is AddedColumn {
  return [...BEFORE, ...AFTER].some((one) => one === name);
}

/** The width of a column in characters, by its heading and some of its texts: one that does not change as rows come and go. */
export function widthOf(heading: string, texts: readonly string[]): number {
  const widths = texts
    .filter((text) => text !== '')
    .map(widthIn)
    .toSorted((a, b) => a - b);
  const most = widths[Math.floor(widths.length * 0.9)] ?? 0;
  return Math.min(WIDEST, Math.max(NARROWEST, widthIn(heading), most));
}

/** Chinese characters are twice as wide as a digit, capitals nearly half as wide again. */
function widthIn(text: string): number {
  let width = 0;
  for (const character of text) {
    if ((character.codePointAt(0) ?? 0) > 0x2e7f) width += 2;
    else width += /\p{Lu}/u.test(character) ? 1.4 : 1;
  }
  return Math.ceil(width);
}
