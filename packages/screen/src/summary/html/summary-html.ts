import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '@proviso/model';
import type { Comparison } from '../comparison-contract.ts';
import type { Summary } from '../contract.ts';
import { SummarySpeaker } from '../speaker.ts';
import { talliesOf, talliesOfComparison } from '../tallies.ts';
import { summaryWordsIn } from '../words/index.ts';
import { TEXTURES } from './charts.ts';
import { comparisonSection } from './comparison-section.ts';
import { html, Markup } from './markup.ts';
import { STYLE } from './style.ts';
import { SummarySections } from './summary-sections.ts';

/** How a page is written. */
export interface SummaryHtmlOptions {
  /** The language shown first; the page has all, with a switch. */
  readonly language: Language;
}

/** A policy under which a browser runs no script and fetches nothing: the page is whole in itself. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The summary, and a comparison if there is one, as one HTML file that needs nothing else: no scripts, no requests. */
export function renderSummaryHtml(
  summary: Summary,
  comparison: Comparison | undefined,
  { language }: SummaryHtmlOptions,
): string {
  const first = summaryWordsIn(language);
  const choices = LANGUAGES.map(
    (one) =>
      html`<input class="choice" type="radio" name="language" id="choose-${one}"${one === language ? html` checked` : null}>\n`,
  );
  const labels = LANGUAGES.map((one) => {
    const { tag, languageName } = summaryWordsIn(one);
    return html`<label for="choose-${one}" lang="${tag}">${languageName}</label>`;
  });
  const page = html`<!DOCTYPE html>
<html lang="${first.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${first.pair(first.title, summary.source)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${choices}<div class="switch">${labels}</div>
${TEXTURES}
<main>
${LANGUAGES.map((one) => inLanguage(summary, comparison, one))}</main>
</body>
</html>
`;
  return page.text;
}

function inLanguage(summary: Summary, comparison: Comparison | undefined, language: Language): Markup {
  const speaker = new SummarySpeaker(language, summary.amountColumn, [
    ...talliesOf(summary),
    ...(comparison === undefined ? [] : talliesOfComparison(comparison)),
  ]);
  const sections = new SummarySections(summary, speaker);
  return html`<div class="in-${language}" lang="${speaker.words.tag}">
${[
  sections.head(),
  sections.tiles(),
  comparison === undefined ? null : comparisonSection(comparison, speaker),
  sections.verdicts(),
  sections.questions(),
  sections.provisions(),
  sections.heldBack(),
  sections.bad(),
  sections.gaps(),
  sections.foot(),
]}</div>
`;
}
