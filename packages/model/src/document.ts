import type { LocalizedText } from './text.ts';

/** What a declaration in a document is. */
export type DeclarationKind =
  | 'header'
  | 'source'
  | 'instrument'
  | 'provision'
  | 'event'
  | 'enumeration'
  | 'list'
  | 'parameter'
  | 'fact'
  | 'group'
  | 'party'
  | 'term'
  | 'assumption'
  | 'reading'
  | 'open'
  | 'rule'
  | 'residual'
  | 'situation'
  | 'example';

/** A declaration by kind and name (`header` and `residual` have an empty name). */
export interface DeclarationReference {
  readonly kind: DeclarationKind;
  readonly name: string;
}

/**
 * A stretch of the document: prose (Markdown, headings included, as written, without the trailing blank lines)
 * and the declarations of the one `proviso` block that follows it (none at the end of a document).
 */
export interface Section {
  readonly prose: string;
  readonly declarations: readonly DeclarationReference[];
}

/** Title and prose of the nearest heading above a block, for display beside its rules. */
export interface SectionText {
  readonly heading: string;
  readonly text: LocalizedText;
}
