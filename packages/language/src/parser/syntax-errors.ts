import { nearest } from '@proviso/model';
import { type CstNode, CstUtils, type ParseResult } from 'langium';
import type { Diagnostics, DocumentRange } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Blocks } from '../lexer/blocks.ts';
import { DECLARATION_WORDS } from '../lexer/words.ts';
import { CLAUSE_WORDS } from './clause-words.ts';
import { SEPARATOR } from './error-messages.ts';
import { LineIndex } from './line-index.ts';

type SyntaxError = ParseResult['parserErrors'][number];
type LexingError = ParseResult['lexerErrors'][number];

/** Reports what the lexer and the parser could not read, and blocks that are never closed or stand where none can. */
export function reportSyntax(
  text: string,
  blocks: Blocks,
  tree: ParseResult<ast.Document>,
  diagnostics: Diagnostics,
): void {
  const index = new LineIndex(text);
  for (const offset of blocks.misplaced) {
    const range = index.range(offset, index.lineEnd(offset));
    const hint = 'move it out of the list or quotation, to the start of the line';
    diagnostics.report('PV1006', range, 'a `proviso` block inside a list or a quotation is not read', hint);
  }
  for (const block of blocks.blocks) {
    if (block.closed) continue;
    const range = index.range(block.start, index.lineEnd(block.start));
    diagnostics.report('PV1003', range, 'this block is never closed', 'close it with a line of backticks: ```');
  }
  const strange = new Set<number>();
  for (const error of tree.lexerErrors) {
    strange.add(index.chunk(error.offset, blocks.blocks));
    reportStrange(error, index, diagnostics);
  }
  // One slip often makes the parser stumble several times; one error per declaration is enough.
  const reported = strange;
  for (const error of tree.parserErrors) {
    const place = placeOf(error, tree.value.$cstNode, blocks, index);
    const chunk = index.chunk(place.offset, blocks.blocks);
    if (reported.has(chunk)) continue;
    reported.add(chunk);
    const { message, hint } = wording(error, place.offset, tree.value);
    diagnostics.report('PV1001', place.range, message, hint);
  }
  for (const { offset, end } of badEscapes(tree.value.$cstNode)) {
    const range = index.range(offset, end);
    const hint = 'write `\\\\` for a backslash, `\\"` for a quote, `\\n` for a line break';
    diagnostics.report('PV1013', range, `\`${text.slice(offset, end)}\` has no meaning in a text`, hint);
  }
}

function reportStrange(error: LexingError, index: LineIndex, diagnostics: Diagnostics): void {
  const range = index.range(error.offset, error.offset + error.length);
  const { message: found } = error;
  if (found.startsWith('"')) {
    diagnostics.report('PV1004', range, 'this text is not closed on its line', 'close it with `"`');
    return;
  }
  const plain = PLAIN.find(([sign]) => found.includes(sign));
  const hint = plain === undefined ? 'names use A to Z, digits, `_` and inner hyphens' : `write ${plain[1]}`;
  diagnostics.report('PV1005', range, `\`${found}\` has no meaning here`, hint);
}

const PLAIN: readonly (readonly [string, string])[] = [
  ['“', 'the plain quote `"`'],
  ['”', 'the plain quote `"`'],
  ['„', 'the plain quote `"`'],
  ['「', 'the plain quote `"`'],
  ['，', 'the plain comma `,`'],
  ['、', 'the plain comma `,`'],
  ['：', 'the plain colon `:`'],
  ['（', 'the plain parenthesis `(`'],
  ['）', 'the plain parenthesis `)`'],
  ['≥', '`>=`'],
  ['≤', '`<=`'],
  ['≠', '`is not`'],
  ['%', '`unit percent` at the fact, and the bare number here'],
  ["'", 'the double quote `"`'],
];

interface ErrorPlace {
  readonly offset: number;
  readonly range: DocumentRange;
}

/** An error stands at the word that does not fit; at the word before it when the block or the document ends between them. */
function placeOf(error: SyntaxError, root: CstNode | undefined, blocks: Blocks, index: LineIndex): ErrorPlace {
  const { token } = error;
  const start = Number.isFinite(token.startOffset) ? token.startOffset : Number.POSITIVE_INFINITY;
  const before = root === undefined ? undefined : leafBefore(root, start);
  const ended =
    start === Number.POSITIVE_INFINITY ||
    (before !== undefined && blocks.blocks.some(({ contentEnd }) => before.offset < contentEnd && contentEnd <= start));
  if (ended && before !== undefined && !isStart(token.image))
    return { offset: before.offset, range: index.range(before.offset, before.end) };
  if (start === Number.POSITIVE_INFINITY) return { offset: 0, range: index.range(0, 0) };
  if (ended && before !== undefined) return { offset: before.offset, range: index.range(before.offset, before.end) };
  return { offset: start, range: index.range(start, start + token.image.length) };
}

function isStart(word: string): boolean {
  return DECLARATION_WORDS.has(word);
}

function leafBefore(root: CstNode, offset: number): CstNode | undefined {
  let last: CstNode | undefined;
  for (const leaf of CstUtils.flattenCst(root)) {
    if (leaf.offset >= offset) break;
    if (!leaf.hidden) last = leaf;
  }
  return last;
}

function wording(error: SyntaxError, offset: number, document: ast.Document): { message: string; hint: string } {
  const { token } = error;
  const [message = '', hint = ''] = error.message.split(SEPARATOR);
  const atTop = error.context.ruleStack.length <= 1;
  if (!atTop) return { message: Number.isFinite(token.startOffset) ? message : 'the declaration ends too soon', hint };
  const declaration = document.declarations.filter(({ $cstNode }) => ($cstNode?.offset ?? 0) < offset).at(-1);
  const clauses = declaration === undefined ? [] : CLAUSE_WORDS[declaration.$type];
  const near = nearest(token.image, [...clauses, ...DECLARATION_WORDS]);
  const known = clauses.map((word) => `\`${word}\``).join(', ');
  return {
    message: `\`${token.image}\` begins no clause${declaration === undefined ? '' : ' of this declaration'} and no declaration`,
    hint:
      near === undefined
        ? `expected ${known === '' ? '' : `${known}, or `}the next declaration`
        : `did you mean \`${near}\`?`,
  };
}

function badEscapes(root: CstNode | undefined): readonly { readonly offset: number; readonly end: number }[] {
  if (root === undefined) return [];
  const found: { offset: number; end: number }[] = [];
  for (const leaf of CstUtils.flattenCst(root)) {
    if (leaf.hidden || !leaf.text.startsWith('"') || !leaf.text.includes('\\')) continue;
    for (const match of leaf.text.matchAll(/\\(.)/gs))
      if (!'"\\n'.includes(match[1] ?? ''))
        found.push({ offset: leaf.offset + match.index, end: leaf.offset + match.index + 2 });
  }
  return found;
}
