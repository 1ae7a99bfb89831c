import { extname } from 'node:path';
import type { Comparison, Preflight, ResolvedMapping, Summary } from '@proviso/screen';
import type { Context } from '../context.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { replaceFile } from '../output/replace-file.ts';
import type { Tone } from '../output/style.ts';
import { textWidth } from '../output/width.ts';
import { writeOut } from '../output/write.ts';
import type { ScreenBundle } from './bundle.ts';
import type { SqlOrigin } from './sql-header.ts';
import type { Targets } from './targets.ts';

/** What a run has to tell: the machine output of one input. */
export interface Report {
  readonly source: string;
  readonly preflight?: Preflight;
  readonly mapping?: ResolvedMapping;
  readonly summary?: Summary;
  readonly comparison?: Comparison;
  readonly written?: {
    readonly rows?: { readonly path: string; readonly rows: number };
    readonly badRows?: { readonly path: string; readonly rows: number };
  };
  readonly sql?: string;
  /** What {@link sql} was made from. */
  readonly origin?: SqlOrigin;
}

/** How text for the terminal is laid out. */
export function textOptions({ language, terminal, paint }: Context) {
  return {
    language,
    width: terminal.width,
    measure: textWidth,
    paint: (tone: Tone, text: string) => paint(tone, text),
  };
}

/** The summary as text for the terminal. */
export function summaryReport(bundle: ScreenBundle, summary: Summary, context: Context): string {
  return bundle.renderSummaryText(summary, textOptions(context));
}

/** Writes the summary to the files that were asked for: JSON or HTML by the ending of the name. */
export function writeSummaries(
  bundle: ScreenBundle,
  summary: Summary,
  comparison: Comparison | undefined,
  { summaries }: Targets,
  context: Context,
): void {
  const texts = screenMessagesIn(context.language);
  for (const path of summaries) {
    const content =
      extname(path).toLowerCase() === '.json'
        ? `${JSON.stringify(comparison ?? summary, null, 2)}\n`
        : bundle.renderSummaryHtml(summary, comparison, { language: context.language });
    replaceFile(path, content);
    if (!context.json) writeOut(`${texts.summaryWritten(path)}\n`);
  }
}
