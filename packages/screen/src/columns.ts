/** How a column's cells are stored, whatever the engine calls it. */
export type StoredType =
  | 'text'
  | 'boolean'
  | 'integer'
  /** Exact decimals. */
  | 'decimal'
  /** Binary floating point. */
  | 'double'
  | 'date'
  /** A clock time without a zone. */
  | 'timestamp'
  /** An instant. */
  | 'instant'
  /** A list of texts. */
  | 'list'
  /** Anything else: structs, blobs, intervals. No fact can be read from it. */
  | 'other';

/** A column of an input. */
export interface InputColumn {
  readonly name: string;
  readonly stored: StoredType;
}

/** Which column gives a fact, and how its cells are read. */
export interface MappedFact {
  /** Path of the fact. */
  readonly fact: string;
  readonly column: string;
  readonly stored: StoredType;
  /** Cells that stand for a value of the fact under another word (`"Hosting"` for `internet_hosting`, `"是"` for `true`). */
  readonly values?: Readonly<Record<string, string>>;
  /** Cells that mean an empty cell (`"N/A"`, `"未知"`), without the blanks at their ends. They go before values. */
  readonly empty?: readonly string[];
  /** For a clock time without a zone: the IANA zone it is in. */
  readonly zone?: string;
}

/** Which column gives each row's own "as of". */
export interface MappedDate {
  readonly column: string;
  readonly stored: StoredType;
  readonly zone?: string;
}

/** What a run is told about the columns of its input. */
export interface ColumnMapping {
  readonly facts: readonly MappedFact[];
  /** Present when each row has its own date. */
  readonly asOf?: MappedDate;
}
