import type { Tally } from '../contract.ts';
import { grouped, share } from '../numbers.ts';
import type { SummarySpeaker } from '../speaker.ts';
import { type Segment, swatch } from './charts.ts';
import { type Content, html, type Markup } from './markup.ts';

/** A line of a table of figures. */
export interface TableRow {
  readonly head: Content;
  readonly tally: Tally;
}

/** What a table of figures is made of. */
export interface FiguresTable {
  readonly head: string;
  readonly rows: readonly TableRow[];
  /** What shares are of. */
  readonly whole: number;
  /** Whether its rows have amounts. */
  readonly amounts?: boolean;
  readonly total?: Tally;
}

/** Rows, their share and their amount by something. */
export function figuresTable(speaker: SummarySpeaker, table: FiguresTable): Markup {
  const { labels } = speaker.words;
  const amountHead = table.amounts === false ? null : speaker.amountHead;
  const cells = (tally: Tally): Content => [
    html`<td role="cell">${grouped(tally.rows)}</td><td role="cell">${share(tally.rows, table.whole)}</td>`,
    amountHead === null ? null : html`<td role="cell">${speaker.amount(tally)}</td>`,
  ];
  const line = (head: Content, tally: Tally): Content =>
    html`<tr role="row"><th role="rowheader" scope="row">${head}</th>${cells(tally)}</tr>\n`;
  const heads = [table.head, labels.rows, labels.share, ...(amountHead === null ? [] : [amountHead])];
  // Narrow screens lay the rows out anew, after which browsers forget that this is a table: the roles say so again.
  return html`<table role="table">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${table.rows.map(({ head, tally }) => line(head, tally))}</tbody>
${table.total === undefined ? null : html`<tfoot role="rowgroup">\n${line(labels.total, table.total)}</tfoot>\n`}</table>`;
}

/** A part of the page under a heading. */
export function section(heading: string, ...content: readonly Content[]): Markup {
  return html`<section>
<h2>${heading}</h2>
${content.map((part) => [part, html`\n`])}</section>
`;
}

/** A remark under a heading. */
export function note(text: string): Markup {
  return html`<p class="note">${text}</p>`;
}

/** The name of something declared, after its words. */
export function code(name: string): Markup {
  return html`<code>${name}</code>`;
}

/** Something declared by its words, with its name after them unless they are the same. */
export function named(words: string, name: string): Content {
  return words === name ? code(name) : [words, html` `, code(name)];
}

/** A verdict's name beside the sample of its colour. */
export function mark(colour: Segment['colour'], name: string): Markup {
  return html`<b class="mark">${swatch(colour)}${name}</b>`;
}

/** The text with a large first letter, where its script has such. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
