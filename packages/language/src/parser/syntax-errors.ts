import { nearest } from '@proviso/model';
import { type CstNode, CstUtils, type ParseResult } from 'langium';
import type { Diagnostics, DocumentRange } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Blocks } from '../lexer/blocks.ts';
import { chunksOf } from '../lexer/chunks.ts';
import { LineIndex } from '../lexer/line-index.ts';
import { DECLARATION_WORDS } from '../lexer/words.ts';
import { CLAUSE_WORDS } from './clause-words.ts';
import { SEPARATOR } from './error-messages.ts';
import { parseTree } from './services.ts';

type SyntaxError = ParseResult['parserErrors'][number];
type LexingError = ParseResult['lexerErrors'][number];

/** At most so many syntax errors are told; a document with more is most likely no rulebook. */
const MOST = 100;

/**
 * Reports what the lexer and the parser could not read, and blocks that are never closed or stand where none can.
 * @returns the declarations as far as they could be read, each by itself in a document with syntax errors.
 */
export function reportSyntax(
  text: string,
  blocks: Blocks,
  tree: ParseResult<ast.Document>,
  diagnostics: Diagnostics,
): readonly ast.Declaration[] {
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
  for (const error of tree.lexerErrors.slice(0, MOST)) reportStrange(error, index, diagnostics);
  for (const { offset, end } of badEscapes(tree.value.$cstNode)) {
    const range = index.range(offset, end);
    const hint = 'write `\\\\` for a backslash, `\\"` for a quote, `\\n` for a line break';
    diagnostics.report('PV1013', range, `\`${text.slice(offset, end)}\` has no meaning in a text`, hint);
  }
  if (tree.parserErrors.length === 0) return tree.value.declarations;
  return reportByDeclaration(text, blocks, tree, index, diagnostics);
}

/** Reads each declaration by itself and reports its first error: a slip in one cannot be mistaken for one in the next. */
function reportByDeclaration(
  text: string,
  blocks: Blocks,
  tree: ParseResult<ast.Document>,
  index: LineIndex,
  diagnostics: Diagnostics,
): readonly ast.Declaration[] {
  const declarations: ast.Declaration[] = [];
  let found = 0;
  for (const chunk of chunksOf(text, blocks.blocks)) {
    if (found >= MOST) break;
    if (/^\s*end\s*$/.test(text.slice(chunk.start, chunk.end))) continue;
    const alone = parseTree(text, { ...chunk, index });
    if (alone === 'too deep') {
      reportDepth(index.range(chunk.start, index.lineEnd(chunk.start)), diagnostics);
      found++;
      continue;
    }
    declarations.push(...alone.value.declarations);
    const strange = alone.lexerErrors.length > 0;
    const [error] = alone.parserErrors;
    if (error === undefined || strange) {
      if (strange) found++;
      continue;
    }
    found++;
    reportError(error, alone.value, index, diagnostics);
  }
  // Each declaration can be read, but the document cannot: its layout misled us.
  const [error] = tree.parserErrors;
  if (found === 0 && error !== undefined) reportError(error, tree.value, index, diagnostics);
  return declarations;
}

/** Reports that something is nested too deeply to be read. */
export function reportDepth(range: DocumentRange, diagnostics: Diagnostics): void {
  const hint = 'split the condition into terms';
  diagnostics.report('PV1015', range, 'this is nested too deeply to be read', hint);
}

function reportError(error: SyntaxError, document: ast.Document, index: LineIndex, diagnostics: Diagnostics): void {
  const { token } = error;
  const [message = '', hint = ''] = error.message.split(SEPARATOR);
  if (!Number.isFinite(token.startOffset)) {
    const last = lastLeaf(document.$cstNode);
    const range = last === undefined ? index.range(0, 0) : index.range(last.offset, last.end);
    diagnostics.report('PV1001', range, `the declaration ends too soon, after \`${last?.text ?? ''}\``, hint);
    return;
  }
  const range = index.range(token.startOffset, token.startOffset + token.image.length);
  const words = error.context.ruleStack.length <= 1 ? outOfPlace(error, document) : { message, hint };
  diagnostics.report('PV1001', range, words.message, words.hint);
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

function lastLeaf(root: CstNode | undefined): CstNode | undefined {
  if (root === undefined) return undefined;
  return CstUtils.flattenCst(root)
    .filter(({ hidden }) => !hidden)
    .toArray()
    .at(-1);
}

/** A word that neither goes on with the declaration before it nor begins one. */
function outOfPlace({ token }: SyntaxError, document: ast.Document): { message: string; hint: string } {
  const before = document.declarations.filter(({ $cstNode }) => ($cstNode?.offset ?? 0) < token.startOffset).at(-1);
  const clauses = before === undefined ? [] : CLAUSE_WORDS[before.$type];
  const near = nearest(token.image, [...clauses, ...DECLARATION_WORDS]);
  const known = clauses.length === 0 ? '' : `${clauses.map((word) => `\`${word}\``).join(', ')}, or `;
  return {
    message: `\`${token.image}\` begins no clause${before === undefined ? '' : ' of this declaration'} and no declaration`,
    hint: near === undefined ? `expected ${known}the next declaration` : `did you mean \`${near}\`?`,
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
