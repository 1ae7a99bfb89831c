import type { Need } from '@proviso/logic';
import type { LocalizedText, MayProceed, Status, Verdict } from '@proviso/model';

/** Rows and, when a money column was named, the amount at stake: an exact decimal (`1234.5`, `-3`), never rounded. */
export interface Tally {
  readonly rows: number;
  /** Present exactly when the summary has an amount column. */
  readonly amount?: string;
}

/** Something the rulebook declares, with its words in English and Chinese; the name itself where it has none. */
export interface NamedText {
  readonly name: string;
  readonly label: LocalizedText;
}

/** A provision as a person cites it. */
export interface CitedProvision {
  readonly provision: string;
  /** Where to find it: the instrument and the pinpoint. */
  readonly citation: LocalizedText;
  /** What it says, in the rulebook's own words, if it has any. */
  readonly gist?: LocalizedText;
}

/** One answer to an interpretive question, with who argues it. */
export interface ArguedAlternative extends NamedText {
  readonly arguedBy: readonly string[];
}

/**
 * One step of asking. A row is settled by the unknowns asked so far exactly when all its needs are among them: then its
 * verdict is determined, whatever the answers turn out to be. Steps are in greedy order: each takes the unknown that
 * settles most further rows together with those of all earlier steps. Where none settles any, it takes the one that
 * most open rows mention.
 */
export interface QuestionStep {
  /** The unknown to ask about. */
  readonly need: Pick<Need, 'kind' | 'name'>;
  /** The question of the fact or the reading, the name of the event, the text of the open point. */
  readonly text: LocalizedText;
  /** For a reading: what can be answered. */
  readonly alternatives?: readonly ArguedAlternative[];
  /** Rows open before this step that mention the unknown, whether or not this step settles them. */
  readonly mentioned: Tally;
  /** Rows that this step settles, beyond those of earlier steps. */
  readonly settles: Tally;
  /** Rows settled by this step and all earlier ones. */
  readonly settled: Tally;
  /** Undetermined rows left open after this step. */
  readonly left: Tally;
}

/** Rows under one verdict. A restricted or undetermined verdict has an entry for each `mayProceed` that occurs. */
export interface VerdictTally extends Tally {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
}

/**
 * Rows that rest on a provision. A row counts for each provision it rests on, so the entries can add up to more rows
 * than there are.
 */
export interface ProvisionTally extends CitedProvision, Tally {
  /** The same rows by their verdict, most severe first. These do add up to the provision's rows. */
  readonly byVerdict: readonly ({ readonly verdict: Verdict } & Tally)[];
}

/** Permitted rows that are permitted only because provisions are not in force, by what holds back. */
export interface HeldBackTally extends CitedProvision, Tally {
  readonly status: Status;
  /** What the rows would get with every provision in force. */
  readonly withoutIt: Verdict;
}

/** Why rows got no verdict. */
export interface BadTally {
  /**
   * - `cell`: a cell is not a value of its fact's type; `facts` says of which (empty: not told apart).
   * - `contradiction`: the facts contradict what the rulebook assumes of every transaction.
   * - `malformed`: not a row at all; `detail` is what the reader of the input says.
   */
  readonly reason: 'cell' | 'contradiction' | 'malformed';
  readonly facts: readonly NamedText[];
  readonly detail?: string;
  readonly rows: number;
}

/** A reading that was supposed to be settled. */
export interface SupposedReading {
  readonly reading: string;
  readonly alternative: string;
  readonly question: LocalizedText;
  readonly label: LocalizedText;
}

/** A presumption that stood in for a fact without a column. */
export interface Presumption extends NamedText {
  /** The presumed value in words. */
  readonly value: LocalizedText;
}

/** When a summary, or one side of a comparison, stands in time. */
export interface SummaryVantage {
  /** ISO with offset, an ISO date, or the column's name when each row has its own. */
  readonly asOf: string | { readonly column: string };
  /** null: on all that the rulebook knows. */
  readonly knownOn: string | null;
  readonly readings: readonly SupposedReading[];
}

/** The money column of a run. */
export interface AmountColumn {
  readonly column: string;
  /** Put before amounts (`USD`); null where the run was not told. */
  readonly unit: string | null;
}

/** The rulebook by which a table was judged. */
export interface JudgedBy {
  readonly id: string;
  readonly digest: string;
  readonly title: LocalizedText;
}

/** The summary that people act on (`--summary FILE.json`). All counts add up to `rows`. */
export interface Summary extends SummaryVantage {
  readonly rulebook: JudgedBy;
  readonly engine: string;
  /** What was screened, as messages show it (`orders.csv`). */
  readonly source: string;
  readonly amountColumn: AmountColumn | null;
  /** All rows of the input: `decided` plus `bad`. */
  readonly rows: number;
  readonly decided: Tally;
  /** Rows without a verdict. `amount` is that of rows whose facts are bad; what is no row at all has no amount. */
  readonly bad: Tally & { readonly byReason: readonly BadTally[] };
  /** Adds up to `decided`. Most severe first. */
  readonly byVerdict: readonly VerdictTally[];
  /** Most rows first. */
  readonly byProvision: readonly ProvisionTally[];
  /** Decided rows that rest on no provision: no rule in force reaches them. */
  readonly withoutProvision: Tally;
  /** Most rows first. */
  readonly byStatus: readonly HeldBackTally[];
  /** Rows whose verdict is `undetermined`. */
  readonly undetermined: Tally;
  /** The steps of asking, at most {@link MOST_QUESTIONS}. What they settle and `rest` add up to `undetermined`. */
  readonly questions: readonly QuestionStep[];
  /** What is left after these steps: rows still open, and how many unknowns not yet asked they mention. */
  readonly rest: Tally & { readonly unknowns: number };
  /** Facts the rules need that no column supplies. */
  readonly wanting: readonly NamedText[];
  /** Presumptions made for lack of a column. */
  readonly presumed: readonly Presumption[];
}

/** Most steps of asking that a summary lists. */
export const MOST_QUESTIONS = 20;
