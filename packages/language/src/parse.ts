import type { Rulebook, Vocabulary } from '@proviso/model';
import { positionsOf } from './build/declarations.ts';
import { buildDocument, type ResolveVocabulary } from './build/document.ts';
import { type Diagnostic, Diagnostics, START } from './diagnostic.ts';
import type * as ast from './generated/ast.ts';
import { type Block, findBlocks } from './lexer/blocks.ts';
import { tokenize } from './lexer/lexer.ts';
import { LineIndex } from './lexer/line-index.ts';
import type { Stretch } from './lexer/token.ts';
import { Scope } from './link/scope.ts';
import { readDeclarations } from './parser/parse-tree.ts';
import { reportSyntax } from './parser/syntax-errors.ts';
import { PositionMap } from './positions.ts';

/** How to read a document. */
export interface ParseOptions {
  /** The name of the file, for diagnostics. */
  readonly file?: string;
  /** Finds the vocabularies that a rulebook uses; without it none is found. */
  readonly resolveVocabulary?: ResolveVocabulary;
}

/** What reading a document gives. */
export interface ParseResult {
  /** The model; absent when there is any error. */
  readonly document?: Rulebook | Vocabulary;
  /** Errors and warnings, in the order of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where each declaration stands, as far as it could be read. */
  readonly positions: PositionMap;
}

/** The largest document that is read, in bytes of UTF-8. */
export const LARGEST_DOCUMENT = 5_000_000;

/** Reads a document. Pure: touches no file, the vocabularies it uses are handed in. */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const { document, diagnostics, positions } = read(text, options);
  return { ...(document === undefined ? {} : { document }), diagnostics, positions };
}

function isTooLarge(text: string): boolean {
  // A UTF-16 code unit takes three bytes at most.
  if (text.length * 3 <= LARGEST_DOCUMENT) return false;
  return text.length > LARGEST_DOCUMENT || new TextEncoder().encode(text).length > LARGEST_DOCUMENT;
}

/** How a document is written: what its model does not say. */
export interface Written {
  readonly declarations: readonly ast.Declaration[];
  readonly blocks: readonly Block[];
  readonly comments: readonly Stretch[];
  readonly index: LineIndex;
}

/** What reading a document gives, with how it is written. */
export interface ReadResult extends ParseResult {
  /** Absent when the document is too large. */
  readonly written?: Written;
}

/** Reads a document and keeps how it is written, for the formatter. */
export function read(text: string, options: ParseOptions = {}): ReadResult {
  const diagnostics = new Diagnostics(options.file ?? '');
  if (isTooLarge(text)) {
    const size = `${LARGEST_DOCUMENT / 1_000_000} MB`;
    const message = {
      en: `the document is larger than ${size} and was not read`,
      zh: `该文件超过 ${size}，未予读取`,
    };
    const hint = { en: 'check that the file is a rulebook', zh: '请确认该文件是规则书' };
    diagnostics.report('PV1002', START, message, hint);
    return { diagnostics: diagnostics.sorted(), positions: new PositionMap([]) };
  }
  const found = findBlocks(text);
  const { blocks } = found;
  const { comments, strange, tokens } = tokenize(text, blocks);
  const source = { text, index: new LineIndex(text), tokens };
  const tree = readDeclarations(source);
  const { declarations } = tree;
  const positions = new PositionMap(positionsOf(reportSyntax({ source, blocks: found, strange, tree }, diagnostics)));
  const written = { declarations, blocks, comments, index: source.index };
  if (diagnostics.failed) return { diagnostics: diagnostics.sorted(), positions, written };
  const isVocabulary = declarations.some((node) => node.$type === 'Header' && node.kind === 'vocabulary');
  const context = { diagnostics, scope: new Scope(), isVocabulary };
  const document = buildDocument(declarations, text, blocks, context, options.resolveVocabulary ?? (() => undefined));
  const sound = !diagnostics.failed && document !== undefined;
  return { ...(sound ? { document } : {}), diagnostics: diagnostics.sorted(), positions, written };
}
