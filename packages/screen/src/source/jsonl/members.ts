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
    const name: unknown = JSON.parse(text.slice(quote, nameEnd));
    members.push({ name: String(name), raw: text.slice(start, end).trim() });
    at = end + 1;
  }
}

/** Where a text that begins at a quote ends. */
function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; ; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5c) at++;
    else if (character === 0x22) return at + 1;
  }
}

/** Where a value ends: at the comma or brace after it. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; ) {
    switch (text[at]) {
      case '"':
        at = stringEnd(text, at);
        continue;
      case '{':
      case '[':
        depth++;
        break;
      case ']':
        depth--;
        break;
      case '}':
        if (depth === 0) return at;
        depth--;
        break;
      case ',':
        if (depth === 0) return at;
        break;
    }
    at++;
  }
}
