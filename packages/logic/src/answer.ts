import type { LocalizedText, MayProceed, RuleKind, SettledVerdict, Status, Value, Verdict } from '@proviso/model';

/** The answer to one question (design, section 6): the same from the library, the command line and HTTP. */
export interface Answer {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
  /** Verdicts over all completions of the unknowns, most severe first. */
  readonly possible: readonly SettledVerdict[];
  /** False when violations of what the answer rests on are not pursued. */
  readonly enforced: boolean;
  /** The unknowns on which it still depends whether the transaction is prohibited, restricted or permitted, most settling first. */
  readonly needs: readonly Need[];
  /** One entry per combination of the unsettled readings that matter; absent when none does. */
  readonly byReading?: readonly ByReading[];
  /** Presumptions that the answer rests on. */
  readonly presumed: Readonly<Record<string, Value>>;
  readonly heldBack: HeldBack | null;
  /** The rules that decide, and those that would. */
  readonly because: readonly Because[];
  /** The fewest changes of given or presumed facts that lead to each other settled verdict, fewest changes first. */
  readonly wouldChange: readonly WouldChange[];
  /** Duties that come with the transaction; absent when the rulebook has none that may apply. */
  readonly duties?: readonly DutyOwed[];
  /** When `asOf` is a bare date and the answer differs within that day: its parts in order. */
  readonly withinDay?: readonly DayPart[];
  /** ISO 8601 with the rulebook's offset. */
  readonly asOf: string;
  /** null: all that the rulebook knows. */
  readonly knownOn: string | null;
  readonly readings: Readonly<Record<string, string>>;
  /** The answer is the same from here ... (null: since ever) */
  readonly validFrom: string | null;
  /** ... until just before here (null: for ever, as far as known). */
  readonly validUntil: string | null;
  readonly rulebook: { readonly id: string; readonly digest: string };
  readonly engine: string;
}

/** An unknown that matters. */
export interface Need {
  readonly kind: 'fact' | 'reading' | 'status' | 'open';
  /** A fact's path, a reading, an event whose moment or effect nobody knows, or an open point. */
  readonly name: string;
  /** The verdicts that some value of this unknown alone would settle. */
  readonly canSettle: readonly SettledVerdict[];
}

/** The answer under one combination of readings. */
export interface ByReading {
  readonly readings: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
}

/** What the same facts would get were every provision in force, and what holds it back. */
export interface HeldBack {
  readonly verdict: Verdict;
  readonly status: Status;
  readonly provision: string;
  /** The event that made it so; null for what has not happened yet. */
  readonly event: string | null;
  readonly since: string | null;
  readonly citation: string;
}

/** State of a rule on the facts. */
export type RuleState = 'stands' | 'lifted' | 'open' | 'not_in_force' | 'does_not_apply';

/** A rule in the answer. */
export interface Because {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly provision: string;
  readonly state: RuleState;
  readonly status: Status;
  readonly citation: string;
  /** For a lifted rule: the rules that lift it. */
  readonly by?: readonly string[];
  /** For a rule not in force: the event that made it so, and when. */
  readonly event?: string;
  readonly since?: string;
  /** For a restriction: its conditions. */
  readonly conditions?: readonly { readonly name: string; readonly state: 'met' | 'unmet' | 'unknown' }[];
}

/** A minimal change of facts and the verdict it leads to. */
export interface WouldChange {
  readonly to: SettledVerdict;
  readonly set: Readonly<Record<string, Value>>;
}

/** A duty and when it falls due. */
export interface DutyOwed {
  readonly duty: string;
  readonly provision: string;
  readonly citation: string;
  readonly state: 'stands' | 'open';
  readonly must: LocalizedText;
  /** ISO date, or null when the day it is counted from is unknown or there is no date. */
  readonly due: string | null;
  /** `by`: once, until the date; `yearly`: each year, next on the date; `until`: to be kept up until the date. */
  readonly rhythm: 'by' | 'yearly' | 'until' | null;
}

/** A part of a day with its answer: from an instant until just before another. */
export interface DayPart {
  readonly from: string;
  readonly until: string;
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
}
