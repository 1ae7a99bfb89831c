import type * as ast from '../generated/ast.ts';
import type { Stretch } from '../lexer/token.ts';
import { buildTree } from './build-tree.ts';
import { RULES } from './generated/tables.ts';
import { begins, startOf } from './grammar.ts';
import { type Failure, Reader } from './reader.ts';
import { type Source, TreeNode } from './span.ts';

/** The declarations of a stretch of the document, up to the first that cannot be read. */
export interface Tree {
  readonly declarations: readonly ast.Declaration[];
  /** The token after the last declaration that could be read. */
  readonly end: number;
  /** Absent when all could be read; `too deep` when a declaration is nested beyond what can be held. */
  readonly failure?: Failure | 'too deep';
}

const DECLARATION = RULES.findIndex(({ name }) => name === 'Declaration');

/** Reads the declarations among the tokens from `first` up to `end`. */
export function readDeclarations(source: Source, first = 0, end = source.tokens.length): Tree {
  const declarations: ast.Declaration[] = [];
  const reader = new Reader(source.tokens, first, end);
  while (!reader.atEnd) {
    const { position } = reader;
    try {
      const read = reader.read(DECLARATION);
      if ('expected' in read) return { declarations, end: position, failure: read };
      declarations.push(buildTree(read, source) as ast.Declaration);
    } catch (error) {
      if (error instanceof RangeError) return { declarations, end: position, failure: 'too deep' };
      throw error;
    }
  }
  return { declarations, end };
}

/** The tokens inside a stretch of the document: the first of them, and the first behind them. */
export function tokensIn({ tokens }: Source, { end, start }: Stretch): readonly [number, number] {
  return [before(start), before(end)];

  function before(offset: number): number {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What a declaration that cannot be read begins: its kind, and its name where there is one. */
export function sketch(
  source: Source,
  first: number,
  end: number,
): { $type: ast.Declaration['$type']; name?: string } | undefined {
  const word = source.tokens[first];
  const alternatives = RULES[DECLARATION]?.body;
  if (first >= end || alternatives?.is !== 'choice') return undefined;
  const call = alternatives.of.find((alternative) => begins(startOf(alternative, RULES), word));
  const rule = call?.is === 'call' ? RULES[call.rule] : undefined;
  if (rule === undefined) return undefined;
  const next = first + 1 < end ? source.tokens[first + 1] : undefined;
  const name = next?.kind === 'STRING' ? next.text.slice(1, -1) : next?.isName === true ? next.text : undefined;
  const begun = { $type: rule.type as ast.Declaration['$type'], ...(name === undefined ? {} : { name }) };
  const node = Object.assign(new TreeNode(), begun);
  TreeNode.place(node, { source, first, end });
  return node;
}
