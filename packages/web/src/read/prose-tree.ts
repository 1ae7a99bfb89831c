import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

const trees = new Map<string, Root>();

/** The prose of a section as a tree. */
export function proseTree(prose: string): Root {
  const known = trees.get(prose);
  if (known !== undefined) return known;
  const made = fromMarkdown(prose);
  trees.set(prose, made);
  return made;
}

/** A heading of a section. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

/** The headings of a section, with the ids that they have on the page. */
export function headingsOf(prose: string, section: number): readonly Heading[] {
  return proseTree(prose).children.flatMap((node, index) =>
    node.type === 'heading' ? [{ id: headingId(section, index), text: plain(node), depth: node.depth }] : [],
  );
}

/** The id of a heading on the page. */
export function headingId(section: number, node: number): string {
  return `s${section}-${node}`;
}

/** The text of a node without its marks. */
export function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/** Whether a block is written in Chinese: more than a few of its letters are. */
export function isChinese(node: RootContent): boolean {
  const text = plain(node);
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 5;
}
