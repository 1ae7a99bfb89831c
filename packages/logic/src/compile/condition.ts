import type { Comparison } from '@proviso/model';

/** A thing that may change by date: one entry per {@link Periods period}, or a single entry when it never changes. */
export type Dated<T> = readonly T[];

/** The entry of a dated thing in a period. */
export function inPeriod<T>(dated: Dated<T>, period: number): T | undefined {
  return dated.length === 1 ? dated[0] : dated[period];
}

/**
 * A condition with everything resolved: terms expanded, parties bound, constants turned into truth tables over the values
 * of numbered variables (see `variables.ts`). A truth table holds 1 where the condition is true. `unknown` names what the
 * condition is about: `fact:territory`, `reading:transit_scope`, `open:knowingly`.
 */
export type Condition =
  | { readonly kind: 'constant'; readonly value: Dated<boolean> }
  | { readonly kind: 'atom'; readonly unknown: string; readonly variable: number; readonly truth: Dated<Uint8Array> }
  /** About the element of a list; the table is over the classes of elements. Only inside `count`. */
  | { readonly kind: 'element'; readonly truth: Dated<Uint8Array> }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  /** A defined term, which a user may have asserted; `key` is `term` or `term(party)`. */
  | { readonly kind: 'term'; readonly key: string; readonly body: Condition }
  /** Compares how many elements satisfy `where`. One variable per class of elements holds how many there are, up to a cap. */
  | {
      readonly kind: 'count';
      readonly unknown: string;
      readonly classes: readonly number[];
      readonly where: Condition | undefined;
      readonly comparison: Comparison;
      readonly bound: Dated<number | undefined>;
    };

/** The always true condition. */
export const ALWAYS: Condition = { kind: 'constant', value: [true] };

/** Calls back for each unknown that a condition mentions, in order. */
export function eachUnknown(condition: Condition, visit: (unknown: string) => void): void {
  switch (condition.kind) {
    case 'atom':
      visit(condition.unknown);
      return;
    case 'count':
      visit(condition.unknown);
      if (condition.where !== undefined) eachUnknown(condition.where, visit);
      return;
    case 'not':
      eachUnknown(condition.operand, visit);
      return;
    case 'and':
    case 'or':
      for (const operand of condition.operands) eachUnknown(operand, visit);
      return;
    case 'term':
      eachUnknown(condition.body, visit);
      return;
    case 'constant':
    case 'element':
      return;
  }
}
