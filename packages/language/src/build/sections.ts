import type { Section } from '@proviso/model';
import type { Block } from '../lexer/blocks.ts';
import { type Declared, kindOf, nameOf } from './declarations.ts';

/** The stretches of prose with the declarations of the block that follows each. */
export function buildSections(
  text: string,
  blocks: readonly Block[],
  declared: readonly Declared[],
): readonly Section[] {
  const sections: Section[] = [];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    sections.push({
      prose: withoutTrailingBlankLines(text.slice(start, block.start)),
      declarations: declared
        .filter((declaration) => declaration.block === index)
        .map(({ node }) => ({ kind: kindOf(node), name: nameOf(node) })),
    });
    start = block.end;
  }
  const rest = withoutTrailingBlankLines(text.slice(start));
  if (rest !== '') sections.push({ prose: rest, declarations: [] });
  return sections;
}

function withoutTrailingBlankLines(prose: string): string {
  let end = prose.length;
  for (let index = end - 1; index >= 0; index--) {
    const character = prose.charAt(index);
    if (character === '\n' || character === '\r') end = index;
    else if (character !== ' ' && character !== '\t') return prose.slice(0, end);
  }
  return '';
}
