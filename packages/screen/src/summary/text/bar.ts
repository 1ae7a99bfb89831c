/** One stretch of a bar. */
export interface Stretch {
  readonly rows: number;
  readonly mark: string;
}

/** What fills the rest of a bar. */
export const EMPTY = '░';
/** What a bar is made of. */
export const FULL = '█';
/** A stretch that came before. */
export const EARLIER = '▒';

/**
 * A bar of so many characters: each stretch in proportion to the whole, the rest empty. A stretch that is not nothing
 * shows, and a bar is full only when nothing is left.
 */
export function bar(stretches: readonly Stretch[], whole: number, length: number): string {
  let out = '';
  let rows = 0;
  for (const stretch of stretches) {
    if (stretch.rows === 0) continue;
    rows += stretch.rows;
    const most = rows < whole ? length - 1 : length;
    const end = whole === 0 ? 0 : Math.min(most, Math.max(out.length + 1, Math.round((rows / whole) * length)));
    out += stretch.mark.repeat(Math.max(0, end - out.length));
  }
  return out + EMPTY.repeat(Math.max(0, length - out.length));
}
