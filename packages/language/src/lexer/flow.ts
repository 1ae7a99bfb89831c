import {
  type FenceStart,
  fenceEnd,
  fenceStart,
  htmlStart,
  isBreak,
  isHeading,
  isUnderline,
  itemStart,
} from './markdown-lines.ts';

type Open =
  | { readonly kind: 'fence'; readonly fence: FenceStart }
  | { readonly kind: 'html'; readonly end: RegExp }
  | { readonly kind: 'item'; readonly indent: number; readonly content: Flow; blank: boolean }
  | { readonly kind: 'quote'; readonly content: Flow };

/** Lists and quotations nested deeper than this hold nothing that anybody reads. */
const DEEPEST = 100;

/** What a line did: opened or closed a fence, at this level or (for an opening) somewhere inside. */
export interface FenceChange {
  readonly change: 'opened' | 'closed' | 'openedInside';
  readonly fence: FenceStart;
}

/**
 * The block structure of a stretch of Markdown, followed line by line as CommonMark lays it down: enough of it to know
 * where fenced code begins and ends. List items and quotations hold a flow of their own.
 */
export class Flow {
  #open: Open | undefined;
  #paragraph = false;
  readonly #depth: number;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** Takes the next line; tabs are expanded, line breaks cut off. */
  take(line: string): FenceChange | undefined {
    const open = this.#open;
    switch (open?.kind) {
      case 'fence':
        if (!fenceEnd(line, open.fence)) return undefined;
        this.#open = undefined;
        return { change: 'closed', fence: open.fence };
      case 'html':
        if (open.end.test(line)) this.#open = undefined;
        return undefined;
      case 'item':
        if (isBlank(line)) {
          // An item may begin with at most one blank line.
          if (open.blank) this.#open = undefined;
          else open.content.take('');
          return undefined;
        }
        if (indentation(line) >= open.indent) {
          open.blank = false;
          return inside(open.content.take(line.slice(open.indent)));
        }
        break;
      case 'quote': {
        const quoted = /^ {0,3}> ?(.*)$/.exec(line)?.[1];
        if (quoted !== undefined) return inside(open.content.take(quoted));
        break;
      }
      default:
        break;
    }
    if (open !== undefined) {
      if (open.content.inParagraph && !isBlank(line) && !startsBlock(line)) return undefined;
      this.#open = undefined;
      this.#paragraph = false;
    }
    return this.#begin(line);
  }

  /** Whether the innermost thing that is open is a paragraph, which a plain line would continue. */
  get inParagraph(): boolean {
    if (this.#open === undefined) return this.#paragraph;
    return this.#open.kind === 'item' || this.#open.kind === 'quote' ? this.#open.content.inParagraph : false;
  }

  #begin(line: string): FenceChange | undefined {
    const inParagraph = this.#paragraph;
    if (isBlank(line)) {
      this.#paragraph = false;
      return undefined;
    }
    if (indentation(line) >= 4) return undefined;
    this.#paragraph = false;
    const fence = fenceStart(line);
    if (fence !== undefined) {
      this.#open = { kind: 'fence', fence };
      return { change: 'opened', fence };
    }
    const html = htmlStart(line, inParagraph);
    if (html !== undefined) {
      if (html !== 'closed') this.#open = { kind: 'html', end: html };
      return undefined;
    }
    if (isHeading(line) || (inParagraph && isUnderline(line)) || isBreak(line)) return undefined;
    if (this.#depth === DEEPEST) {
      this.#paragraph = true;
      return undefined;
    }
    const quoted = /^ {0,3}> ?(.*)$/.exec(line)?.[1];
    if (quoted !== undefined) return this.#enter({ kind: 'quote', content: new Flow(this.#depth + 1) }, quoted);
    const item = itemStart(line, inParagraph);
    if (item !== undefined) {
      const blank = isBlank(item.rest);
      return this.#enter({ kind: 'item', indent: item.indent, content: new Flow(this.#depth + 1), blank }, item.rest);
    }
    this.#paragraph = true;
    return undefined;
  }

  #enter(open: Extract<Open, { readonly content: Flow }>, rest: string): FenceChange | undefined {
    this.#open = open;
    return inside(open.content.take(rest));
  }
}

function inside(change: FenceChange | undefined): FenceChange | undefined {
  if (change === undefined || change.change === 'closed') return undefined;
  return { change: 'openedInside', fence: change.fence };
}

/** Whether a line ends a paragraph inside a list item or quotation that it does not belong to by its indentation. */
function startsBlock(line: string): boolean {
  if (indentation(line) >= 4) return false;
  return (
    fenceStart(line) !== undefined ||
    htmlStart(line, true) !== undefined ||
    isHeading(line) ||
    isBreak(line) ||
    /^ {0,3}>/.test(line) ||
    itemStart(line, false) !== undefined
  );
}

function isBlank(line: string): boolean {
  return /^\s*$/.test(line);
}

function indentation(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}
