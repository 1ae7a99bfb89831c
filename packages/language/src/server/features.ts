import { adviceIn, type Language } from '@proviso/model';
import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Diagnostic as EditorDiagnostic,
  type Position as EditorPosition,
  type Hover,
  type Range,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, DocumentRange } from '../diagnostic.ts';
import { FormatError, format } from '../format.ts';
import { findBlocks } from '../lexer/blocks.ts';
import { kindName } from '../link/kinds.ts';
import { type ParseOptions, type ParseResult, parse } from '../parse.ts';
import { declarationOf, describeName, nameAtOffset, proposals } from './names.ts';

/** What an editor can ask of one document; each is a plain function over {@link parse}. */
export class Features {
  readonly #document: TextDocument;
  readonly #options: ParseOptions;
  readonly #lastSound: ParseResult['document'];
  readonly #language: Language;
  readonly result: ParseResult;

  /**
   * @param lastSound the model of the last version without errors, for names while the text is being changed
   * @param language the language of the person at the editor
   */
  constructor(
    document: TextDocument,
    options: ParseOptions = {},
    lastSound?: ParseResult['document'],
    language: Language = 'en',
  ) {
    this.#document = document;
    this.#language = language;
    this.#options = options;
    this.result = parse(document.getText(), options);
    this.#lastSound = this.result.document ?? lastSound;
  }

  /** The model, or that of the last version without errors. */
  get model(): ParseResult['document'] {
    return this.#lastSound;
  }

  diagnostics(): EditorDiagnostic[] {
    return this.result.diagnostics.map((diagnostic) => editorDiagnostic(diagnostic, this.#language));
  }

  hover(at: EditorPosition): Hover | null {
    const name = this.#nameAt(at);
    if (name === undefined || this.model === undefined) return null;
    const value = describeName(name, this.model, this.#language);
    return value === undefined ? null : { contents: { kind: 'markdown', value } };
  }

  /** The range of the declaration of the name at a place, in the same document. */
  definition(at: EditorPosition): Range | null {
    const name = this.#nameAt(at);
    const found = name === undefined ? undefined : declarationOf(name, this.result.positions, this.model);
    return found === undefined ? null : editorRange(found.nameRange);
  }

  completion(at: EditorPosition): CompletionItem[] {
    if (!this.#insideBlock(at)) return [];
    return proposals(this.result.positions, this.model, this.#language).map(({ detail, kind, label }) => ({
      label,
      detail,
      kind: kind === 'word' ? CompletionItemKind.Keyword : CompletionItemKind.Variable,
    }));
  }

  symbols(): DocumentSymbol[] {
    return this.result.positions.all.map(({ kind, name, nameRange, range }) => ({
      name: name === '' ? kindName(kind)[this.#language] : name,
      detail: kindName(kind)[this.#language],
      kind: kind === 'rule' ? SymbolKind.Function : kind === 'fact' ? SymbolKind.Field : SymbolKind.Object,
      range: editorRange(range),
      selectionRange: editorRange(nameRange),
    }));
  }

  /** The edit that puts the document in canonical layout; none when it has errors or is so already. */
  formatting(): TextEdit[] {
    const text = this.#document.getText();
    try {
      const newText = format(text, this.#options);
      if (newText === text) return [];
      return [{ range: { start: { line: 0, character: 0 }, end: this.#document.positionAt(text.length) }, newText }];
    } catch (error) {
      if (error instanceof FormatError) return [];
      throw error;
    }
  }

  #nameAt(at: EditorPosition): string | undefined {
    return this.#insideBlock(at) ? nameAtOffset(this.#document.getText(), this.#document.offsetAt(at)) : undefined;
  }

  #insideBlock(at: EditorPosition): boolean {
    const offset = this.#document.offsetAt(at);
    const { blocks } = findBlocks(this.#document.getText());
    return blocks.some(({ contentEnd, contentStart }) => contentStart <= offset && offset <= contentEnd);
  }
}

function editorDiagnostic(diagnostic: Diagnostic, language: Language): EditorDiagnostic {
  const { hint, message } = adviceIn(diagnostic, language);
  return {
    range: editorRange(diagnostic),
    severity: diagnostic.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: diagnostic.code,
    source: 'proviso',
    message: `${message}\n${hint}`,
  };
}

function editorRange({ column, endColumn, endLine, line }: DocumentRange): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}
