import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { findBlocks } from './blocks.ts';
import { LineIndex } from './line-index.ts';
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

  /** What the next call of `tokenize` reads; the whole document when absent. */
  window: Window | undefined;

  tokenize(text: string): LexerResult {
    const result: LexerResult = { tokens: [], hidden: [], errors: [] };
    const { start, end, index } = this.window ?? { start: 0, end: text.length, index: new LineIndex(text) };
    const place = new Place(text, index, start);
    const stretches = this.window === undefined ? findBlocks(text).blocks : [{ contentStart: start, contentEnd: end }];
    for (const block of stretches) {
      if (block.contentStart > place.offset) result.hidden.push(place.take(this.#prose, block.contentStart));
      this.#readBlock(text, block.contentEnd, place, result);
    }
    if (place.offset < end) result.hidden.push(place.take(this.#prose, end));
    settleWords(result.tokens, this.#type('ID'), this.#type('TAG'));
    return result;
  }

  #readBlock(text: string, contentEnd: number, place: Place, result: LexerResult): void {
    const match = (pattern: RegExp): number => {
      pattern.lastIndex = place.offset;
      return pattern.test(text) ? Math.min(pattern.lastIndex, contentEnd) : -1;
    };
    while (place.offset < contentEnd) {
      let end = match(SPACE);
      if (end > 0) {
        place.offset = end;
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

/** A stretch of a document to read by itself, inside a block. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly index: LineIndex;
}

/** Where reading has come to. */
class Place {
  offset: number;
  readonly #text: string;
  readonly #index: LineIndex;

  constructor(text: string, index: LineIndex, offset: number) {
    this.#text = text;
    this.#index = index;
    this.offset = offset;
  }

  take(tokenType: TokenType, end: number): Token {
    const { column, endColumn, endLine, line } = this.#index.range(this.offset, end);
    const startOffset = this.offset;
    this.offset = end;
    return {
      image: this.#text.slice(startOffset, end),
      startOffset,
      startLine: line,
      startColumn: column,
      endOffset: end - 1,
      endLine,
      endColumn: endColumn - 1,
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
      payload: undefined,
    };
  }

  error(end: number): LexingError {
    const { column, line } = this.#index.range(this.offset, end);
    const { offset } = this;
    this.offset = end;
    return { offset, line, column, length: end - offset, message: this.#text.slice(offset, end) };
  }
}
