import { createToken, type TokenType } from 'chevrotain';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultTokenBuilder,
  DefaultValueConverter,
  EmptyFileSystem,
  type GrammarAST,
  inject,
  type LangiumParser,
  type LexerResult,
} from 'langium';
import { ProvisoAstReflection } from '../src/generated/ast.ts';
import { findBlocks } from '../src/lexer/blocks.ts';
import { tokenize } from '../src/lexer/lexer.ts';
import { RESERVED } from '../src/lexer/words.ts';
import { ProvisoGrammar } from './generated/grammar.ts';

/** The kinds of token, with every word that may be a name also of the kind `NAME`. */
class Tokens extends DefaultTokenBuilder {
  override buildTokens(grammar: GrammarAST.Grammar): TokenType[] {
    const built = super.buildTokens(grammar);
    const name = createToken({ name: 'NAME', pattern: /(?!)/ });
    return [...(Array.isArray(built) ? built : [])].map((token) => {
      if (token.name === 'NAME') return name;
      const isName = ['ID', 'TAG', 'MONTHDAY'].includes(token.name) || /^[a-z]+$/.test(token.name);
      const categories = isName && !RESERVED.has(token.name) ? [name] : [];
      return createToken({ name: token.name, pattern: /(?!)/, categories });
    });
  }

  protected override findLongerAlt(): TokenType[] {
    return [];
  }
}

class Texts extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string): string {
    if (rule.name !== 'STRING') return input;
    return input.slice(1, -1).replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
  }
}

/** A parser that Langium makes of the same grammar, over the same tokens. */
export function langiumParser(): LangiumParser {
  const metaData = {
    languageId: 'proviso',
    fileExtensions: ['.md'],
    caseInsensitive: false,
    mode: 'production',
  } as const;
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), {
    AstReflection: () => new ProvisoAstReflection(),
  });
  const services = inject(createDefaultCoreModule({ shared }), {
    Grammar: () => ProvisoGrammar(),
    LanguageMetaData: () => metaData,
    parser: {
      TokenBuilder: () => new Tokens(),
      ValueConverter: () => new Texts(),
      ParserConfig: () => ({ recoveryEnabled: false }),
      Lexer: () => {
        const built = new Tokens().buildTokens(ProvisoGrammar());
        const definition = Object.fromEntries(built.map((type) => [type.name, type]));
        return { definition, tokenize: (text: string) => lexed(text, definition) };
      },
    },
  });
  return services.parser.LangiumParser;
}

function lexed(text: string, definition: Readonly<Record<string, TokenType>>): LexerResult {
  const { tokens } = tokenize(text, findBlocks(text).blocks);
  return {
    hidden: [],
    errors: [],
    tokens: tokens.flatMap(({ end, kind, start, text: image }) => {
      const tokenType = definition[kind];
      if (tokenType === undefined) return [];
      const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1, payload: undefined };
      const offsets = { startOffset: start, endOffset: end - 1 };
      return [{ image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? -1, ...offsets, ...place }];
    }),
  };
}
