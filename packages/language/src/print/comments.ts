import { kindOf, nameOf } from '../build/declarations.ts';
import type * as ast from '../generated/ast.ts';
import type { Stretch } from '../lexer/token.ts';
import type { Written } from '../parse.ts';
import { stretchOf } from '../parser/span.ts';
import type { Comments } from './print.ts';

/**
 * The comments of a document, each with the declaration it goes with: the one it stands in or behind, else the one that
 * follows it in its block. Comments after the last declaration stay at the end of the block.
 */
export function commentsOf(written: Written): Comments {
  const { blocks, index } = written;
  const before = new Map<string, string[]>();
  const atEnd = new Map<number, string[]>();
  for (const comment of written.comments) {
    const block = blocks.findIndex(
      ({ contentStart, contentEnd }) => contentStart <= comment.start && comment.start < contentEnd,
    );
    const owner = ownerOf(comment, written, blocks[block]?.contentEnd ?? Number.POSITIVE_INFINITY);
    const line = index.text.slice(comment.start, comment.end).trimEnd();
    if (owner === undefined) atEnd.set(block, [...(atEnd.get(block) ?? []), line]);
    else {
      const key = `${kindOf(owner)} ${nameOf(owner)}`;
      before.set(key, [...(before.get(key) ?? []), line]);
    }
  }
  return { before, atEnd };
}

function ownerOf(comment: Stretch, { declarations, index }: Written, blockEnd: number): ast.Declaration | undefined {
  const { line } = index.range(comment.start, comment.end);
  return declarations.find((declaration) => {
    const { end, start } = stretchOf(declaration);
    if (start >= blockEnd) return false;
    const follows = start > comment.start;
    const around = end > comment.start || index.range(start, end).endLine === line;
    return follows || around;
  });
}
