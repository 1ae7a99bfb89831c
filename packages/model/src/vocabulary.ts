import type { Section } from './document.ts';
import type { Assumption, Term } from './expression.ts';
import type { LocalizedText } from './text.ts';
import type { ScalarType, ScalarValue, Value, ValueType } from './types.ts';

/** The named values of a fact that is "one of". `inline` when it was declared within its fact, whose name it then bears. */
export interface Enumeration {
  readonly name: string;
  readonly inline: boolean;
  readonly values: readonly EnumerationValue[];
}
/** One value with the words a person sees. */
export interface EnumerationValue {
  readonly name: string;
  readonly label?: LocalizedText;
}

/** A typed input about the transaction. */
export interface Fact {
  readonly name: string;
  readonly type: ValueType;
  readonly label?: LocalizedText;
  readonly question?: LocalizedText;
  readonly help?: LocalizedText;
  /** Stands in for the fact while it is absent; listed in the answer. */
  readonly presumed?: Value;
  /** Shown to be irrelevant: no rule may use it. */
  readonly decidesNothing?: boolean;
  /** The value to show when "any other value" must be named in an answer. */
  readonly sample?: ScalarValue;
}

/** A set of facts that repeats per person or entity. */
export interface Group {
  readonly name: string;
  readonly label?: LocalizedText;
  readonly facts: readonly Fact[];
}
/** A group's facts for one role: its facts are named `party.fact`. */
export interface Party {
  readonly name: string;
  readonly group: string;
  readonly label?: LocalizedText;
}

/** A number, date or other constant that may change by date. */
export interface Parameter {
  readonly name: string;
  readonly type: ScalarType;
  readonly label?: LocalizedText;
  readonly per: readonly string[];
  /** In order of date; `from` absent: from the beginning. Before the first dated value the parameter has no value. */
  readonly values: readonly { readonly from?: string; readonly value: ScalarValue }[];
}

/** A list of values that may change by date (countries of concern, territory groups). */
export interface DatedList {
  readonly name: string;
  readonly type: ScalarType;
  readonly label?: LocalizedText;
  readonly per: readonly string[];
  /** Each entry is the whole list from that date on; before the first the list is empty. */
  readonly values: readonly { readonly from?: string; readonly values: readonly ScalarValue[] }[];
}

/** An interpretive question about a clause. */
export interface Reading {
  readonly name: string;
  readonly question: LocalizedText;
  readonly per: readonly string[];
  readonly alternatives: readonly ReadingAlternative[];
}
/** One answer to the question, with who argues it. */
export interface ReadingAlternative {
  readonly name: string;
  readonly label: LocalizedText;
  readonly arguedBy: readonly string[];
}

/** What several rulebooks can share; a rulebook may also declare all of it itself. */
export interface Declarations {
  readonly enumerations: readonly Enumeration[];
  readonly lists: readonly DatedList[];
  readonly parameters: readonly Parameter[];
  readonly facts: readonly Fact[];
  readonly groups: readonly Group[];
  readonly parties: readonly Party[];
  readonly terms: readonly Term[];
  readonly assumptions: readonly Assumption[];
  readonly readings: readonly Reading[];
}

/** A document of declarations that rulebooks use. */
export interface Vocabulary extends Declarations {
  readonly kind: 'vocabulary';
  readonly id: string;
  readonly title: LocalizedText;
  readonly sections: readonly Section[];
}
