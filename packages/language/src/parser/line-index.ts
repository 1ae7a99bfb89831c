import type { DocumentRange } from '../diagnostic.ts';
import type { Block } from '../lexer/blocks.ts';
import { DECLARATION_WORDS } from '../lexer/words.ts';

/** Finds lines and columns by offset. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];
  #chunks: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
    this.#starts = starts;
  }

  /** The stretch between two offsets. */
  range(start: number, end: number): DocumentRange {
    const [line, column] = this.#place(start);
    const [endLine, endColumn] = this.#place(Math.max(start, end));
    return { line, column, endLine, endColumn };
  }

  /** The end of the line, without its line break. */
  lineEnd(offset: number): number {
    const end = /[\r\n]/.exec(this.#text.slice(offset))?.index;
    return end === undefined ? this.#text.length : offset + end;
  }

  /** Which declaration an offset belongs to, going by words that begin a declaration at the start of a line. */
  chunk(offset: number, blocks: readonly Block[]): number {
    this.#chunks ??= blocks.flatMap((block) => [block.contentStart, ...this.#beginnings(block)]);
    return this.#chunks.filter((start) => start <= offset).length;
  }

  #beginnings(block: Block): number[] {
    const content = this.#text.slice(block.contentStart, block.contentEnd);
    const lines = [...content.matchAll(/^([ \t]*)([a-z]+)\b/gm)];
    const margin = Math.min(...lines.map(([, indent = '']) => indent.length));
    return lines
      .filter(
        ([, indent = '', word = '']) => DECLARATION_WORDS.has(word) && (indent.length === margin || word === 'fact'),
      )
      .map(({ index }) => block.contentStart + index);
  }

  #place(offset: number): [number, number] {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return [low + 1, offset - (this.#starts[low] ?? 0) + 1];
  }
}
