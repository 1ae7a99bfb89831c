import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { ScreenError } from '../../errors.ts';
import { cellText } from './cell.ts';
import { noWorkbook, tooLarge } from './guard.ts';
import { BETWEEN_SHEETS } from './told-sheets.ts';

/** So many cells are read at most. */
export const MAX_CELLS = 20_000_000;

/** The names of the sheets of a workbook, in its order. @throws ScreenError `not_readable` */
export function sheetNames(bytes: Uint8Array, path: string): readonly string[] {
  return workbook(bytes, path, { bookSheets: true }).SheetNames;
}

/** The rows of a sheet that have any text, with their numbers in the sheet; the first is the header. */
export interface SheetRows {
  readonly sheet: string;
  readonly header: readonly string[];
  rows(): Iterable<{ readonly line: number; readonly cells: readonly string[] }>;
}

/**
 * Reads a sheet: the named one, or the first. @param names of all sheets
 * @throws ScreenError `no_sheet`, `empty_file`, `not_readable` or `too_many_rows`
 */
export function readSheet(
  bytes: Uint8Array,
  path: string,
  names: readonly string[],
  wanted: string | undefined,
): SheetRows {
  const sheet = wanted ?? names[0];
  if (sheet === undefined || !names.includes(sheet)) {
    throw new ScreenError('no_sheet', `${path} has no sheet ${sheet === undefined ? 'at all' : `\`${sheet}\``}.`, {
      where: path,
      hint: names.length > 0 ? `Its sheets: ${names.join(', ')}.` : undefined,
      values: { sheet: sheet ?? '', sheets: names.join(BETWEEN_SHEETS) },
    });
  }
  const book = workbook(bytes, path, { sheets: sheet, dense: true, cellNF: true, cellText: false, cellHTML: false });
  const found = book.Sheets[sheet];
  if (found === undefined) throw noWorkbook(path, undefined);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const table = denseRows(found);
  const range = utils.decode_range(found['!ref'] ?? 'A1:A1');
  if ((range.e.r - range.s.r + 1) * (range.e.c - range.s.c + 1) > MAX_CELLS) throw tooLarge(path);
  let width = 0;
  let first = -1;
  table.forEach((row, index) => {
    const last = lastFilled(row, date1904);
    if (last < 0) return;
    if (first < 0) first = index;
    width = Math.max(width, last + 1);
  });
  if (first < 0)
    throw new ScreenError('empty_file', `Sheet ${sheet} of ${path} is empty: it has not even a header.`, {
      where: path,
    });
  const cellsOf = (row: DenseRow | undefined): string[] =>
    Array.from({ length: width }, (_, column) => cellText(row?.[column], date1904));
  return {
    sheet,
    header: cellsOf(table[first]),
    *rows() {
      for (let index = first + 1; index < table.length; index++) {
        const row = table[index];
        if (lastFilled(row, date1904) >= 0) yield { line: index + 1, cells: cellsOf(row) };
      }
    },
  };
}

type DenseRow = readonly (CellObject | undefined)[];

function denseRows(sheet: WorkSheet): readonly (DenseRow | undefined)[] {
  const data: unknown = sheet['!data'];
  return Array.isArray(data) ? data : [];
}

function lastFilled(row: DenseRow | undefined, date1904: boolean): number {
  for (let column = (row?.length ?? 0) - 1; column >= 0; column--) {
    if (cellText(row?.[column], date1904) !== '') return column;
  }
  return -1;
}

function workbook(bytes: Uint8Array, path: string, options: Parameters<typeof read>[1]): WorkBook {
  try {
    return read(bytes, { type: 'buffer', ...options });
  } catch (error) {
    throw noWorkbook(path, error);
  }
}
