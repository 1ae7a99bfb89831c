import type { Diagnostic } from './diagnostic.ts';
import { type ParseOptions, read } from './parse.ts';
import { commentsOf } from './print/comments.ts';
import { print } from './print/print.ts';

/** Thrown by {@link format} for a document with errors; nothing was changed. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  /** The errors. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const [first] = diagnostics;
    super(
      `the document has errors and was not formatted: ${first === undefined ? '' : `line ${first.line}: ${first.message}`}`,
    );
    this.diagnostics = diagnostics;
  }
}

/**
 * A document in canonical layout. Prose stays as it is, comments stand above the declaration that they belong to.
 * @throws FormatError when the document has errors.
 */
export function format(text: string, options: ParseOptions = {}): string {
  const { diagnostics, document, written } = read(text, options);
  if (document === undefined || written === undefined)
    throw new FormatError(diagnostics.filter(({ severity }) => severity === 'error'));
  return print(document, {
    comments: commentsOf(written),
    lineBreak: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n',
  });
}
