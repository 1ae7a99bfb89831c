import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { type Block, findBlocks } from './blocks.ts';
import { settleWords } from './settle-words.ts';
import type { TokenType } from './token-builder.ts';

type Token = LexerResult['tokens'][number];
type LexingError = LexerResult['errors'][number];

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

/**
 * Reads a Markdown document into tokens: outside `proviso` blocks hidden prose, inside them words, texts, numbers,
 * dates and signs. Langium's own lexer tries every pattern at every place; this one looks once and says more in its errors.
 */
export class ProvisoLexer implements Lexer {
  readonly definition: Record<string, TokenType>;
  readonly #prose: TokenType;
  readonly #comment: TokenType;

  constructor(services: LangiumCoreServices) {
    const tokens = services.parser.TokenBuilder.buildTokens(services.Grammar);
    if (!Array.isArray(tokens)) throw new Error('the tokens must be a list');
    this.definition = Object.fromEntries(tokens.map((token) => [token.name, token]));
    this.#prose = this.#type('PROSE');
    this.#comment = this.#type('COMMENT');
  }

  tokenize(text: string): LexerResult {
    const result: LexerResult = { tokens: [], hidden: [], errors: [] };
    const place = new Place(text);
    for (const block of findBlocks(text).blocks) {
      if (block.contentStart > place.offset) result.hidden.push(place.take(this.#prose, block.contentStart));
      this.#readBlock(text, block, place, result);
    }
    if (place.offset < text.length) result.hidden.push(place.take(this.#prose, text.length));
    settleWords(result.tokens, this.#type('ID'), this.#type('TAG'));
    return result;
  }

  #readBlock(text: string, block: Block, place: Place, result: LexerResult): void {
    const match = (pattern: RegExp): number => {
      pattern.lastIndex = place.offset;
      return pattern.test(text) ? Math.min(pattern.lastIndex, block.contentEnd) : -1;
    };
    while (place.offset < block.contentEnd) {
      let end = match(SPACE);
      if (end > 0) {
        place.advance(end);
        continue;
      }
      end = match(COMMENT);
      if (end > 0) {
        result.hidden.push(place.take(this.#comment, end));
        continue;
      }
      const type = this.#next(text, place.offset, match);
      if (type !== undefined) result.tokens.push(place.take(type.type, type.end));
      else result.errors.push(place.error(Math.max(match(OPEN_STRING), match(STRANGE), place.offset + 1)));
    }
  }

  #next(
    text: string,
    offset: number,
    match: (pattern: RegExp) => number,
  ): { readonly type: TokenType; readonly end: number } | undefined {
    for (const [name, pattern] of FIXED) {
      const end = match(pattern);
      if (end > 0) return { type: this.#type(name), end };
    }
    const end = match(WORD);
    if (end > 0) return { type: this.#word(text.slice(offset, end)), end };
    const sign = match(SIGN);
    return sign > 0 ? { type: this.#type(text.slice(offset, sign)), end: sign } : undefined;
  }

  #word(word: string): TokenType {
    const keyword = /^[a-z]+$/.test(word) ? this.definition[word] : undefined;
    if (keyword !== undefined) return keyword;
    return this.#type(/^\d\d-\d\d$/.test(word) ? 'MONTHDAY' : 'ID');
  }

  #type(name: string): TokenType {
    const type = this.definition[name];
    if (type === undefined) throw new Error(`the grammar has no token ${name}`);
    return type;
  }
}

const FIXED: readonly (readonly [string, RegExp])[] = [
  ['STRING', STRING],
  ['INSTANT', INSTANT],
  ['DATE', DATE],
  ['NUMBER', NUMBER],
];

/** Where reading has come to, with line and column (both from 1). */
class Place {
  offset = 0;
  #line = 1;
  #lineStart = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  advance(end: number): void {
    for (let index = this.offset; index < end; index++) {
      const character = this.#text.charCodeAt(index);
      const newLine = character === 10 || (character === 13 && this.#text.charCodeAt(index + 1) !== 10);
      if (!newLine) continue;
      this.#line++;
      this.#lineStart = index + 1;
    }
    this.offset = end;
  }

  take(tokenType: TokenType, end: number): Token {
    const startOffset = this.offset;
    const startLine = this.#line;
    const startColumn = startOffset - this.#lineStart + 1;
    this.advance(end);
    return {
      image: this.#text.slice(startOffset, end),
      startOffset,
      startLine,
      startColumn,
      endOffset: end - 1,
      endLine: this.#line,
      endColumn: end - this.#lineStart,
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
      payload: undefined,
    };
  }

  error(end: number): LexingError {
    const error: LexingError = {
      offset: this.offset,
      line: this.#line,
      column: this.offset - this.#lineStart + 1,
      length: end - this.offset,
      message: this.#text.slice(this.offset, end),
    };
    this.advance(end);
    return error;
  }
}
