import type { Comparison, LocalizedText } from '@proviso/model';
import type { Named } from './explanation.ts';

/** A value with what is needed to show it to a person. */
export type Shown =
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A value of an enumeration. */
  | { readonly kind: 'named'; readonly name: string; readonly label?: LocalizedText }
  | { readonly kind: 'number'; readonly value: string; readonly unit?: string }
  | { readonly kind: 'date' | 'instant' | 'text' | 'country'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly Shown[] };

/** What is asked of a fact, or of an element of a list. */
export type Test =
  | {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly value: Shown;
      /** Where the value comes from, when it is a dated parameter. */
      readonly parameter?: Named;
    }
  /** A dated parameter that has no value at the date. */
  | { readonly kind: 'no_value'; readonly parameter: Named }
  | {
      readonly kind: 'member';
      readonly negated: boolean;
      readonly values: readonly Shown[];
      /** The declared list they come from. */
      readonly list?: Named;
    }
  | { readonly kind: 'some' | 'none' | 'every' | 'not_every'; readonly where: Phrase }
  | {
      readonly kind: 'count';
      /** Which elements are counted; all when absent. */
      readonly where?: Phrase;
      readonly comparison: Comparison;
      readonly value: Shown;
      readonly parameter?: Named;
    };

/** A condition in words, for where no truth can be told part by part (what is asked of the elements of a list). */
export type Phrase =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Phrase[] }
  | { readonly kind: 'not'; readonly part: Phrase }
  | { readonly kind: 'implies'; readonly left: Phrase; readonly right: Phrase }
  /** Both hold or neither does. */
  | { readonly kind: 'same'; readonly left: Phrase; readonly right: Phrase }
  | { readonly kind: 'constant'; readonly value: boolean }
  /** About the element of a list. */
  | { readonly kind: 'element'; readonly test: Test }
  | { readonly kind: 'fact'; readonly fact: Named; readonly party?: Named; readonly test: Test }
  | { readonly kind: 'term'; readonly term: Named; readonly party?: Named }
  | { readonly kind: 'reading'; readonly reading: Named; readonly alternative: Named }
  | { readonly kind: 'open'; readonly open: Named };
