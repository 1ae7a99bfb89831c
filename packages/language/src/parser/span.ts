import type { LineIndex } from '../lexer/line-index.ts';
import type { Stretch, Token } from '../lexer/token.ts';

/** A node of the tree of a document. */
export interface AstNode {
  readonly $type: string;
}

/** The document that nodes were read from. */
export interface Source {
  readonly text: string;
  readonly index: LineIndex;
  readonly tokens: readonly Token[];
}

/** The tokens that a node was read from: from `first` up to `end`. */
export interface Span {
  readonly source: Source;
  readonly first: number;
  readonly end: number;
}

/** A node as it is built. What it was read from is no property of it, so that trees can be compared. */
export class TreeNode {
  [property: string]: unknown;
  #span: Span | undefined;

  /** Keeps what a node was read from. */
  static place(node: TreeNode, span: Span): void {
    node.#span = span;
  }

  /** What a node was read from. */
  static spanOf(node: object): Span | undefined {
    return #span in node ? node.#span : undefined;
  }
}

/** What a node was read from. */
export function spanOf(node: object): Span | undefined {
  return TreeNode.spanOf(node);
}

/** The stretch of the document that a node covers. */
export function stretchOf(node: object): Stretch {
  const span = spanOf(node);
  if (span === undefined) return { start: 0, end: 0 };
  const { end, first, source } = span;
  return { start: source.tokens[first]?.start ?? 0, end: source.tokens[end - 1]?.end ?? 0 };
}

/** The first word of a node. */
export function firstWordText(node: object): string | undefined {
  const span = spanOf(node);
  return span?.source.tokens[span.first]?.text;
}
