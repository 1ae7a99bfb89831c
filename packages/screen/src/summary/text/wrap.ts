/** Columns that a text takes. */
export type Measure = (text: string) => number;

// Chinese has no spaces: a line may end after any wide character, but not before a closing mark or after an opening one.
const NEVER_FIRST = /^[，。、；：？！）》」』】”’％,.;:?!)\]}…]/u;
const NEVER_LAST = /[（《「『【“‘([{]$/u;

/**
 * Breaks a text into lines of at most `width` columns, margins included. A word that is wider than a line is broken
 * within, so that every line fits.
 */
export function wrap(text: string, width: number, measure: Measure, first = '', rest = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let bare = true;
  const end = () => {
    lines.push(line.trimEnd());
    line = rest;
    bare = true;
  };
  for (const piece of pieces(text, measure)) {
    if (!bare && measure(line + piece.trimEnd()) > width) end();
    if (measure(line + piece.trimEnd()) <= width) {
      line += piece;
      bare = false;
      continue;
    }
    for (const character of piece) {
      if (!bare && measure(line + character) > width) end();
      line += character;
      bare = false;
    }
  }
  if (!bare || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Splits a text where a line may end; spaces stay at the end of the piece before them. */
function pieces(text: string, measure: Measure): readonly string[] {
  const found: string[] = [];
  let piece = '';
  let before = '';
  for (const character of text.replace(/\s+/g, ' ').trim()) {
    const wide = measure(character) === 2 || measure(before) === 2;
    const breaks =
      (before === ' ' && character !== ' ') ||
      (wide && before !== '' && character !== ' ' && !NEVER_FIRST.test(character) && !NEVER_LAST.test(before));
    if (breaks) {
      found.push(piece);
      piece = '';
    }
    piece += character;
    before = character;
  }
  if (piece !== '') found.push(piece);
  return found;
}
