import { spreadsheetSafeText } from './spreadsheet.ts';

/** A cell as CSV has it: in quotes where it must be. With `safe`, no spreadsheet takes it for a formula. */
export function csvCell(text: string, safe: boolean): string {
  const cell = safe ? spreadsheetSafeText(text) : text;
  return /[",\r\n]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Cells as a part of a CSV row. */
export function csvCells(texts: readonly string[], safe: boolean): string {
  return texts.map((text) => csvCell(text, safe)).join(',');
}
