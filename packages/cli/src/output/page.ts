import type { Paint, Tone } from './style.ts';
import { textWidth } from './width.ts';
import { wrap } from './wrap.ts';

/** A page of text for a person: paragraphs, headings and bullets, wrapped to a width. */
export class Page {
  readonly #width: number;
  readonly #paint: Paint;
  readonly #lines: string[] = [];

  constructor(width: number, paint: Paint) {
    this.#width = width;
    this.#paint = paint;
  }

  /** A paragraph, with a blank line before it. */
  paragraph(text: string, tone?: Tone): this {
    return this.blank().line(text, { tone });
  }

  /** A heading, with a blank line before it. */
  heading(text: string): this {
    return this.blank().line(text, { tone: 'strong' });
  }

  /** An item of a list, at a depth; `mark` stands before its first line. */
  item(text: string, options: { depth?: number; mark?: string; markTone?: Tone } = {}): this {
    const { depth = 1, mark = '- ', markTone } = options;
    const margin = '  '.repeat(depth);
    const first = this.#lines.length;
    this.line(text, { first: `${margin}${mark}`, rest: margin + ' '.repeat(textWidth(mark)) });
    if (markTone !== undefined)
      this.#lines[first] =
        `${margin}${this.#paint(markTone, mark)}${this.#lines[first]?.slice(margin.length + mark.length)}`;
    return this;
  }

  /** Lines of text without a blank line before them. */
  line(text: string, options: { tone?: Tone | undefined; first?: string; rest?: string } = {}): this {
    const { tone, first = '', rest = first } = options;
    for (const line of wrap(text, this.#width, { first, rest }))
      this.#lines.push(tone === undefined ? line : this.#paint(tone, line));
    return this;
  }

  /** A line as it stands, not wrapped. */
  raw(line: string): this {
    this.#lines.push(line);
    return this;
  }

  /** A blank line, unless there is one already or nothing comes before. */
  blank(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    return this;
  }

  /** The page with a line end after each line. */
  toString(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
}
