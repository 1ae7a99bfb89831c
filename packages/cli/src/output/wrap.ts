import { characterWidth, isPlain, textWidth } from './width.ts';

/** Where the lines of a wrapped text begin. */
export interface Indent {
  readonly first: string;
  readonly rest: string;
}

// Chinese has no spaces: a line may end after any wide character, but not before a closing mark or after an opening one.
const NEVER_FIRST = /^[，。、；：？！）》」』】”’％,.;:?!)\]}…]/u;
const NEVER_LAST = /[（《「『【“‘([{]$/u;

/** Breaks a text into lines of at most `width` columns. A word wider than that keeps its length. */
export function wrap(text: string, width: number, indent: Indent = { first: '', rest: '' }): string[] {
  const lines: string[] = [];
  let line = indent.first;
  let used = textWidth(line);
  let empty = true;
  for (const piece of pieces(text)) {
    const word = piece.trimEnd();
    if (!empty && used + textWidth(word) > width) {
      lines.push(line.trimEnd());
      line = indent.rest;
      used = textWidth(line);
    }
    line += piece;
    used += textWidth(piece);
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Splits a text where a line may end; spaces stay at the end of the piece before them. */
function pieces(text: string): readonly string[] {
  if (isPlain(text)) return text.match(/[^ ]+ *|^ +/g) ?? [];
  const found: string[] = [];
  let piece = '';
  let before = '';
  for (const character of text.replace(/\s+/g, ' ')) {
    const wide = characterWidth(character) === 2 || characterWidth(before) === 2;
    const afterSpace = before === ' ' && character !== ' ';
    if (
      afterSpace ||
      (wide && before !== '' && !NEVER_FIRST.test(character) && !NEVER_LAST.test(before) && character !== ' ')
    ) {
      found.push(piece);
      piece = '';
    }
    piece += character;
    before = character;
  }
  if (piece !== '') found.push(piece);
  return found;
}
