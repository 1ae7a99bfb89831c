import type { Sketch } from '../build/declarations.ts';
import type { Diagnostics, DocumentRange } from '../diagnostic.ts';
import type { Blocks } from '../lexer/blocks.ts';
import { chunksOf } from '../lexer/chunks.ts';
import type { Stretch, Tokens } from '../lexer/token.ts';
import {
  BLOCK_NOT_CLOSED,
  ESCAPES,
  hintFor,
  MISPLACED_BLOCK,
  outOfPlace,
  TEXT_NOT_CLOSED,
  TOO_DEEP,
  wordsFor,
} from './error-messages.ts';
import { readDeclarations, sketch, type Tree, tokensIn } from './parse-tree.ts';
import type { Failure } from './reader.ts';
import type { Source } from './span.ts';
import { strangeSign } from './strange-signs.ts';

/** At most so many syntax errors are told; a document with more is most likely no rulebook. */
const MOST = 100;

/** A document as it was read. */
export interface ReadText {
  readonly source: Source;
  readonly blocks: Blocks;
  readonly strange: Tokens['strange'];
  readonly tree: Tree;
}

/**
 * Reports what could not be read, and blocks that are never closed or stand where none can.
 * @returns the declarations as far as they could be read, each by itself in a document with syntax errors.
 */
export function reportSyntax(read: ReadText, diagnostics: Diagnostics): readonly Sketch[] {
  const { blocks, source, strange, tree } = read;
  const { index, text } = source;
  for (const offset of blocks.misplaced) {
    const range = index.range(offset, index.lineEnd(offset));
    diagnostics.report('PV1006', range, MISPLACED_BLOCK.message, MISPLACED_BLOCK.hint);
  }
  for (const block of blocks.blocks) {
    if (block.closed) continue;
    const range = index.range(block.start, index.lineEnd(block.start));
    diagnostics.report('PV1003', range, BLOCK_NOT_CLOSED.message, BLOCK_NOT_CLOSED.hint);
  }
  for (const stretch of strange.slice(0, MOST)) reportStrange(stretch, source, diagnostics);
  for (const { end, start } of badEscapes(source)) {
    const written = text.slice(start, end);
    const message = { en: `\`${written}\` has no meaning in a text`, zh: `\`${written}\` 在文本中没有含义` };
    diagnostics.report('PV1013', index.range(start, end), message, ESCAPES);
  }
  return tree.failure === undefined ? tree.declarations : reportByDeclaration(read, diagnostics);
}

/** Reads each declaration by itself and reports its first error: a slip in one cannot be mistaken for one in the next. */
function reportByDeclaration(read: ReadText, diagnostics: Diagnostics): readonly Sketch[] {
  const { blocks, source, strange, tree } = read;
  const declarations: Sketch[] = [];
  let found = 0;
  for (const chunk of chunksOf(source.text, blocks.blocks)) {
    if (found >= MOST) break;
    if (/^\s*end\s*$/.test(source.text.slice(chunk.start, chunk.end))) continue;
    const isStrange = strange.some(({ start }) => chunk.start <= start && start < chunk.end);
    const [first, end] = tokensIn(source, chunk);
    const alone = readDeclarations(source, first, end);
    const { failure } = alone;
    declarations.push(...alone.declarations);
    const broken = failure === undefined ? undefined : sketch(source, alone.end, end);
    if (broken !== undefined) declarations.push(broken);
    if (isStrange || failure !== undefined) found++;
    if (failure === undefined || isStrange) continue;
    reportFailure(failure, { start: alone.end, end }, declarations, source, diagnostics);
  }
  // Each declaration can be read, but the document cannot: its layout misled us.
  if (found === 0 && tree.failure !== undefined)
    reportFailure(tree.failure, { start: tree.end, end: source.tokens.length }, tree.declarations, source, diagnostics);
  return declarations;
}

/** Reports why a declaration cannot be read; it stands among the tokens given. */
function reportFailure(
  failure: Failure | 'too deep',
  { end, start }: Stretch,
  before: readonly Sketch[],
  source: Source,
  diagnostics: Diagnostics,
): void {
  const { index, tokens } = source;
  const rangeAt = (token: number): DocumentRange => index.range(tokens[token]?.start ?? 0, tokens[token]?.end ?? 0);
  if (failure === 'too deep') {
    const offset = tokens[start]?.start ?? 0;
    const range = index.range(offset, index.lineEnd(offset));
    diagnostics.report('PV1015', range, TOO_DEEP.message, TOO_DEEP.hint);
    return;
  }
  const { at, expected } = failure;
  if (at >= end) {
    const last = tokens[end - 1]?.text ?? '';
    const message = {
      en: `the declaration ends too soon, after \`${last}\``,
      zh: `该声明在 \`${last}\` 之后过早结束`,
    };
    diagnostics.report('PV1001', rangeAt(end - 1), message, hintFor(expected));
    return;
  }
  const found = tokens[at]?.text ?? '';
  const { hint, message } = at === start ? outOfPlace(found, before.at(-1)?.$type) : wordsFor(found, expected);
  diagnostics.report('PV1001', rangeAt(at), message, hint);
}

function reportStrange({ end, start }: Stretch, { index, text }: Source, diagnostics: Diagnostics): void {
  const range = index.range(start, end);
  const found = text.slice(start, end);
  if (found.startsWith('"')) {
    diagnostics.report('PV1004', range, TEXT_NOT_CLOSED.message, TEXT_NOT_CLOSED.hint);
    return;
  }
  const { hint, message } = strangeSign(found);
  diagnostics.report('PV1005', range, message, hint);
}

function badEscapes({ tokens }: Source): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { kind, start, text } of tokens) {
    if (kind !== 'STRING' || !text.includes('\\')) continue;
    for (const match of text.matchAll(/\\(.)/gs))
      if (!'"\\n'.includes(match[1] ?? '')) found.push({ start: start + match.index, end: start + match.index + 2 });
  }
  return found;
}
