import type { Language } from '@proviso/model';
import { type Connection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ResolveVocabulary } from '../build/document.ts';
import { Features } from './features.ts';

export { Features } from './features.ts';

/** What the server needs from its surroundings. */
export interface ServerOptions {
  /** Finds the vocabularies that the document at a URI uses. */
  readonly resolveVocabulary?: (uri: string) => ResolveVocabulary;
}

/**
 * Serves the rulebook language over a connection: the caller makes it (standard streams, a socket, a web worker). Speaks
 * Chinese to a client whose locale is Chinese, else English.
 */
export function serveLanguage(connection: Connection, options: ServerOptions = {}): void {
  const documents = new TextDocuments(TextDocument);
  const known = new Map<string, { readonly version: number; readonly features: Features }>();

  let language: Language = 'en';

  const features = (uri: string): Features | undefined => {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    const before = known.get(uri);
    if (before?.version === document.version) return before.features;
    const resolve = options.resolveVocabulary?.(uri);
    const parseOptions = { file: uri, ...(resolve === undefined ? {} : { resolveVocabulary: resolve }) };
    const now = new Features(document, parseOptions, before?.features.model, language);
    known.set(uri, { version: document.version, features: now });
    return now;
  };

  connection.onInitialize(({ locale }) => {
    language = languageOf(locale);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        definitionProvider: true,
        completionProvider: { triggerCharacters: ['.'] },
        documentSymbolProvider: true,
        documentFormattingProvider: true,
      },
    };
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: features(uri)?.diagnostics() ?? [] });
  });
  documents.onDidClose(({ document: { uri } }) => {
    known.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onHover(({ position, textDocument }) => features(textDocument.uri)?.hover(position) ?? null);
  connection.onDefinition(({ position, textDocument: { uri } }) => {
    const range = features(uri)?.definition(position) ?? null;
    return range === null ? null : { uri, range };
  });
  connection.onCompletion(({ position, textDocument }) => features(textDocument.uri)?.completion(position) ?? []);
  connection.onDocumentSymbol(({ textDocument }) => features(textDocument.uri)?.symbols() ?? []);
  connection.onDocumentFormatting(({ textDocument }) => features(textDocument.uri)?.formatting() ?? []);
  documents.listen(connection);
  connection.listen();
}

function languageOf(locale: string | undefined): Language {
  return /^zh\b/i.test(locale?.replaceAll('_', '-') ?? '') ? 'zh' : 'en';
}
