import type { Comparison } from '../comparison-contract.ts';
import { SummarySpeaker } from '../speaker.ts';
import { talliesOfComparison } from '../tallies.ts';
import type { SummaryTextOptions } from './contract.ts';
import { TextPage } from './text-page.ts';
import { VERDICT_TONES } from './tones.ts';

const MOST_ENTRIES = 12;

/** The comparison as text for a terminal. Every line fits the width. */
export function renderComparisonText(comparison: Comparison, options: SummaryTextOptions): string {
  const speaker = new SummarySpeaker(options.language, comparison.amountColumn, talliesOfComparison(comparison));
  const { words } = speaker;
  const page = new TextPage(options);
  page.line(words.pair(words.headings.comparison, comparison.source), { tone: 'strong' });
  const { before, after } = comparison;
  page.line(words.pair(words.labels.before, speaker.side(before, after)), { first: '  ' });
  page.line(words.pair(words.labels.after, speaker.side(after, before)), { first: '  ' });
  for (const line of speaker.comparisonCounts(comparison)) page.line(line, { first: '- ' });
  if (comparison.changed.rows === 0) return page.toString();

  page.heading(words.headings.transitions).bars(
    comparison.transitions.slice(0, MOST_ENTRIES).map((entry) => ({
      label: speaker.transition(entry),
      tone: VERDICT_TONES[entry.after.verdict],
      tally: entry,
      money: speaker.unitMoney(entry),
      notes: [words.because(entry.because)],
    })),
    comparison.changed.rows,
  );
  const leftOut = (entries: number) => {
    if (entries > MOST_ENTRIES) page.line(words.sentence(words.more(entries - MOST_ENTRIES)), { first: '  ' });
  };
  leftOut(comparison.transitions.length);
  if (comparison.provisions.length > 0) {
    page.heading(words.headings.why).line(words.changesNote, { tone: 'quiet' });
    page.bars(
      comparison.provisions.slice(0, MOST_ENTRIES).map((entry) => ({
        label: entry.provision,
        tone: 'note' as const,
        tally: entry,
        money: speaker.unitMoney(entry),
        notes: [
          words.pair(words.labels.before, speaker.status(entry.before)),
          words.pair(words.labels.after, speaker.status(entry.after)),
          speaker.text(entry.citation),
        ],
      })),
      comparison.changed.rows,
    );
    leftOut(comparison.provisions.length);
  }
  if (comparison.otherwise.rows > 0) page.line(words.otherwise(comparison.otherwise.rows), { first: '  ' });
  return page.toString();
}
