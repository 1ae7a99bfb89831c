import type { Tally } from '../contract.ts';
import { grouped, share } from '../numbers.ts';
import { bar, FULL, type Stretch } from './bar.ts';
import type { SummaryTextOptions, Tone } from './contract.ts';
import { wrap } from './wrap.ts';

const NARROWEST = 40;
const SHORTEST_BAR = 10;
const LONGEST_BAR = 30;
const LONGEST_LABEL = 28;

/** A line of a bar chart. */
export interface BarEntry {
  readonly label: string;
  readonly tone: Tone;
  readonly tally: Tally;
  /** The amount with its unit, if there are amounts. */
  readonly money: string | null;
  /** Told below it. */
  readonly notes?: readonly string[];
}

/** A page of text for a terminal, no wider than told. */
export class TextPage {
  readonly width: number;
  readonly #measure: (text: string) => number;
  readonly #paint: (tone: Tone, text: string) => string;
  readonly #lines: string[] = [];

  constructor({ width = 80, measure, paint = (_, text) => text }: SummaryTextOptions) {
    this.width = Math.max(NARROWEST, Math.floor(width));
    this.#measure = measure;
    this.#paint = paint;
  }

  /** A heading, with a blank line before it. */
  heading(text: string): this {
    return this.blank().line(text, { tone: 'strong' });
  }

  /** A blank line, unless nothing comes before. */
  blank(): this {
    if (this.#lines.length > 0) this.#lines.push('');
    return this;
  }

  /** Wrapped text. `first` stands before its first line, as much space before the others. */
  line(text: string, options: { readonly first?: string; readonly tone?: Tone } = {}): this {
    const { first = '', tone } = options;
    for (const line of wrap(harmless(text), this.width, this.#measure, first, ' '.repeat(this.#measure(first)))) {
      this.#lines.push(tone === undefined ? line : this.#paint(tone, line));
    }
    return this;
  }

  /** Entries with bars of their share in `whole`; one line each where all fit, else the label above the bar. */
  bars(given: readonly BarEntry[], whole: number): this {
    const entries = given.map((entry) => ({ ...entry, label: harmless(entry.label) }));
    const full = this.#numbers(entries, whole, true);
    const counts = this.#numbers(entries, whole, false);
    const numbersWidth = Math.max(0, ...full.map((text) => this.#measure(text)));
    const labelWidth = Math.max(0, ...entries.map(({ label }) => this.#measure(label)));
    const beside = this.width - 2 - labelWidth - 2 - numbersWidth - 2;
    const oneLine = labelWidth <= LONGEST_LABEL && beside >= SHORTEST_BAR;
    entries.forEach((entry, index) => {
      const figures = full[index] ?? '';
      if (oneLine) {
        const label = entry.label + ' '.repeat(labelWidth - this.#measure(entry.label));
        this.#lines.push(`  ${label}  ${figures}  ${this.#bar(entry, whole, Math.min(LONGEST_BAR, beside))}`);
      } else {
        this.line(entry.label, { first: '  ' });
        this.#below(entry, figures, counts[index] ?? '', whole);
      }
      for (const note of entry.notes ?? []) this.line(note, { first: '    ', tone: 'quiet' });
    });
    return this;
  }

  /** A bar over the whole width, after a margin. */
  bar(stretches: readonly (Stretch & { readonly tone: Tone })[], whole: number, margin: string): this {
    const length = Math.min(2 * LONGEST_BAR, this.width - margin.length);
    let painted = bar(stretches, whole, length);
    for (const { mark, tone } of stretches) {
      painted = painted.replace(new RegExp(`${mark}+`, 'u'), (run) => this.#paint(tone, run));
    }
    this.#lines.push(margin + painted);
    return this;
  }

  /** The page with a line end after each line. */
  toString(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  #below(entry: BarEntry, figures: string, count: string, whole: number): void {
    const line = (numbers: string): boolean => {
      const room = this.width - 4 - this.#measure(numbers) - 2;
      if (room < SHORTEST_BAR) return false;
      this.#lines.push(`    ${numbers}  ${this.#bar(entry, whole, Math.min(LONGEST_BAR, room))}`);
      return true;
    };
    if (line(figures)) return;
    if (!line(count)) this.line(count, { first: '    ' });
    if (entry.money !== null) this.line(entry.money, { first: '    ' });
  }

  #bar({ tally, tone }: BarEntry, whole: number, length: number): string {
    return this.#paint(tone, bar([{ rows: tally.rows, mark: FULL }], whole, length));
  }

  /** Rows and share of each entry, and its money if wanted, lined up to the right. */
  #numbers(entries: readonly BarEntry[], whole: number, money: boolean): readonly string[] {
    const columns = [
      entries.map(({ tally }) => grouped(tally.rows)),
      entries.map(({ tally }) => share(tally.rows, whole)),
      ...(money && entries.some((entry) => entry.money !== null) ? [entries.map((entry) => entry.money ?? '')] : []),
    ];
    const widths = columns.map((column) => Math.max(0, ...column.map((cell) => this.#measure(cell))));
    return entries.map((_, row) =>
      columns
        .map((column, index) => {
          const cell = column[row] ?? '';
          return ' '.repeat((widths[index] ?? 0) - this.#measure(cell)) + cell;
        })
        .join('  '),
    );
  }
}

/** A text without characters that a terminal obeys instead of showing. */
function harmless(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
