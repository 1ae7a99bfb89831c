const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** A member of an object, as it is written. */
export interface Member {
  readonly name: string;
  /** The value's text: with its quotes when it is a text. */
  readonly raw: string;
}

/** The members of an object from its text, which is known to be a JSON object. Values keep their spelling. */
export function membersOf(text: string): Member[] {
  const members: Member[] = [];
  let at = text.indexOf('{') + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return members;
    const nameEnd = stringEnd(text, quote);
    const start = text.indexOf(':', nameEnd) + 1;
    const end = valueEnd(text, start);
    const quoted = text.slice(quote, nameEnd);
    const name: unknown = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
    members.push({ name: String(name), raw: text.slice(start, end).trim() });
    at = end + 1;
  }
}

/** Where a text that begins at a quote ends. */
function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; ; at++) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH) at++;
    else if (character === QUOTE) return at + 1;
  }
}

/** Where a value ends: at the comma or brace after it. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; ) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      continue;
    }
    if (code === COMMA && depth === 0) return at;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (depth === 0) return at;
      depth--;
    }
    at++;
  }
}
