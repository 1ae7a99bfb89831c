import type { Context } from '../context.ts';
import { clip, padTo, textWidth } from '../output/width.ts';

const NARROWEST = 6;

/** Rows as a table that fits the terminal: the added columns first, then as many of the input's as there is room for. */
export function rowTable(
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
  added: number,
  { terminal, paint }: Context,
): string {
  const own = names.length - added;
  const order = [...names.keys()].map((index) => (index < added ? own + index : index - added));
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value).replace(/\s+/g, ' '));
  const columns = order.map((index) => [names[index] ?? '', ...rows.map((row) => text(row[index]))]);
  const kept: { readonly cells: readonly string[]; readonly width: number }[] = [];
  let left = terminal.width;
  for (const cells of columns) {
    if (left < NARROWEST) break;
    const wanted = Math.max(...cells.map(textWidth));
    if (wanted === 0) continue;
    const width = Math.min(wanted, Math.max(NARROWEST, Math.floor(terminal.width / 3)), left);
    kept.push({ cells, width });
    left -= width + 2;
  }
  return Array.from({ length: rows.length + 1 }, (_, row) => {
    const line = kept
      .map(({ cells, width }) => padTo(clip(cells[row] ?? '', width), width))
      .join('  ')
      .trimEnd();
    return `${row === 0 ? paint('strong', line) : line}\n`;
  }).join('');
}
