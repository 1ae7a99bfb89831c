import { HtmlBlocks } from './html-blocks.ts';
import { ListItems } from './list-items.ts';

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
  /** Offsets of `proviso` fences inside a list or a quotation. */
  readonly misplaced: readonly number[];
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly start: number;
  readonly contentStart: number;
  readonly isBlock: boolean;
}

const OPENING = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const NESTED = /^[ \t]*(?:>|[-+*]|\d{1,9}[.)])?[ \t>]*(?:`{3,}|~{3,})[ \t]*proviso[ \t]*$/;

/**
 * Finds the fenced `proviso` blocks of a Markdown document as CommonMark reads it: a fence inside a longer or other
 * fence, in an HTML block or indented by four spaces opens nothing.
 */
export function findBlocks(text: string): Blocks {
  const blocks: Block[] = [];
  const misplaced: number[] = [];
  const html = new HtmlBlocks();
  const lists = new ListItems();
  let fence: Fence | undefined;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end).replace(/[\r\n]+$/, '');
    if (fence !== undefined) {
      const mark = closingMark(line, fence);
      if (mark !== undefined) {
        if (fence.isBlock) blocks.push(blockOf(fence, start + mark, end, true));
        fence = undefined;
      }
    } else if (!html.takes(line) && !lists.takes(line)) {
      fence = openingFence(line, start, end);
      if (fence !== undefined) html.interrupt();
      else if (!html.opens(line)) lists.opens(line);
      if (fence === undefined && NESTED.test(line) && /^ {0,3}\S/.test(line)) misplaced.push(start);
    } else if (!html.inside && NESTED.test(line)) misplaced.push(start);
    start = end;
  }
  if (fence?.isBlock) blocks.push(blockOf(fence, text.length, text.length, false));
  return { blocks, misplaced };
}

function lineEnd(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 10) return index + 1;
    if (character === 13) return text.charCodeAt(index + 1) === 10 ? index + 2 : index + 1;
  }
  return text.length;
}

function openingFence(line: string, start: number, end: number): Fence | undefined {
  const match = OPENING.exec(line);
  if (match === null) return undefined;
  const [, , marks = '', info = ''] = match;
  return {
    mark: marks.charAt(0),
    length: marks.length,
    start,
    contentStart: end,
    isBlock: info.replace(/^[ \t]+|[ \t]+$/g, '') === 'proviso',
  };
}

/** Where the closing mark begins in its line, or undefined when the line closes nothing. */
function closingMark(line: string, fence: Fence): number | undefined {
  const match = /^( {0,3})(`{3,}|~{3,})[ \t]*$/.exec(line);
  if (match === null) return undefined;
  const [, indent = '', marks = ''] = match;
  return marks.charAt(0) === fence.mark && marks.length >= fence.length ? indent.length : undefined;
}

function blockOf(fence: Fence, contentEnd: number, end: number, closed: boolean): Block {
  return { start: fence.start, contentStart: fence.contentStart, contentEnd, end, closed };
}
