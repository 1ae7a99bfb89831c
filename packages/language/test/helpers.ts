import type { Vocabulary } from '@proviso/model';
import { expect } from 'vitest';
import { type Code, type Diagnostic, type ParseOptions, parse } from '../src/index.ts';
import { expectBothLanguages } from './bilingual.ts';

const BEFORE = `# A made-up rulebook

Prose with a fence that opens nothing:

\`\`\`\`markdown
\`\`\`proviso
not a block
\`\`\`
\`\`\`\`

\`\`\`proviso
rulebook test/made-up
  title en "Made up" zh "虚构"
  zone America/New_York
\`\`\`

## Law

\`\`\`proviso
instrument EO kind executive_order title en "Order" zh "命令"
provision EO-1 of EO at "s. 1"
provision EO-2 of EO at "s. 2"
enumeration colour red, green, blue
fact colour of colour
fact share decimal from 0 to 100
fact flag yes or no
fact day date
fact moment instant
fact place country
fact note text
fact colours set of colour
fact numbers list of decimal from 0
fact idle yes or no decides nothing
group entity fact share decimal from 0 to 100 fact big yes or no end
party seller is entity
party buyer is entity
group animal fact legs integer end
party dog is animal
list warm of colour red
list near of country US, CA
parameter limit decimal 10
term large(who: entity) means who.share > 50 or who.big
reading scope question en "How far?" zh "多远？" alternative narrow en "N" zh "窄" alternative wide en "W" zh "宽"
prohibition base per EO-1
  when colour is red and share > limit and flag and day is before 2020-01-01 and moment is after 2020-01-01T00:00Z
    and place is in near and colour is in warm and note is "x" and scope is wide and large(seller) and dog.legs > 4
    and any of colours where it is red and count of numbers > 2
event signed issued EO on 2020-01-01
\`\`\`

## The block with the slip

Some *prose* with \`code\` in it, 中文 too.

\`\`\`proviso
`;
const AFTER = '\n```\n\nThe end.\n';

/** A whole document whose third block holds the text. */
export function documentWith(block: string): string {
  return `${BEFORE}${block}${AFTER}`;
}

/** Parses a document whose third block holds the text; what is wrong with it must be said in both languages. */
export function parseBlock(block: string, options: ParseOptions = {}) {
  const result = parse(documentWith(block), { file: 'made-up.md', ...options });
  expectBothLanguages(result.diagnostics);
  return result;
}

/** Expects that a block has no errors and no warnings. */
export function valid(block: string): void {
  expect(parseBlock(block).diagnostics).toEqual([]);
}

/**
 * Expects that a block has exactly one diagnostic of the code at the stretch between `«` and `»`, with the words in its
 * message or hint.
 */
export function invalid(code: Code, block: string, ...words: readonly string[]): Diagnostic {
  const clean = block.replace(/[«»]/g, '');
  const { diagnostics } = parseBlock(clean);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.length, `${code} among ${JSON.stringify(diagnostics)}`).toBe(1);
  const [diagnostic] = found;
  if (diagnostic === undefined) throw new Error('no diagnostic');
  const { column, endColumn, endLine, line } = diagnostic;
  expect({ line, column, endLine, endColumn }).toEqual(markedRange(block));
  for (const word of words) expect(`${diagnostic.message} | ${diagnostic.hint}`).toContain(word);
  expect(diagnostic.file).toBe('made-up.md');
  return diagnostic;
}

function markedRange(block: string) {
  const lines = BEFORE.split('\n').length;
  const before = block.slice(0, block.indexOf('«'));
  const inside = block.slice(0, block.indexOf('»')).replace('«', '');
  return {
    line: lines + before.split('\n').length - 1,
    column: (before.split('\n').at(-1) ?? '').length + 1,
    endLine: lines + inside.split('\n').length - 1,
    endColumn: (inside.split('\n').at(-1) ?? '').length + 1,
  };
}

/** A vocabulary from its text. */
export function vocabulary(text: string): Vocabulary {
  const { diagnostics, document } = parse(text);
  if (document?.kind !== 'vocabulary') throw new Error(JSON.stringify(diagnostics));
  return document;
}
