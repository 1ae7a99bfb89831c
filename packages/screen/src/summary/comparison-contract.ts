import type { LocalizedText, Status } from '@proviso/model';
import type { AmountColumn, CitedProvision, JudgedBy, SummaryVantage, Tally, VerdictTally } from './contract.ts';

/** One side of a comparison: by what and when rows were judged. */
export interface ComparedSide extends SummaryVantage {
  readonly rulebook: JudgedBy;
}

/** The status of a provision on one side, and what made it so. */
export interface ComparedStatus {
  readonly status: Status;
  /** The event that made it so; null for what has not happened yet. */
  readonly event: string | null;
  /** ISO with offset; null: since ever, or unknown. */
  readonly since: string | null;
  /** What is cited for it: the acting instrument, else the provision. */
  readonly citation: string;
}

/** A {@link ComparedStatus} with the words of its event. */
export interface DescribedStatus extends ComparedStatus {
  readonly eventLabel?: LocalizedText;
}

/**
 * A provision whose status differs between the two sides, with the changed rows that rest on it or are held back by it; where
 * there is no such provision, with the rows that it reaches without deciding them (an exemption lifts it, for example).
 */
export interface ChangedProvision extends CitedProvision, Tally {
  /** null: this side's rulebook has no such provision. */
  readonly before: DescribedStatus | null;
  readonly after: DescribedStatus | null;
}

/** Rows whose verdict, or whether they may go ahead, went from one to another. */
export interface Transition extends Tally {
  readonly before: Omit<VerdictTally, keyof Tally>;
  readonly after: Omit<VerdictTally, keyof Tally>;
  /** Names of the {@link ChangedProvision}s that made some of these rows change; most rows first. */
  readonly because: readonly string[];
}

/**
 * What differs between two dates, two readings or two versions of a rulebook. `changed`, `otherGrounds`, `unchanged` and
 * `notCompared` add up to `rows`.
 */
export interface Comparison {
  readonly source: string;
  readonly amountColumn: AmountColumn | null;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly rows: number;
  /** Another verdict, or another answer to whether the transaction may go ahead. */
  readonly changed: Tally;
  /** The same verdict, but resting on other provisions, held back by something else, or with other verdicts possible. */
  readonly otherGrounds: Tally;
  readonly unchanged: Tally;
  /** Rows that have no verdict on one side or both. */
  readonly notCompared: Tally;
  /** Adds up to `changed`. Most rows first. */
  readonly transitions: readonly Transition[];
  /**
   * Why rows changed. A row counts for each of these provisions that its answers rest on or are held back by, on either
   * side; if there is none, for each that reaches it on either side. Most rows first.
   */
  readonly provisions: readonly ChangedProvision[];
  /**
   * Changed rows that no provision which changed status reaches or holds back: a reading, a dated value or the rulebook's text
   * makes the difference. All changed rows where each row has its own date.
   */
  readonly otherwise: Tally;
}
