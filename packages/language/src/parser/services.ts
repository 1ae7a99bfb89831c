import {
  type CstNode,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultValueConverter,
  EmptyFileSystem,
  type GrammarAST,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type LangiumSharedCoreServices,
  type Module,
  type ParseResult,
  type PartialLangiumCoreServices,
  type ValueType,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { ProvisoGeneratedModule, ProvisoGeneratedSharedModule } from '../generated/module.ts';
import { ProvisoLexer, type Window } from '../lexer/lexer.ts';
import { ProvisoTokenBuilder } from '../lexer/token-builder.ts';
import { ErrorMessages } from './error-messages.ts';

/** Takes texts out of their quotes; everything else stays as written. */
class TextConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, _cst: CstNode): ValueType {
    if (rule.name !== 'STRING') return input;
    return input.slice(1, -1).replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
  }
}

interface Built {
  readonly parser: LangiumParser;
  readonly lexer: ProvisoLexer;
}

let built: Built | undefined;

function build(): Built {
  const lexers: ProvisoLexer[] = [];
  const module: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
    parser: {
      TokenBuilder: () => new ProvisoTokenBuilder(),
      Lexer: (services) => {
        const lexer = new ProvisoLexer(services);
        lexers.push(lexer);
        return lexer;
      },
      ValueConverter: () => new TextConverter(),
      ParserErrorMessageProvider: () => new ErrorMessages(),
      // A declaration with an error is not guessed at: the others are read by themselves.
      ParserConfig: () => ({ recoveryEnabled: false }),
    },
  };
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    ProvisoGeneratedSharedModule,
  );
  const services = inject(createDefaultCoreModule({ shared }), ProvisoGeneratedModule, module);
  const parser = services.parser.LangiumParser;
  const [lexer] = lexers;
  if (lexer === undefined) throw new Error('the parser was built without a lexer');
  return { parser, lexer };
}

/** The tree of a document with what could not be read; `too deep` when it is nested beyond what the parser can hold. */
export type Tree = ParseResult<ast.Document> | 'too deep';

/** Parses a document, or a stretch of it by itself. The parser is built when first used. */
export function parseTree(text: string, window?: Window): Tree {
  built ??= build();
  const { lexer, parser } = built;
  lexer.window = window;
  try {
    return parser.parse<ast.Document>(text);
  } catch (error) {
    // A parser that was stopped half-way is of no further use.
    built = undefined;
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}
