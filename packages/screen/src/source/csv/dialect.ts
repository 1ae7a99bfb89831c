import { ScreenError } from '../../errors.ts';

/** The delimiters that are detected, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'];
/** So many rows are looked at to tell the delimiter. */
const ROWS_LOOKED_AT = 100;

/**
 * Tells the delimiter from the beginning of a file: the one with which most rows have as many cells as the header;
 * among equals the one with the widest header. A file in which none occurs has a single column.
 */
export function detectDelimiter(start: string): string {
  let best = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const [header, ...rows] = parseRows(start, delimiter, ROWS_LOOKED_AT);
    if (header === undefined || header.length < 2) continue;
    const alike = rows.filter((row) => row.length === header.length).length;
    const share = rows.length === 0 ? 1 : alike / rows.length;
    if (share > best.share || (share === best.share && header.length > best.width)) {
      best = { delimiter, share, width: header.length };
    }
  }
  return best.delimiter;
}

/** @throws ScreenError when a stated delimiter is not one ASCII character that can be one. */
export function checkDelimiter(delimiter: string, where: string): void {
  if (/^[\t\x20-\x7e]$/.test(delimiter) && !/["\w ]/.test(delimiter)) return;
  throw new ScreenError(
    'not_readable',
    `A delimiter is one ASCII character, neither a letter, a digit, a space nor a quote.`,
    {
      where,
      values: { delimiter },
    },
  );
}

/**
 * The first rows of a text, each with its cells. Spaces around a quoted cell are no part of it. The last row may be cut
 * short when the text is only the beginning of a file; it is left out unless it is the only one.
 */
export function parseRows(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length && rows.length < most) {
    const { cells, next, whole } = parseRow(text, at, delimiter);
    if (!whole && rows.length > 0) break;
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    at = next;
  }
  return rows;
}

/**
 * One row from a position on. `whole` is false when the text ends within it; `broken` when text follows a closing
 * quote.
 */
export function parseRow(
  text: string,
  from: number,
  delimiter: string,
): { cells: string[]; next: number; whole: boolean; broken: boolean } {
  const cells: string[] = [];
  let at = from;
  let broken = false;
  for (;;) {
    let start = at;
    while (text[start] === ' ') start++;
    let cell: string;
    if (text[start] === '"') {
      cell = '';
      at = start + 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0)
          return { cells: [...cells, cell + text.slice(at)], next: text.length, whole: false, broken: true };
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
      while (text[at] === ' ') at++;
      const end = cellEnd(text, at, delimiter);
      if (end > at) broken = true;
      at = end;
    } else {
      const end = cellEnd(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    const whole = at < text.length;
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    return { cells, next: at + 1, whole, broken };
  }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n') break;
    if (character === '\r' && text[at + 1] === '\n') break;
    at++;
  }
  return at;
}
