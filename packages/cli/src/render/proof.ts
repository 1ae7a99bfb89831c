import { type Explanation, type Mark, renderExplanation } from '@proviso/logic';
import type { Context } from '../context.ts';
import { Page } from '../output/page.ts';
import type { Tone } from '../output/style.ts';

const MARKS: Readonly<Record<NonNullable<Mark>, { readonly symbol: string; readonly tone: Tone }>> = {
  holds: { symbol: '✓ ', tone: 'good' },
  fails: { symbol: '✗ ', tone: 'bad' },
  unknown: { symbol: '? ', tone: 'careful' },
};

/** A proof as an indented tree; each line that can hold or fail has a mark before it. */
export function renderProof(explanation: Explanation, context: Context): string {
  const page = new Page(context.terminal.width, context.paint);
  for (const { depth, kind, mark, text, cites } of renderExplanation(explanation, context.language)) {
    const unsaid = kind === 'citation' ? [] : cites.filter((name) => !text.includes(name));
    const line = unsaid.length === 0 ? text : `${text} [${unsaid.join(', ')}]`;
    if (kind === 'citations') page.heading(line);
    else if (kind === 'verdict') page.line(line, { tone: 'strong' });
    else if (mark === null) page.item(line, { depth, mark: '' });
    else page.item(line, { depth, mark: MARKS[mark].symbol, markTone: MARKS[mark].tone });
  }
  return page.toString();
}
