import { type CstNode, CstUtils } from 'langium';
import { kindOf, nameOf } from '../build/declarations.ts';
import type * as ast from '../generated/ast.ts';
import type { Block } from '../lexer/blocks.ts';
import type { Comments } from './print.ts';

/**
 * The comments of a document, each with the declaration it goes with: the one it stands in or behind, else the one that
 * follows it in its block. Comments after the last declaration stay at the end of the block.
 */
export function commentsOf(tree: ast.Document, blocks: readonly Block[]): Comments {
  const before = new Map<string, string[]>();
  const atEnd = new Map<number, string[]>();
  for (const comment of commentNodes(tree)) {
    const index = blocks.findIndex(
      ({ contentStart, contentEnd }) => contentStart <= comment.offset && comment.offset < contentEnd,
    );
    const owner = ownerOf(comment, tree, blocks[index]?.contentEnd ?? Number.POSITIVE_INFINITY);
    const line = comment.text.trimEnd();
    if (owner === undefined) atEnd.set(index, [...(atEnd.get(index) ?? []), line]);
    else {
      const key = `${kindOf(owner)} ${nameOf(owner)}`;
      before.set(key, [...(before.get(key) ?? []), line]);
    }
  }
  return { before, atEnd };
}

function commentNodes(tree: ast.Document): readonly CstNode[] {
  if (tree.$cstNode === undefined) return [];
  return CstUtils.flattenCst(tree.$cstNode)
    .filter((leaf) => leaf.hidden && leaf.tokenType.name === 'COMMENT')
    .toArray();
}

function ownerOf(comment: CstNode, tree: ast.Document, blockEnd: number): ast.Declaration | undefined {
  const { line } = comment.range.start;
  return tree.declarations.find(({ $cstNode }) => {
    if ($cstNode === undefined || $cstNode.offset >= blockEnd) return false;
    const follows = $cstNode.offset > comment.offset;
    const around = $cstNode.end > comment.offset || $cstNode.range.end.line === line;
    return follows || around;
  });
}
