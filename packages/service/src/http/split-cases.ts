const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CASES = /^"cases"\s*:\s*$/;

/** A text with a list `cases` at its top, taken apart. */
export interface SplitCases {
  /** The text with that list emptied. */
  readonly rest: string;
  /** The texts of its elements. */
  readonly cases: readonly string[];
}

/**
 * Takes the elements of the list `cases` out of the text of a JSON object, without reading them. The text is JSON exactly
 * when the rest and every element are. Undefined when there is no such list.
 */
export function splitCases(text: string): SplitCases | undefined {
  let depth = 0;
  let member = -1;
  let start = -1;
  let element = -1;
  const cases: string[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        if (depth === 1 && start === -1 && member === -1) member = at;
        at = endOfText(text, at);
        if (at === -1) return undefined;
        break;
      case 0x7b: // {
        depth++;
        break;
      case 0x5b: // [
        if (depth === 1 && start === -1 && member !== -1 && CASES.test(text.slice(member, Math.min(at, member + 64)))) {
          start = at + 1;
          element = start;
        }
        depth++;
        break;
      case 0x2c: // ,
        if (depth === 1) member = -1;
        else if (depth === 2 && element !== -1) {
          cases.push(text.slice(element, at));
          element = at + 1;
        }
        break;
      case 0x7d: // }
        depth--;
        break;
      case 0x5d: // ]
        depth--;
        if (depth === 1 && element !== -1) {
          const last = text.slice(element, at);
          if (cases.length > 0 || last.trim() !== '') cases.push(last);
          return { rest: text.slice(0, start) + text.slice(at), cases };
        }
        break;
    }
  }
  return undefined;
}

/** The quote that ends a text; -1 when there is none. */
function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
  return -1;
}
