import type { Rational } from './rational.ts';

/** A type with single values. Bounds are inclusive, canonical numbers (see {@link Value}). */
export type ScalarType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enumeration'; readonly enumeration: string }
  | NumberType
  | { readonly kind: 'date' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'text' }
  | { readonly kind: 'country' };

/** Integers, exact decimals and exact fractions; never binary floating point. `unit` is for people only (`percent`, `USD`). */
export interface NumberType {
  readonly kind: 'integer' | 'decimal' | 'fraction';
  readonly minimum?: string;
  readonly maximum?: string;
  readonly unit?: string;
}

/** A list keeps order and repeats; a set has neither. */
export type ValueType =
  | ScalarType
  | { readonly kind: 'list'; readonly of: ScalarType }
  | { readonly kind: 'set'; readonly of: ScalarType };

/**
 * A value in a rulebook or among the facts, in canonical form:
 * boolean as `true`/`false`; enumeration, text and country (ISO 3166-1 alpha-2) as the string;
 * numbers as `-12`, `14.36` or `1/3` (lowest terms; decimal notation where it ends);
 * date as `YYYY-MM-DD`; instant as ISO 8601 with an offset; lists and sets as arrays (a set sorted, without repeats).
 */
export type Value = ScalarValue | readonly ScalarValue[];
/** A single value, see {@link Value}. */
export type ScalarValue = boolean | string;

/** Facts as given: by fact path (`territory`, `counterparty.share`). `null` means "don't know"; absent means "not asked". */
export type FactValues = Readonly<Record<string, Value | null>>;

/** A number ready to compare. */
export type ExactNumber = Rational;
