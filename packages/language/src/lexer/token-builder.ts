import { createToken } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST, type LexerResult, type TokenBuilderOptions } from 'langium';
import { RESERVED } from './words.ts';

// The lexer of this package reads by itself, so no pattern is ever tried.
const NEVER = /(?!)/;

/** A kind of token. */
export type TokenType = LexerResult['tokens'][number]['tokenType'];

/**
 * The kinds of token of the grammar. Every word of the language that may be a name is also of the kind `NAME`,
 * so that the grammar says `NAME` and nothing more.
 */
export class ProvisoTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenType[] {
    const built = super.buildTokens(grammar, options);
    const tokens: TokenType[] = Array.isArray(built) ? [...built] : [];
    const name = createToken({ name: 'NAME', pattern: NEVER });
    return tokens.map((token) => {
      if (token.name === 'NAME') return name;
      const plain = token.name === 'ID' || token.name === 'TAG' || token.name === 'MONTHDAY';
      const isName = plain || (/^[a-z]+$/.test(token.name) && !RESERVED.has(token.name));
      return createToken({ name: token.name, pattern: NEVER, categories: isName ? [name] : [] });
    });
  }

  /** Words are told apart from longer names by the lexer, so no token needs a longer alternative. */
  protected override findLongerAlt(): TokenType[] {
    return [];
  }
}
