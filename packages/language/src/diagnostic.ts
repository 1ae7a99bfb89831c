import { type BilingualAdvice, bilingual, type Said } from '@proviso/model';
import { type Code, codeEntry } from './codes.ts';
import { type AstNode, type Span, spanOf } from './parser/span.ts';

/** Where something stands in a document: lines and columns from 1, the end is the first column after it. */
export interface DocumentRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** An error or a warning: what is wrong, where, and what would be right; in English, and in Chinese under `zh`. */
export interface Diagnostic extends BilingualAdvice, DocumentRange {
  /** Stable, listed in {@link CODES}. */
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  readonly file: string;
}

/** Collects the diagnostics of one document. */
export class Diagnostics {
  readonly #file: string;
  readonly #list: Diagnostic[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Says what is wrong with the stretch of the document that a node of its tree covers. */
  report(code: Code, at: AstNode | DocumentRange, message: Said, hint: Said): void {
    const { severity } = codeEntry(code);
    const range = '$type' in at ? rangeOf(at) : at;
    this.#list.push({ code, severity, ...bilingual(message, hint), file: this.#file, ...range });
  }

  /** Whether an error is among them. */
  get failed(): boolean {
    return this.#list.some(({ severity }) => severity === 'error');
  }

  /** All, in the order of the document. */
  sorted(): readonly Diagnostic[] {
    return [...this.#list].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}

/** The stretch of the document that a node covers. */
export function rangeOf(node: AstNode): DocumentRange {
  const span = spanOf(node);
  return span === undefined ? START : rangeOfTokens(span, span.first, span.end);
}

/** The stretch of the name in `fact NAME ...` and its like: the second word of the declaration. */
export function nameRangeOf(node: AstNode): DocumentRange {
  const span = spanOf(node);
  if (span === undefined || span.end - span.first < 2) return rangeOf(node);
  return rangeOfTokens(span, span.first + 1, span.first + 2);
}

/** The stretch of the first word of a node. */
export function firstWordOf(node: AstNode): DocumentRange {
  const span = spanOf(node);
  return span === undefined ? START : rangeOfTokens(span, span.first, span.first + 1);
}

/** The start of a document, for what is missing from it. */
export const START: DocumentRange = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function rangeOfTokens({ source }: Span, first: number, end: number): DocumentRange {
  return source.index.range(source.tokens[first]?.start ?? 0, source.tokens[end - 1]?.end ?? 0);
}
