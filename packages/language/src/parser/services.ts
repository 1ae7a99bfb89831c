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
  type PartialLangiumCoreServices,
  type ValueType,
} from 'langium';
import { ProvisoGeneratedModule, ProvisoGeneratedSharedModule } from '../generated/module.ts';
import { ProvisoLexer } from '../lexer/lexer.ts';
import { ProvisoTokenBuilder } from '../lexer/token-builder.ts';
import { ErrorMessages } from './error-messages.ts';

/** Takes texts out of their quotes; everything else stays as written. */
class TextConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, _cst: CstNode): ValueType {
    if (rule.name !== 'STRING') return input;
    return input.slice(1, -1).replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
  }
}

const module: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    TokenBuilder: () => new ProvisoTokenBuilder(),
    Lexer: (services) => new ProvisoLexer(services),
    ValueConverter: () => new TextConverter(),
    ParserErrorMessageProvider: () => new ErrorMessages(),
  },
};

let services: LangiumCoreServices | undefined;

/** The one parser, built when first asked for. */
export function langiumParser(): LangiumParser {
  if (services === undefined) {
    const shared: LangiumSharedCoreServices = inject(
      createDefaultSharedCoreModule(EmptyFileSystem),
      ProvisoGeneratedSharedModule,
    );
    services = inject(createDefaultCoreModule({ shared }), ProvisoGeneratedModule, module);
  }
  return services.parser.LangiumParser;
}
