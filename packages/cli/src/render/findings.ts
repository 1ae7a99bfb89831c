import { adviceIn, type BilingualAdvice } from '@proviso/model';
import type { Context } from '../context.ts';
import { codeFrame, type Stretch } from '../output/code-frame.ts';
import { wrap } from '../output/wrap.ts';

/** Something found in a rulebook file. */
export interface FileFinding extends BilingualAdvice, Stretch {
  readonly file: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
}

/** How many findings are shown where the point is something else. */
export const MOST_SHOWN = 3;

/** A finding as lines, in the language of the person: place, what is wrong, the line of the file, and what would be right. */
export function renderFinding(finding: FileFinding, text: string, severity: string, context: Context): string[] {
  const { paint, terminal } = context;
  const { hint: remedy, message } = adviceIn(finding, context.language);
  const title = context.messages.errors.codeTitle(finding.code);
  const kind = title === undefined ? `${severity} ${finding.code}` : `${severity} ${finding.code} ${title}`;
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  const tone = finding.severity === 'error' ? 'bad' : 'careful';
  const [first = '', ...rest] = wrap(`${place}: ${context.messages.words.pair(kind, message)}`, terminal.width, {
    first: '',
    rest: '  ',
  });
  const advice = context.messages.words.sentence(remedy.charAt(0).toUpperCase() + remedy.slice(1));
  const hint = remedy === '' ? [] : wrap(advice, terminal.width, { first: '  ', rest: '  ' });
  return [first.replace(kind, paint(tone, kind)), ...rest, ...codeFrame(text, finding, terminal.width, paint), ...hint];
}
