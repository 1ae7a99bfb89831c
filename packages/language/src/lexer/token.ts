/** A word, text, number, date or sign inside a block. Offsets count UTF-16 code units from the start of the document. */
export interface Token {
  /** A word of the language or a sign as it is written, else `ID`, `TAG`, `MONTHDAY`, `STRING`, `DATE`, `INSTANT` or `NUMBER`. */
  readonly kind: string;
  /** Whether it can stand where the grammar has a `NAME`. */
  readonly isName: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the document. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The tokens of a document, its comments, and what is no token. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Stretch[];
  readonly strange: readonly Stretch[];
}
