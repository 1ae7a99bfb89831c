import type { Need } from '@proviso/logic';
import type { Language, MayProceed, Status, Verdict } from '@proviso/model';

/** Rows with their share of something and the money, ready to be put into a sentence. */
export interface Figures {
  readonly rows: number;
  /** `62.0%` */
  readonly share: string;
  /** With its unit; null when the run has no amount column. */
  readonly money: string | null;
}

/** Names of the parts of a summary. */
export interface SummaryHeadings {
  readonly verdicts: string;
  readonly questions: string;
  readonly provisions: string;
  readonly heldBack: string;
  readonly comparison: string;
  readonly transitions: string;
  readonly why: string;
  readonly bad: string;
  readonly wanting: string;
  readonly presumed: string;
  readonly readings: string;
}

/** Heads of columns, and the other short labels. */
export interface SummaryLabels {
  readonly verdict: string;
  readonly provision: string;
  readonly heldBack: string;
  readonly change: string;
  readonly reason: string;
  readonly rows: string;
  readonly share: string;
  amount(unit: string | null): string;
  readonly total: string;
  readonly asOf: string;
  readonly knownOn: string;
  readonly rulebook: string;
  readonly reading: string;
  readonly before: string;
  readonly after: string;
  readonly settledBefore: string;
  readonly settledNow: string;
  readonly stillOpen: string;
}

/** All that a summary says, in one language. */
export interface SummaryWords {
  readonly language: Language;
  /** BCP 47 tag for a page. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly languageName: string;
  readonly title: string;
  readonly headings: SummaryHeadings;
  readonly labels: SummaryLabels;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly mayProceed: Readonly<Record<MayProceed, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly yes: string;
  readonly no: string;
  /** The date of each row, when it has its own. */
  readonly dateOfRow: string;

  date(year: number, month: number, day: number): string;
  clock(date: string, time: string, offset: string): string;
  list(items: readonly string[]): string;
  aside(text: string, aside: string): string;
  /** A term and what is said of it; a question and its answer. */
  pair(left: string, right: string): string;
  /** Rows by what they are: `prohibited 1,234; undetermined 5`. */
  breakdown(parts: readonly (readonly [what: string, rows: number])[]): string;
  cited(document: string, place: string): string;
  sentences(parts: readonly string[]): string;
  /** The text with a full stop, unless it ends in one. */
  sentence(text: string): string;
  /** `1 row`, `1,234 rows` */
  rows(count: number): string;
  /** An amount with its unit, if it has one. */
  money(amount: string, unit: string | null): string;

  /** Under what rows were judged. */
  vantage(asOf: string | { readonly column: string }, knownOn: string | null): string;
  readonly onAllKnown: string;
  readonly eachRowsDate: (column: string) => string;
  /** All rows, those decided, and those not. */
  overview(rows: number, decided: number, bad: number): string;
  /** The money of all decided rows. */
  totalMoney(money: string, column: string): string;

  questionsNote(figures: Figures): string;
  readonly noQuestions: string;
  /** What to do about an unknown. */
  ask(kind: Need['kind'], text: string): string;
  /** What a step settles; `first`: no step came before. */
  settles(figures: Figures, first: boolean): string;
  /** A step that settles nothing alone. */
  settlesNone(mentioned: number): string;
  /** Rows open after a step. */
  left(rows: number): string;
  answers(alternatives: string): string;
  argued(by: string): string;
  /** Unknowns and rows after the steps listed. */
  rest(unknowns: number, rows: number): string;

  readonly provisionsNote: string;
  readonly withoutProvision: string;
  readonly heldBackNote: string;
  /** What holds back, and what the rows would get otherwise. */
  heldBack(status: Status, withoutIt: Verdict): string;
  more(count: number): string;

  badCell(facts: readonly string[]): string;
  readonly contradiction: string;
  malformed(detail: string): string;
  readonly wantingNote: string;
  readonly presumedNote: string;

  changed(figures: Figures): string;
  otherGrounds(rows: number): string;
  unchanged(rows: number): string;
  notCompared(rows: number): string;
  readonly nothingChanged: string;
  /** What an arrow between two verdicts says. */
  readonly becomes: string;
  /** From one verdict to another. */
  transition(before: string, after: string): string;
  /** Why rows changed: names of provisions, or nothing. */
  because(provisions: readonly string[]): string;
  /** A provision's status on one side: since when, and by what. */
  status(status: Status, since: string | null, event: string | null): string;
  readonly noSuchProvision: string;
  readonly changesNote: string;
  otherwise(rows: number): string;

  scope(id: string, digest: string, engine: string): string;
}
