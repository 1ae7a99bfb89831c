const TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const ATTRIBUTE = `\\s+[a-zA-Z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`;

/** The kinds of HTML block of CommonMark 4.6: what begins one and what ends it (a blank line where `end` is absent). */
const KINDS: readonly { readonly start: RegExp; readonly end?: RegExp; readonly interrupts: boolean }[] = [
  { start: /^<(script|pre|style|textarea)(\s|>|$)/i, end: /<\/(script|pre|style|textarea)>/i, interrupts: true },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<\?/, end: /\?>/, interrupts: true },
  { start: /^<![a-zA-Z]/, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { start: new RegExp(`^</?(?:${TAGS})(?:\\s|/?>|$)`, 'i'), interrupts: true },
  { start: new RegExp(`^(?:<[a-zA-Z][\\w-]*(?:${ATTRIBUTE})*\\s*/?>|</[a-zA-Z][\\w-]*\\s*>)\\s*$`), interrupts: false },
];

/** Follows HTML blocks line by line; a fence inside one is no fence. */
export class HtmlBlocks {
  #end: RegExp | 'blank' | undefined;
  #inParagraph = false;

  /** Whether the last line belonged to an HTML block that goes on. */
  get inside(): boolean {
    return this.#end !== undefined;
  }

  /** Whether the line belongs to an HTML block that began above it. */
  takes(line: string): boolean {
    if (this.#end === undefined) return false;
    const blank = /^\s*$/.test(line);
    if (this.#end === 'blank' ? blank : this.#end.test(line)) this.#end = undefined;
    this.#inParagraph = false;
    return true;
  }

  /** Whether the line begins an HTML block. */
  opens(line: string): boolean {
    const text = /^ {0,3}(<.*)$/.exec(line)?.[1];
    const kind =
      text === undefined
        ? undefined
        : KINDS.find(({ start, interrupts }) => start.test(text) && (interrupts || !this.#inParagraph));
    this.#inParagraph = kind === undefined && isParagraph(line, this.#inParagraph);
    if (kind === undefined || text === undefined) return false;
    if (kind.end === undefined) this.#end = 'blank';
    else if (!kind.end.test(text)) this.#end = kind.end;
    return true;
  }

  /** Says that another block begins, so that no paragraph is open. */
  interrupt(): void {
    this.#inParagraph = false;
  }
}

function isParagraph(line: string, inParagraph: boolean): boolean {
  if (/^\s*$/.test(line)) return false;
  if (/^( {4}|\t)/.test(line)) return inParagraph;
  return !/^ {0,3}(?:#{1,6}(?:\s|$)|(?:=+|-+)\s*$)/.test(line) && !/^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line);
}
