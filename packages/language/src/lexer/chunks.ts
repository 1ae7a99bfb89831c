import type { Block } from './blocks.ts';
import { DECLARATION_WORDS } from './words.ts';

/** A stretch of a block that looks like one declaration. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts the blocks of a document into declarations, going by layout: a word that begins a declaration, at the start of
 * a line that is not indented. Layout means nothing to the language; this is only used to find errors in a document
 * that cannot be read, so that each slip is told where it stands.
 */
export function chunksOf(text: string, blocks: readonly Block[]): readonly Chunk[] {
  return blocks.flatMap(({ contentStart, contentEnd }) => {
    const content = text.slice(contentStart, contentEnd);
    const lines = [...content.matchAll(/^([ \t]*)([a-z]+)\b/gm)].map((match) => ({
      offset: contentStart + match.index,
      margin: match[1]?.length ?? 0,
      word: match[2] ?? '',
    }));
    const margin = lines.reduce((least, line) => Math.min(least, line.margin), Number.POSITIVE_INFINITY);
    // The facts of a group are indented.
    const starts = lines
      .filter(
        (line) => (DECLARATION_WORDS.has(line.word) && line.margin === margin) || /^(?:fact|end)$/.test(line.word),
      )
      .map(({ offset }) => offset);
    const bounds = [...new Set([contentStart, ...starts, contentEnd])];
    return bounds.slice(0, -1).map((start, index) => ({ start, end: bounds[index + 1] ?? contentEnd }));
  });
}
