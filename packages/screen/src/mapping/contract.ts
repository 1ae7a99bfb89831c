import type { Value } from '@proviso/model';
import type { ColumnMapping, StoredType } from '../columns.ts';

/** The distinct cells seen in each column as text, most frequent first, as many as the caller cared to collect. By column name. */
export type Samples = Readonly<Record<string, readonly string[]>>;

/**
 * Words that stand for a value: the cell without blanks at its ends, and the value of the fact as text (`true`, `US`,
 * `internet_hosting`).
 */
export type CellWords = Readonly<Record<string, string>>;

/**
 * How sure a suggestion is. `exact`: the column bears the fact's name. `same`: it bears the same words as the fact's name or label.
 * `likely`: its words or its cells largely fit. The first two are applied without being asked; `likely` is only shown.
 */
export type Confidence = 'exact' | 'same' | 'likely';

/** Why a column is suggested for a fact, to be put in words by the caller. */
export type Reason =
  | { readonly kind: 'same_name' }
  /** The same words as the fact's name or its label, whose language and text are given. */
  | { readonly kind: 'same_words'; readonly of: 'name' }
  | { readonly kind: 'same_words'; readonly of: 'label'; readonly language: string; readonly text: string }
  /** The column's name is the fact's name but for a slip. */
  | { readonly kind: 'near_name' }
  /** Words that the column's name shares with what the rulebook says of the fact. */
  | {
      readonly kind: 'shared_words';
      readonly of: 'name' | 'label' | 'question';
      readonly language?: string;
      readonly words: readonly string[];
    }
  /** `matched` of the `seen` distinct cells are values of the fact; `examples` are some of these cells. */
  | { readonly kind: 'cells'; readonly matched: number; readonly seen: number; readonly examples: readonly string[] };

/** A column that may give a fact. */
export interface Candidate {
  readonly column: string;
  readonly stored: StoredType;
  readonly confidence: Confidence;
  /** From 0 to 1; 1 for `exact` and `same`. Only good for comparing. */
  readonly score: number;
  readonly why: readonly Reason[];
}

/** The best column for a fact. */
export interface Suggestion extends Candidate {
  readonly fact: string;
  /** Cells that are words for a value of the fact. Only words that certainly are. */
  readonly values: CellWords;
}

/** A fact for which several columns (or a column for which several facts) are as good as each other: nothing is suggested. */
export interface OpenChoice {
  readonly fact: string;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** Which columns seem to give which facts. Each fact and each column occurs in `suggestions` at most once. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  readonly open: readonly OpenChoice[];
}

/** A cell that cannot be read as a value of its fact, with the value whose name or label is nearest, if one is near. */
export interface UnreadWord {
  readonly cell: string;
  readonly near?: string;
}

/** Words in the cells of a column that feeds a fact. */
export interface TranslatedCells {
  /** Words that certainly stand for a value. */
  readonly values: CellWords;
  /** Words that are no value of the fact; rows that have them will be bad. */
  readonly unread: readonly UnreadWord[];
}

/** A fact's column, as a map file says it. */
export interface MapEntry {
  readonly fact: string;
  readonly column: string;
  readonly values?: CellWords;
  /** Cells that mean an empty cell. */
  readonly empty?: readonly string[];
  readonly zone?: string;
}

/** The column of each row's own date, as a map file says it. */
export interface MapDate {
  readonly column: string;
  readonly zone?: string;
}

/** A fact that has one value for all rows. */
export interface Constant {
  readonly fact: string;
  readonly value: Value;
}

/** What a map file says. A file is read by `parseMap` and written by `printMap`. */
export interface ScreenMap {
  /** The address of the schema, for editors; kept and otherwise ignored. */
  readonly schema?: string;
  /** Id of the rulebook. */
  readonly rulebook: string;
  readonly columns: readonly MapEntry[];
  /** Cells that mean an empty cell in every column of texts that gives a fact. */
  readonly empty?: readonly string[];
  readonly asOf?: MapDate;
  readonly constants: readonly Constant[];
  /** Facts that are to have no column, so that none is suggested for them. */
  readonly notMapped: readonly string[];
}

/** Something that was taken from names and cells and is said neither by the map nor on the command line. */
export type Change =
  | { readonly kind: 'column'; readonly fact: string; readonly column: string; readonly why: readonly Reason[] }
  | { readonly kind: 'values'; readonly fact: string; readonly column: string; readonly values: CellWords };

/** A fact that no column and no constant supplies. */
export interface UnmappedFact {
  readonly fact: string;
  /** False for a fact that decides nothing. */
  readonly needed: boolean;
  /** True when the map says that it is to have no column. */
  readonly intended: boolean;
}

/** Words in the cells of a column that may mean an empty cell. */
export interface EmptyWords {
  readonly fact: string;
  readonly column: string;
  /** As they are in the cells, most frequent first. */
  readonly words: readonly string[];
}

/** The text of a map file, and the name that messages have for it. */
export interface MapText {
  readonly text: string;
  readonly file: string;
  /** Words that mean an empty cell, told besides the file: `word` for every column of texts, `fact=word` for that of one fact. */
  readonly empty?: readonly string[];
}

/** Which columns give which facts, once the map, the command line and the names have had their say. */
export interface ResolvedMapping {
  readonly mapping: ColumnMapping;
  /** Facts that have one value for all rows. */
  readonly constants: Readonly<Record<string, Value>>;
  /** In order of declaration. */
  readonly unmappedFacts: readonly UnmappedFact[];
  /** Columns that give nothing, in the input's order. */
  readonly unmappedColumns: readonly string[];
  /** What was applied because the names say so; neither the map nor the command line does. */
  readonly applied: readonly Suggestion[];
  /** What is likely but was not applied. */
  readonly suggestions: readonly Suggestion[];
  readonly open: readonly OpenChoice[];
  /** Words in the samples that are no value of their fact. */
  readonly unread: readonly { readonly fact: string; readonly column: string; readonly words: readonly UnreadWord[] }[];
  /**
   * Words in the samples that usually say "don't know". They are only shown: whether `N/A` is "don't know" or "no" is for a person
   * to say. See `withEmptyWords`.
   */
  readonly emptyWords: readonly EmptyWords[];
  /** All that goes beyond the map and the command line: the columns of `applied`, and the words found in cells. */
  readonly changes: readonly Change[];
  /** All of it as a map that can be saved: with it, the same columns give the same without any suggestion. */
  readonly map: ScreenMap;
}
