import { Flow } from './flow.ts';

/** One `proviso` block of a document. Offsets count UTF-16 code units from the start of the document. */
export interface Block {
  /** Start of the line of the opening fence. */
  readonly start: number;
  /** First character after the opening line. */
  readonly contentStart: number;
  /** The first character of the closing fence's mark, or the end of the document when the block is never closed. */
  readonly contentEnd: number;
  /** First character after the closing line. */
  readonly end: number;
  /** False when the document ends before the block does. */
  readonly closed: boolean;
}

/** The blocks of a document, and fences that look like blocks but stand where no block can stand. */
export interface Blocks {
  readonly blocks: readonly Block[];
  /** Offsets of the lines of `proviso` fences inside a list or a quotation. */
  readonly misplaced: readonly number[];
}

/**
 * Finds the fenced `proviso` blocks of a Markdown document as CommonMark reads it: a fence inside a longer or other
 * fence, in an HTML block or indented by four spaces opens nothing.
 */
export function findBlocks(text: string): Blocks {
  const blocks: Block[] = [];
  const misplaced: number[] = [];
  const flow = new Flow();
  let opening: Pick<Block, 'start' | 'contentStart'> | undefined;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const change = flow.take(expandTabs(line.replace(/[\r\n]+$/, '')));
    if (change?.fence.info === 'proviso') {
      if (change.change === 'openedInside') misplaced.push(start);
      else if (change.change === 'opened') opening = { start, contentStart: end };
    }
    if (change?.change === 'closed' && opening !== undefined) {
      const contentEnd = start + line.search(/[`~]/);
      blocks.push({ ...opening, contentEnd, end, closed: true });
      opening = undefined;
    }
    start = end;
  }
  if (opening !== undefined) blocks.push({ ...opening, contentEnd: text.length, end: text.length, closed: false });
  return { blocks, misplaced };
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n)?/y;

function lineEnd(text: string, start: number): number {
  LINE.lastIndex = start;
  LINE.test(text);
  return LINE.lastIndex;
}

/** Tabs as spaces up to the next column that four divides. */
function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let expanded = '';
  for (const character of line) expanded += character === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : character;
  return expanded;
}
