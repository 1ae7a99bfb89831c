import type { LexerResult } from 'langium';
import type { TokenType } from './token-builder.ts';
import { LANGUAGE_TAG, RESERVED, TEXT_WORDS } from './words.ts';

type Token = LexerResult['tokens'][number];

/**
 * Settles by their neighbours what words mean: a language tag stands before a text; a word of the language that stands
 * before a comma, a colon or a text of its own is a name.
 */
export function settleWords(tokens: readonly Token[], id: TokenType, tag: TokenType): void {
  const retype = (token: Token, type: TokenType): void => {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? -1;
  };
  for (const [index, token] of tokens.entries()) {
    if (isText(tokens[index + 1]) && isLanguageTag(token, tokens[index - 1])) retype(token, tag);
  }
  for (const [index, token] of tokens.entries()) {
    if (isKeyword(token) && standsForName(token, index, tokens)) retype(token, id);
  }
}

function isText(token: Token | undefined): boolean {
  return token?.tokenType.name === 'STRING';
}

function isKeyword(token: Token): boolean {
  return token.tokenType.name === token.image && /^[a-z]+$/.test(token.image) && !RESERVED.has(token.image);
}

function isLanguageTag(token: Token, before: Token | undefined): boolean {
  if (token.tokenType.name === 'ID') return LANGUAGE_TAG.test(token.image);
  // Italian, Norwegian, Icelandic and Odia share their tags with reserved words.
  if (token.image === 'it' || token.image === 'no') return true;
  if (token.image !== 'is' && token.image !== 'or') return false;
  return isText(before) || (before !== undefined && TEXT_WORDS.has(before.tokenType.name));
}

function standsForName(token: Token, index: number, tokens: readonly Token[]): boolean {
  let next = index + 1;
  while (tokens[next]?.tokenType.name === 'TAG' && isText(tokens[next + 1])) next += 2;
  const after = tokens[next]?.tokenType.name;
  if (after === ':' || (after === ',' && next === index + 1)) return true;
  if (next === index + 1) return false;
  if (!TEXT_WORDS.has(token.image)) return true;
  return token.image === 'source' && /^(en|zh)$/.test(tokens[index + 1]?.image ?? '');
}
