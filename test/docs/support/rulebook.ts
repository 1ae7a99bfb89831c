import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, ROOT, type Sample } from './pages.ts';

/** Blocks that are not part of the page's own rulebook. */
export function standsAlone(marks: Sample['marks']): boolean {
  return marks.has('alone') || marks.has('from') || marks.has('wrong');
}

/** The page as a document, without the blocks that stand for themselves, and with what completes it. */
export function wholePage(page: Page): string {
  const lines = page.text.split('\n');
  for (const { language, line, marks, text } of page.samples)
    if (language === 'proviso' && standsAlone(marks)) lines.fill('', line - 1, line + text.split('\n').length + 1);
  const completion = page.marks.get('completed by');
  return `${lines.join('\n')}\n${completion === undefined ? '' : readFileSync(join(ROOT, completion), 'utf8')}`;
}
