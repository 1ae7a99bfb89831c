import type { AstNode, CstNode } from 'langium';
import { type Code, codeEntry } from './codes.ts';

/** Where something stands in a document: lines and columns from 1, the end is the first column after it. */
export interface DocumentRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** An error or a warning: what is wrong, where, and what would be right. */
export interface Diagnostic extends DocumentRange {
  /** Stable, listed in {@link CODES}. */
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly hint: string;
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
  report(code: Code, at: AstNode | DocumentRange, message: string, hint: string): void {
    const { severity } = codeEntry(code);
    this.#list.push({ code, severity, message, hint, file: this.#file, ...('$type' in at ? rangeOf(at) : at) });
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
  return node.$cstNode === undefined ? START : rangeOfCst(node.$cstNode);
}

/** The stretch of the name in `fact NAME ...` and its like: the second word of the declaration. */
export function nameRangeOf(node: AstNode): DocumentRange {
  const [, name] = node.$cstNode === undefined ? [] : leaves(node.$cstNode, 2);
  return name === undefined ? rangeOf(node) : rangeOfCst(name);
}

/** The stretch of the first word of a node. */
export function firstWordOf(node: AstNode): DocumentRange {
  const [word] = node.$cstNode === undefined ? [] : leaves(node.$cstNode, 1);
  return word === undefined ? rangeOf(node) : rangeOfCst(word);
}

/** The start of a document, for what is missing from it. */
export const START: DocumentRange = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function rangeOfCst(cst: CstNode): DocumentRange {
  const { start, end } = cst.range;
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function leaves(cst: CstNode, count: number): CstNode[] {
  if (cst.hidden) return [];
  if (!('content' in cst) || !Array.isArray(cst.content)) return [cst];
  const found: CstNode[] = [];
  for (const child of cst.content) {
    if (found.length >= count) break;
    found.push(...leaves(child, count - found.length));
  }
  return found;
}
