import type { Preflight, ResolvedMapping } from '@proviso/screen';
import type { Context } from '../context.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { Page } from '../output/page.ts';
import { clip, padTo, textWidth } from '../output/width.ts';
import { grouped } from './numbers.ts';

const MOST_LISTED = 12;

/** What was found out about the input, for a person. `full`: also how full each column is. */
export function preflightPage(
  preflight: Preflight,
  resolved: ResolvedMapping,
  context: Context,
  full: boolean,
): string {
  const { words } = context.messages;
  const texts = screenMessagesIn(context.language).preflight;
  const page = new Page(context.terminal.width, context.paint);
  const detected = Object.entries(preflight.detected).map(
    ([name, value]) => `${texts.detected[name] ?? name} ${value}`,
  );
  page.line(
    words.sentences([
      texts.rows(grouped(preflight.rows), preflight.source),
      ...(preflight.malformed > 0 ? [texts.malformed(grouped(preflight.malformed))] : []),
      ...(full && detected.length > 0 ? [words.sentence(detected.join(', '))] : []),
    ]),
  );
  if (full) factTable(preflight, context, page);
  listed(page, texts.wanting, preflight.wanting);
  listed(page, texts.presumed, preflight.presumed);
  if (full) listed(page, texts.unused, preflight.unmappedColumns);
  for (const { fact, column } of resolved.suggestions) page.item(texts.likely(fact, column));
  const shown = (cells: readonly string[]) => cells.slice(0, MOST_LISTED).map(words.quoted).join(', ');
  for (const { fact, column, words: unread } of resolved.unread) {
    const perhapsEmpty = resolved.emptyWords.filter((one) => one.fact === fact).flatMap((one) => one.words);
    const cells = unread.map(({ cell }) => cell).filter((cell) => !perhapsEmpty.includes(cell));
    if (cells.length > 0) page.item(texts.unread(column, shown(cells)));
  }
  for (const { fact, column, words: empty } of resolved.emptyWords)
    page.item(texts.emptyWords(column, shown(empty), `--empty-word "${fact}=${empty[0] ?? ''}"`));
  for (const { fact, column, bad, firstBad } of preflight.inspected) {
    if (bad === 0) continue;
    const first = firstBad.map(({ file, line, cell }) =>
      texts.atLine(file === undefined ? String(line) : `${file}:${line}`, words.quoted(cell)),
    );
    page.item(texts.badCells(fact, column, grouped(bad), first.join('; ')), { mark: '! ', markTone: 'careful' });
  }
  if (preflight.unreadAmounts > 0)
    page.item(texts.unreadAmounts(grouped(preflight.unreadAmounts)), { mark: '! ', markTone: 'careful' });
  if (preflight.contradictions > 0)
    page.item(texts.contradictions(grouped(preflight.contradictions)), { mark: '! ', markTone: 'careful' });
  return page.toString();
}

function listed(page: Page, title: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const more = names.length > MOST_LISTED ? ` … (${names.length})` : '';
  page.line(`${title}: ${names.slice(0, MOST_LISTED).join(', ')}${more}`, { rest: '  ' });
}

function factTable(preflight: Preflight, context: Context, page: Page): void {
  const texts = screenMessagesIn(context.language).preflight;
  const rows = [
    [texts.facts, texts.column, texts.filled, texts.empty, texts.bad],
    ...preflight.mapped.map(({ fact, column, suggested }) => {
      const cells = preflight.inspected.find((one) => one.fact === fact);
      const count = (of: number | undefined) => (of === undefined ? '' : grouped(of));
      return [
        fact,
        suggested ? `${column} (${texts.suggested})` : column,
        count(cells?.filled),
        count(cells?.empty),
        count(cells?.bad),
      ];
    }),
    ...Object.entries(preflight.constants).map(([fact, value]) => [
      fact,
      `${texts.constant}: ${String(value)}`,
      '',
      '',
      '',
    ]),
  ];
  const widest = (column: number) => Math.max(...rows.map((row) => textWidth(row[column] ?? '')));
  const numbers = [2, 3, 4].map(widest);
  const left = context.terminal.width - numbers.reduce((sum, width) => sum + width + 2, 0) - 2;
  const first = Math.min(widest(0), Math.ceil(left / 2));
  const second = Math.max(8, Math.min(widest(1), left - first));
  page.blank();
  rows.forEach((row, index) => {
    const cells = [
      padTo(clip(row[0] ?? '', first), first),
      padTo(clip(row[1] ?? '', second), second),
      ...numbers.map((width, at) => (row[at + 2] ?? '').padStart(width)),
    ];
    const line = cells.join('  ').trimEnd();
    page.raw(index === 0 ? context.paint('strong', line) : line);
  });
  page.blank();
}
