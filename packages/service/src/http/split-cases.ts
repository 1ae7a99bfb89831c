const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CASES = /^"cases"\s*:\s*$/;
/** Longer is no name of the member with the cases, and the space around it. */
const LONGEST_NAME = 64;

/** What each byte does outside texts; all others do nothing. */
const PLAIN = 0;
const TEXT = 1;
const OPEN_OBJECT = 2;
const OPEN_LIST = 3;
const COMMA = 4;
const CLOSE_OBJECT = 5;
const CLOSE_LIST = 6;
const SIGNS = new Uint8Array(256);
for (const [index, sign] of ['"', '{', '[', ',', '}', ']'].entries()) SIGNS[sign.charCodeAt(0)] = index + 1;

/** The bytes of a JSON object with a list `cases` at its top, taken apart. */
export interface SplitCases {
  /** The bytes with that list emptied. */
  readonly rest: Buffer;
  /** The bytes of its elements, one character a byte (`latin1`): see {@link textOfCase}. */
  readonly cases: readonly string[];
}

/** The text of an element. */
export function textOfCase(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/**
 * Takes the elements of the list `cases` out of a JSON object in UTF-8, without reading them. The bytes are JSON exactly when the
 * rest and every element are. Undefined when there is no such list.
 */
export function splitCases(bytes: Buffer): SplitCases | undefined {
  let depth = 0;
  let member = -1;
  let start = -1;
  let element = -1;
  const cases: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const sign = SIGNS[bytes[at] as number];
    if (sign === PLAIN) continue;
    switch (sign) {
      case TEXT: {
        if (depth === 1 && start === -1 && member === -1) member = at;
        let byte = bytes[++at];
        while (byte !== QUOTE) {
          if (byte === undefined) return undefined;
          if (byte === BACKSLASH) at++;
          byte = bytes[++at];
        }
        break;
      }
      case OPEN_LIST:
        if (depth === 1 && start === -1 && member !== -1 && isCases(bytes, member, at)) {
          start = at + 1;
          element = start;
        }
        depth++;
        break;
      case OPEN_OBJECT:
        depth++;
        break;
      case COMMA:
        if (depth === 1) member = -1;
        else if (depth === 2 && element !== -1) {
          cases.push(bytes.toString('latin1', element, at));
          element = at + 1;
        }
        break;
      case CLOSE_OBJECT:
        depth--;
        break;
      case CLOSE_LIST:
        depth--;
        if (depth === 1 && element !== -1) {
          const last = bytes.toString('latin1', element, at);
          if (cases.length > 0 || last.trim() !== '') cases.push(last);
          return { rest: Buffer.concat([bytes.subarray(0, start), bytes.subarray(at)]), cases };
        }
        break;
    }
  }
  return undefined;
}

function isCases(bytes: Buffer, from: number, to: number): boolean {
  return to - from <= LONGEST_NAME && CASES.test(bytes.toString('latin1', from, to));
}
