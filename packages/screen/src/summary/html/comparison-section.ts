import type { ChangedProvision, Comparison, Transition } from '../comparison-contract.ts';
import type { SummarySpeaker } from '../speaker.ts';
import { thinBar } from './charts.ts';
import { type Content, html, type Markup } from './markup.ts';
import { capital, figuresTable, mark, note, section } from './parts.ts';

/** The part of a page about what differs between two dates, readings or versions. */
export function comparisonSection(comparison: Comparison, speaker: SummarySpeaker): Markup {
  const { words } = speaker;
  const { changed, otherwise, transitions, provisions } = comparison;
  const { before, after } = comparison;
  const sides = [
    [words.labels.before, speaker.side(before, after)],
    [words.labels.after, speaker.side(after, before)],
  ] as const;
  return section(
    words.headings.comparison,
    html`<dl class="facts">
${sides.map(([label, side]) => html`<dt>${label}</dt><dd>${side}</dd>\n`)}</dl>
<ul class="plain">${speaker.comparisonCounts(comparison).map((line) => html`<li>${line}</li>`)}</ul>`,
    changed.rows === 0
      ? null
      : html`<h3>${words.headings.transitions}</h3>\n${transitionTable(comparison, speaker, transitions)}`,
    provisions.length === 0
      ? null
      : html`<h3>${words.headings.why}</h3>\n${note(words.changesNote)}\n${provisionTable(comparison, speaker, provisions)}`,
    otherwise.rows === 0 ? null : html`<p class="note">${words.otherwise(otherwise.rows)}</p>`,
  );
}

function transitionTable(comparison: Comparison, speaker: SummarySpeaker, transitions: readonly Transition[]): Markup {
  const { words } = speaker;
  return figuresTable(speaker, {
    head: words.labels.change,
    rows: transitions.map((entry) => ({
      head: [
        mark(`v-${entry.before.verdict}`, capital(speaker.verdict(entry.before))),
        html` <span aria-label="${words.becomes}" role="img">→</span> `,
        mark(`v-${entry.after.verdict}`, capital(speaker.verdict(entry.after))),
        html`<span class="small">${words.because(entry.because)}</span>`,
        thinBar([{ colour: `v-${entry.after.verdict}`, rows: entry.rows }], comparison.changed.rows),
      ],
      tally: entry,
    })),
    whole: comparison.changed.rows,
    total: comparison.changed,
  });
}

function provisionTable(
  comparison: Comparison,
  speaker: SummarySpeaker,
  provisions: readonly ChangedProvision[],
): Markup {
  const { labels, pair } = speaker.words;
  return figuresTable(speaker, {
    head: labels.provision,
    rows: provisions.map((entry) => {
      const small = (text: string): Content => html`<span class="small">${text}</span>`;
      return {
        head: [
          html`<b>${entry.provision}</b>`,
          small(speaker.text(entry.citation)),
          small(pair(labels.before, speaker.status(entry.before))),
          small(pair(labels.after, speaker.status(entry.after))),
          thinBar([{ colour: 's-plain', rows: entry.rows }], comparison.changed.rows),
        ],
        tally: entry,
      };
    }),
    whole: comparison.changed.rows,
  });
}
