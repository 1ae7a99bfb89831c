import type { CalendarUnit, SharpMoment } from './event.ts';
import type { Expression } from './expression.ts';
import type { LocalizedText } from './text.ts';

/** The kinds of rule. */
export const RULE_KINDS = ['prohibition', 'restriction', 'exemption', 'licence', 'duty'] as const;
/** See {@link RULE_KINDS}. */
export type RuleKind = (typeof RULE_KINDS)[number];

/** Which rules an exception reaches. */
export type Target =
  | { readonly kind: 'rule'; readonly rule: string }
  /** Every rule of a kind (`rule`: of any kind), of an instrument or provision when `of` is there. The rule itself is never meant. */
  | { readonly kind: 'every'; readonly rules: RuleKind | 'rule'; readonly of?: string };

interface RuleBase {
  readonly name: string;
  readonly label?: LocalizedText;
  /** Provisions it states; the first decides its status (all must be in force). At least one. */
  readonly per: readonly string[];
  /** When the rule applies; the constant true when the document names no condition. */
  readonly when: Expression;
  /** Rules this one lifts when it stands. The relation is acyclic. */
  readonly lifts: readonly Target[];
  /** Rules this one expressly leaves alive, so that `check` sees no clash. */
  readonly leaves: readonly Target[];
}

/** Forbids what satisfies `when`. */
export interface Prohibition extends RuleBase {
  readonly kind: 'prohibition';
}
/** Allows what satisfies `when` only if its conditions hold. */
export interface Restriction extends RuleBase {
  readonly kind: 'restriction';
  readonly onlyIf: readonly RestrictionCondition[];
  /** `prohibited`: prohibited unless every condition holds. `restricted`: the verdict stays restricted, whatever is known of them. */
  readonly otherwise: 'prohibited' | 'restricted';
}
/** One condition of a restriction. */
export interface RestrictionCondition {
  readonly name: string;
  readonly label?: LocalizedText;
  readonly that: Expression;
}
/** A carve-out. */
export interface Exemption extends RuleBase {
  readonly kind: 'exemption';
}
/** A permission given by an authority: general or to a holder, within a scope (`when`) and a validity. */
export interface Licence extends RuleBase {
  readonly kind: 'licence';
  readonly holder?: LocalizedText;
  readonly validFrom?: SharpMoment;
  /** Inclusive. */
  readonly validUntil?: SharpMoment;
}
/** Something that must be done beside the verdict. */
export interface Duty extends RuleBase {
  readonly kind: 'duty';
  readonly must: LocalizedText;
  readonly due?: Due;
}
/** By when, counted from what. */
export type Due =
  | {
      readonly kind: 'within';
      readonly amount: number;
      readonly unit: CalendarUnit;
      /** `as_of`: from the transaction; else an event, or a fact that is a date or an instant. */
      readonly after: { readonly kind: 'as_of' } | { readonly kind: 'event' | 'fact'; readonly name: string };
    }
  /** Each year by this day (`03-01`). */
  | { readonly kind: 'yearly'; readonly day: string }
  | { readonly kind: 'by'; readonly moment: SharpMoment }
  /** To be kept up for so long after the transaction. */
  | { readonly kind: 'for'; readonly amount: number; readonly unit: CalendarUnit };

/** A rule. */
export type Rule = Prohibition | Restriction | Exemption | Licence | Duty;

/** States that whatever no rule reaches stays permitted, and on what ground. */
export interface Residual {
  readonly per: readonly string[];
  readonly text?: LocalizedText;
}
