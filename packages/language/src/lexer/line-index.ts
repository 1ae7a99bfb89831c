import type { DocumentRange } from '../diagnostic.ts';

const LINE_END = /[^\r\n]*/y;

/** Finds lines and columns by offset. */
export class LineIndex {
  readonly text: string;
  readonly #starts: readonly number[];
  #last = 0;

  constructor(text: string) {
    this.text = text;
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
    LINE_END.lastIndex = offset;
    LINE_END.test(this.text);
    return LINE_END.lastIndex;
  }

  #place(offset: number): [number, number] {
    // Most look-ups are near the last one.
    let line = this.#last;
    if ((this.#starts[line] ?? 0) > offset || (this.#starts[line + 8] ?? offset + 1) <= offset)
      line = this.#search(offset);
    while ((this.#starts[line + 1] ?? offset + 1) <= offset) line++;
    this.#last = line;
    return [line + 1, offset - (this.#starts[line] ?? 0) + 1];
  }

  #search(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
