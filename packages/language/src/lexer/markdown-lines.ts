/** What a line of Markdown can begin or end; indentation is in spaces (tabs are expanded before). */

const TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const ATTRIBUTE = `\\s+[a-zA-Z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`;
const RAW = '(?!(?:script|pre|style|textarea)\\b)';

/** The kinds of HTML block of CommonMark 4.6: what begins one, what ends it (a blank line where `end` is absent). */
const HTML: readonly { readonly start: RegExp; readonly end?: RegExp; readonly interrupts: boolean }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i, end: /<\/(?:script|pre|style|textarea)>/i, interrupts: true },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<\?/, end: /\?>/, interrupts: true },
  { start: /^<![a-zA-Z]/, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { start: new RegExp(`^</?(?:${TAGS})(?:\\s|/?>|$)`, 'i'), interrupts: true },
  {
    start: new RegExp(
      `^(?:<${RAW}[a-zA-Z][a-zA-Z0-9-]*(?:${ATTRIBUTE})*\\s*/?>|</[a-zA-Z][a-zA-Z0-9-]*\\s*>)\\s*$`,
      'i',
    ),
    interrupts: false,
  },
];

/** An HTML block that begins with a line: what ends it, or `closed` when the line does so itself. */
export function htmlStart(line: string, inParagraph: boolean): RegExp | 'closed' | undefined {
  const text = /^ {0,3}(<.*)$/.exec(line)?.[1];
  if (text === undefined) return undefined;
  const kind = HTML.find(({ interrupts, start }) => start.test(text) && (interrupts || !inParagraph));
  if (kind === undefined) return undefined;
  if (kind.end === undefined) return /^\s*$/;
  return kind.end.test(text) ? 'closed' : kind.end;
}

/** An opening fence. */
export interface FenceStart {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
}

/** The fence that a line opens. */
export function fenceStart(line: string): FenceStart | undefined {
  const match = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
  if (match === null) return undefined;
  const [, marks = '', info = ''] = match;
  return { mark: marks.charAt(0), length: marks.length, info: info.trim() };
}

/** Whether a line closes a fence. */
export function fenceEnd(line: string, fence: FenceStart): boolean {
  const [, marks = ''] = /^ {0,3}(`{3,}|~{3,}) *$/.exec(line) ?? [];
  return marks.charAt(0) === fence.mark && marks.length >= fence.length;
}

/** A heading with `#`. */
export function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?: |$)/.test(line);
}

/** A line of `***` and the like. */
export function isBreak(line: string): boolean {
  return /^ {0,3}([-*_])(?: *\1){2,} *$/.test(line);
}

/** The line under a heading without `#`. */
export function isUnderline(line: string): boolean {
  return /^ {0,3}(?:=+|-+) *$/.test(line);
}

/** A list item that a line begins: how far its content is indented, and the rest of the line. */
export interface ItemStart {
  readonly indent: number;
  readonly rest: string;
}

/** The list item that a line begins; one that follows a paragraph must have content and, if numbered, begin at 1. */
export function itemStart(line: string, inParagraph: boolean): ItemStart | undefined {
  const match = /^( {0,3})([-+*]|(\d{1,9})[.)])( +|$)(.*)$/.exec(line);
  if (match === null || isBreak(line)) return undefined;
  const [, margin = '', marker = '', number, space = '', content = ''] = match;
  const empty = content === '';
  if (inParagraph && (empty || (number !== undefined && Number(number) !== 1))) return undefined;
  const width = margin.length + marker.length;
  const indent = empty || space.length > 4 ? width + 1 : width + space.length;
  return { indent, rest: line.slice(indent) };
}
