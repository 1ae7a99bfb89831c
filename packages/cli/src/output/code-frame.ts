import type { Paint } from './style.ts';
import { clip, textWidth } from './width.ts';

/** The stretch of a text to show: lines and columns from 1, the end is the first column after it. */
export interface Stretch {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A line of a file with its number, and marks below the stretch that is meant. */
export function codeFrame(text: string, stretch: Stretch, width: number, paint: Paint): string[] {
  const line = text.split('\n', stretch.line)[stretch.line - 1]?.replace(/\r$/, '').replaceAll('\t', ' ');
  if (line === undefined || line.trim() === '') return [];
  const characters = [...line];
  const end = stretch.endLine === stretch.line ? stretch.endColumn - 1 : line.length;
  const before = textWidth(line.slice(0, stretch.column - 1));
  const marked = Math.max(1, textWidth(line.slice(stretch.column - 1, Math.max(end, stretch.column))));
  const margin = `  ${stretch.line} | `;
  const room = width - margin.length;
  const bar = `${' '.repeat(margin.length - 2)}| `;
  // A stretch far to the right is shown with the start of the line left out.
  const cut = before + Math.min(marked, room / 2) > room ? Math.max(0, before - Math.floor(room / 3)) : 0;
  const shown = cut === 0 ? line : `…${skip(characters, cut + 1)}`;
  const marks = '^'.repeat(Math.max(1, Math.min(marked, room - (before - cut))));
  return [
    `${paint('quiet', margin)}${clip(shown, room)}`,
    `${paint('quiet', bar)}${' '.repeat(before - cut)}${paint('bad', marks)}`,
  ];
}

function skip(characters: readonly string[], columns: number): string {
  let skipped = 0;
  let index = 0;
  while (skipped < columns && index < characters.length) skipped += textWidth(characters[index++] ?? '');
  return characters.slice(index).join('');
}
