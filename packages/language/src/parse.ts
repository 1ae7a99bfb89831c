import type { Rulebook, Vocabulary } from '@proviso/model';
import { positionsOf } from './build/declarations.ts';
import { buildDocument, type ResolveVocabulary } from './build/document.ts';
import { type Diagnostic, Diagnostics, START } from './diagnostic.ts';
import type * as ast from './generated/ast.ts';
import { type Block, findBlocks } from './lexer/blocks.ts';
import { Scope } from './link/scope.ts';
import { parseTree } from './parser/services.ts';
import { reportDepth, reportSyntax } from './parser/syntax-errors.ts';
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

/** What reading a document gives, with its tree. */
export interface ReadResult extends ParseResult {
  /** Absent when the document is too large. */
  readonly tree?: ast.Document;
  readonly blocks: readonly Block[];
}

/** Reads a document and keeps its tree, for the formatter and the language server. */
export function read(text: string, options: ParseOptions = {}): ReadResult {
  const diagnostics = new Diagnostics(options.file ?? '');
  if (text.length > LARGEST_DOCUMENT || new TextEncoder().encode(text).length > LARGEST_DOCUMENT) {
    const message = `the document is larger than ${LARGEST_DOCUMENT / 1_000_000} MB and was not read`;
    diagnostics.report('PV1002', START, message, 'check that the file is a rulebook');
    return { diagnostics: diagnostics.sorted(), positions: new PositionMap([]), blocks: [] };
  }
  const found = findBlocks(text);
  const { blocks } = found;
  const parsed = parseTree(text);
  if (parsed === 'too deep') {
    reportDepth(START, diagnostics);
    return { diagnostics: diagnostics.sorted(), positions: new PositionMap([]), blocks };
  }
  const tree = parsed.value;
  const declarations = reportSyntax(text, found, parsed, diagnostics);
  const positions = new PositionMap(positionsOf(declarations));
  if (diagnostics.failed) return { diagnostics: diagnostics.sorted(), positions, tree, blocks };
  const isVocabulary = tree.declarations.some((node) => node.$type === 'Header' && node.kind === 'vocabulary');
  const context = { diagnostics, scope: new Scope(), isVocabulary };
  const document = buildDocument(tree, text, blocks, context, options.resolveVocabulary ?? (() => undefined));
  const sound = !diagnostics.failed && document !== undefined;
  return { ...(sound ? { document } : {}), diagnostics: diagnostics.sorted(), positions, tree, blocks };
}
