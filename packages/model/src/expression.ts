import type { LocalizedText } from './text.ts';
import type { ScalarType, ScalarValue } from './types.ts';

/** The comparisons. Order is defined for numbers, dates and instants; equality for every scalar type. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** What a value is looked up in: values written out, or a declared list whose content may change by date. */
export type Membership =
  | { readonly kind: 'values'; readonly values: readonly ScalarValue[] }
  | { readonly kind: 'list'; readonly list: string };

/**
 * A typed expression. Conditions are expressions of type boolean.
 * Party-bound names: in a term over a party (`subsidiary(who)`), facts of the party are written `who.share`
 * and the expression holds the path with the parameter's name; applying the term replaces it by the party.
 */
export type Expression =
  /** A constant. `type` is the type it was read as. */
  | { readonly op: 'value'; readonly type: ScalarType; readonly value: ScalarValue }
  /** A fact by its path: `territory`, or `counterparty.share` for a fact of a party. */
  | { readonly op: 'fact'; readonly fact: string }
  /** A defined term; `party` when the term is over a party. */
  | { readonly op: 'term'; readonly term: string; readonly party?: string }
  /** A dated parameter: its value at the "as of" date. */
  | { readonly op: 'parameter'; readonly parameter: string }
  /** True when the named reading is settled (or supposed) to be this alternative. */
  | { readonly op: 'reading'; readonly reading: string; readonly alternative: string }
  /** A point that cannot be expressed; its value is never known. */
  | { readonly op: 'open'; readonly open: string }
  | { readonly op: 'not'; readonly operand: Expression }
  | { readonly op: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly op: 'implies'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'compare'; readonly comparison: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'member'; readonly operand: Expression; readonly of: Membership; readonly negated: boolean }
  /** Some, or every, element of a list or set fact satisfies `where`. `all` holds for an empty list. */
  | { readonly op: 'any' | 'all'; readonly list: string; readonly where: Expression }
  /** How many elements satisfy `where` (all elements when it is absent). Used on the left of a comparison with a constant or parameter. */
  | { readonly op: 'count'; readonly list: string; readonly where?: Expression }
  /** The element inside `where` of any, all and count; written `it`. */
  | { readonly op: 'element' };

/** A defined term: computed from facts, over a party if `parameter` is there. A user may assert a term that is not over a party directly. */
export interface Term {
  readonly name: string;
  /** For a term over a party: the parameter's name and the group it stands for. */
  readonly parameter?: { readonly name: string; readonly group: string };
  readonly label?: LocalizedText;
  /** Provisions that define it. */
  readonly per: readonly string[];
  readonly means: Expression;
}

/** A constraint among facts that every real transaction satisfies. Completions that break it do not count. */
export interface Assumption {
  readonly name: string;
  readonly label?: LocalizedText;
  readonly that: Expression;
}

/** Something in the law that cannot be expressed; an answer that depends on it is undetermined and says so. */
export interface Open {
  readonly name: string;
  readonly per: readonly string[];
  /** What the text asks for, in our words. */
  readonly text: LocalizedText;
}
