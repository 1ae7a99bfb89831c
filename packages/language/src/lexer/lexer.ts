import type { Block } from './blocks.ts';
import { settleWords } from './settle-words.ts';
import type { Stretch, Token, Tokens } from './token.ts';
import { RESERVED, WORDS } from './words.ts';

const SPACE = /[ \t\r\n\f\v\u00A0\uFEFF]+/y;
const COMMENT = /\/\/[^\r\n]*/y;
const STRING = /"(?:\\[^\r\n]|[^"\\\r\n])*"/y;
const OPEN_STRING = /"[^\r\n]*/y;
const INSTANT = /\d{4}-\d{1,2}-\d{1,2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?(?![A-Za-z0-9_]|-[A-Za-z0-9_])/y;
const DATE = /\d{4}-\d{1,2}-\d{1,2}(?![A-Za-z0-9_]|-[A-Za-z0-9_])/y;
const NUMBER = /[+-]?\d+(?:\.\d+|\/\d+)?(?![A-Za-z0-9_]|-[A-Za-z0-9_])/y;
const WORD = /[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*/y;
const SIGN = /<=|>=|[(),./:<=>]/y;
const STRANGE = /[^\s"A-Za-z0-9_(),./:<=>]+/y;

const FIXED: readonly (readonly [string, RegExp])[] = [
  ['STRING', STRING],
  ['INSTANT', INSTANT],
  ['DATE', DATE],
  ['NUMBER', NUMBER],
];

/** Reads the blocks of a document into tokens; what stands outside them is prose. */
export function tokenize(text: string, blocks: readonly Block[]): Tokens {
  const tokens: Token[] = [];
  const comments: Stretch[] = [];
  const strange: Stretch[] = [];
  for (const { contentEnd, contentStart } of blocks) {
    let start = contentStart;
    const match = (pattern: RegExp): number => {
      pattern.lastIndex = start;
      return pattern.test(text) ? Math.min(pattern.lastIndex, contentEnd) : -1;
    };
    while (start < contentEnd) {
      let end = match(SPACE);
      if (end < 0) {
        end = match(COMMENT);
        if (end > 0) comments.push({ start, end });
        else {
          const kind = nextKind(text, start, match);
          end = kind?.end ?? Math.max(match(OPEN_STRING), match(STRANGE), start + 1);
          if (kind === undefined) strange.push({ start, end });
          else tokens.push(tokenOf(kind.kind, text.slice(start, end), start, end));
        }
      }
      start = end;
    }
  }
  return { tokens: settleWords(tokens), comments, strange };
}

function nextKind(
  text: string,
  start: number,
  match: (pattern: RegExp) => number,
): { readonly kind: string; readonly end: number } | undefined {
  for (const [kind, pattern] of FIXED) {
    const end = match(pattern);
    if (end > 0) return { kind, end };
  }
  const end = match(WORD);
  if (end > 0) return { kind: wordKind(text.slice(start, end)), end };
  const sign = match(SIGN);
  return sign > 0 ? { kind: text.slice(start, sign), end: sign } : undefined;
}

function wordKind(word: string): string {
  if (WORDS.has(word)) return word;
  return /^\d\d-\d\d$/.test(word) ? 'MONTHDAY' : 'ID';
}

function tokenOf(kind: string, text: string, start: number, end: number): Token {
  const isName = kind === 'ID' || kind === 'MONTHDAY' || (WORDS.has(kind) && !RESERVED.has(kind));
  return { kind, isName, text, start, end };
}
