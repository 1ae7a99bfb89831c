import { nearest } from '@proviso/model';
import type { Sketch } from '../build/declarations.ts';
import type { Diagnostics, DocumentRange } from '../diagnostic.ts';
import type { Blocks } from '../lexer/blocks.ts';
import { chunksOf } from '../lexer/chunks.ts';
import type { Stretch, Tokens } from '../lexer/token.ts';
import { DECLARATION_WORDS } from '../lexer/words.ts';
import { CLAUSE_WORDS } from './clause-words.ts';
import { hintFor, type Words, wordsFor } from './error-messages.ts';
import { readDeclarations, sketch, type Tree, tokensIn } from './parse-tree.ts';
import type { Failure } from './reader.ts';
import type { Source } from './span.ts';

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
    const hint = 'move it out of the list or quotation, to the start of the line';
    diagnostics.report('PV1006', range, 'a `proviso` block inside a list or a quotation is not read', hint);
  }
  for (const block of blocks.blocks) {
    if (block.closed) continue;
    const range = index.range(block.start, index.lineEnd(block.start));
    diagnostics.report('PV1003', range, 'this block is never closed', 'close it with a line of backticks: ```');
  }
  for (const stretch of strange.slice(0, MOST)) reportStrange(stretch, source, diagnostics);
  for (const { end, start } of badEscapes(source)) {
    const hint = 'write `\\\\` for a backslash, `\\"` for a quote, `\\n` for a line break';
    const message = `\`${text.slice(start, end)}\` has no meaning in a text`;
    diagnostics.report('PV1013', index.range(start, end), message, hint);
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
    const hint = 'split the condition into terms';
    const range = index.range(offset, index.lineEnd(offset));
    diagnostics.report('PV1015', range, 'this is nested too deeply to be read', hint);
    return;
  }
  const { at, expected } = failure;
  if (at >= end) {
    const last = tokens[end - 1]?.text ?? '';
    const message = `the declaration ends too soon, after \`${last}\``;
    diagnostics.report('PV1001', rangeAt(end - 1), message, hintFor(expected));
    return;
  }
  const found = tokens[at]?.text ?? '';
  const { hint, message } = at === start ? outOfPlace(found, before.at(-1)) : wordsFor(found, expected);
  diagnostics.report('PV1001', rangeAt(at), message, hint);
}

function reportStrange({ end, start }: Stretch, { index, text }: Source, diagnostics: Diagnostics): void {
  const range = index.range(start, end);
  const found = text.slice(start, end);
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

/** A word that neither goes on with the declaration before it nor begins one. */
function outOfPlace(found: string, before: Sketch | undefined): Words {
  const clauses = before === undefined ? [] : CLAUSE_WORDS[before.$type];
  const near = nearest(found, [...clauses, ...DECLARATION_WORDS]);
  const known = clauses.length === 0 ? '' : `${clauses.map((word) => `\`${word}\``).join(', ')}, or `;
  return {
    message: `\`${found}\` begins no clause${before === undefined ? '' : ' of this declaration'} and no declaration`,
    hint: near === undefined ? `expected ${known}the next declaration` : `did you mean \`${near}\`?`,
  };
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
