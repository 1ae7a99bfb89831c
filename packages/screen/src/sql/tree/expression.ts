/**
 * What our SQL works out, before any dialect: a small tree of typed operations, which each dialect prints in its own words.
 * Unless said otherwise an operation on NULL gives NULL.
 */
export type Expression = Constant | Logic | Arithmetic | OfText | OfNumber | OfList | OfTable;

/** Columns and constants. */
export type Constant =
  | { readonly op: 'column'; readonly name: string }
  | { readonly op: 'null'; readonly type: ElementType }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'integer'; readonly value: number }
  /** An exact decimal, as text: `-14.36`. */
  | { readonly op: 'number'; readonly value: string }
  | { readonly op: 'double'; readonly value: number }
  /** A day: `2020-09-20`. */
  | { readonly op: 'day'; readonly value: string }
  /** An instant in UTC: `2020-09-20 23:59:59.000`. */
  | { readonly op: 'instant'; readonly value: string }
  /** A clock time without a zone: `2020-09-20 23:59:59.000`. */
  | { readonly op: 'clock'; readonly value: string };

/** Three-valued logic. */
export type Logic =
  | { readonly op: 'compare'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression }
  /** Never NULL itself. */
  | { readonly op: 'is_null'; readonly of: Expression }
  /** The first arm whose test is true (NULL is not); `otherwise` when none is. */
  | { readonly op: 'case'; readonly arms: readonly Arm[]; readonly otherwise: Expression };

/** On whole numbers. */
export type Arithmetic =
  | { readonly op: 'add'; readonly parts: readonly Expression[] }
  | { readonly op: 'times'; readonly of: Expression; readonly factor: number }
  /** As a whole number of 64 bits; all others may be of 32. */
  | { readonly op: 'long'; readonly of: Expression }
  | { readonly op: 'least'; readonly of: Expression; readonly most: number };

/** On texts. */
export type OfText =
  /** Without the spaces at both ends. */
  | { readonly op: 'trim'; readonly of: Expression }
  /** Whether the whole text matches. Patterns use only `[...]`, groups, `|`, `?`, `{m,n}` and plain characters. */
  | { readonly op: 'matches'; readonly of: Expression; readonly pattern: string }
  /** A part of a text, from a place counted from 1. */
  | { readonly op: 'slice'; readonly of: Expression; readonly from: number; readonly length?: number }
  /** The whole number that a text of digits is; 0 for an empty text. */
  | { readonly op: 'digits'; readonly of: Expression }
  /** Days since 1970-01-01 of a text that is a date. */
  | { readonly op: 'day_number'; readonly of: Expression }
  /** The exact decimal that a text is (at most 20 digits before the point and 18 after it); NULL for any other text. */
  | { readonly op: 'exact'; readonly of: Expression }
  /**
   * The whole number for a text: that of the word it is, `rest` for other texts, `empty` for NULL. `null` stands for NULL.
   */
  | {
      readonly op: 'translate';
      readonly of: Expression;
      readonly words: ReadonlyMap<string, number>;
      readonly rest: number | null;
      readonly empty: number | null;
    }
  /** Joins texts; NULL counts as ''. */
  | { readonly op: 'concat'; readonly parts: readonly Expression[] };

/** On numbers. */
export type OfNumber =
  /** A whole number as text. */
  | { readonly op: 'as_text'; readonly of: Expression }
  /** Any binary floating point as a double. */
  | { readonly op: 'as_double'; readonly of: Expression }
  /** A decimal of any precision as one with 38 digits, 18 after the point; NULL where that would change it. */
  | { readonly op: 'as_exact'; readonly of: Expression }
  /** Whether an exact number is whole. */
  | { readonly op: 'whole'; readonly of: Expression }
  /** Whether a double is a whole number. */
  | { readonly op: 'whole_double'; readonly of: Expression }
  /** Whether a double is a whole number below 2^53, or the one nearest to a decimal of at most 15 digits. */
  | { readonly op: 'short_double'; readonly of: Expression };

/** On lists. */
export type OfList =
  /** The parts of a text between semicolons. */
  | { readonly op: 'pieces'; readonly of: Expression }
  /** The list of what `body` gives for each element, which is the column {@link ELEMENT}. */
  | { readonly op: 'each'; readonly of: Expression; readonly body: Expression; readonly gives: ElementType }
  /** Without repeats; for lists without NULL. */
  | { readonly op: 'distinct'; readonly of: Expression; readonly holds: ElementType }
  /** Whether some element is NULL; false for an empty list. */
  | { readonly op: 'has_null'; readonly of: Expression }
  /** How many elements of a list of whole numbers are a given one; 0 for an empty list. */
  | { readonly op: 'count_of'; readonly of: Expression; readonly value: number }
  | { readonly op: 'is_empty'; readonly of: Expression }
  /** The numbers of several lists, each once, in rising order. */
  | { readonly op: 'united'; readonly lists: readonly Expression[] }
  /** One list after another. */
  | { readonly op: 'appended'; readonly lists: readonly Expression[] }
  /** A list of texts as one text, joined by semicolons; '' for an empty list. */
  | { readonly op: 'joined'; readonly of: Expression };

/** Looking things up by their place, from 0, in a table of constants. */
export type OfTable =
  | { readonly op: 'at'; readonly of: Expression; readonly table: Table }
  /** The texts for a list of places in a closed set. */
  | { readonly op: 'spelled'; readonly of: Expression; readonly closed: readonly string[] };

/**
 * What is looked up. `word`: a text of a closed set (to which a dialect may give a type of its own) or NULL; `words`: lists of such;
 * `phrase`: any text; `numbers`: lists of whole numbers. NULL is looked up as NULL, but as an empty list among lists, and as ''
 * among phrases.
 */
export type Table =
  | { readonly kind: 'entry'; readonly values: readonly number[] }
  | { readonly kind: 'word'; readonly values: readonly (string | null)[]; readonly closed: readonly string[] }
  | { readonly kind: 'phrase'; readonly values: readonly string[] }
  | { readonly kind: 'words'; readonly values: readonly (readonly string[])[]; readonly closed: readonly string[] }
  | { readonly kind: 'numbers'; readonly values: readonly (readonly number[])[] };

/** A comparison's sign. */
export type Sign = '=' | '<' | '<=';
/** A test and what holds when it is true. */
export interface Arm {
  readonly when: Expression;
  readonly then: Expression;
}
/** What a list's elements are. */
export type ElementType = 'text' | 'number' | 'integer';
/** The column that is an element within {@link OfList} `each`. */
export const ELEMENT = 'proviso_element';
