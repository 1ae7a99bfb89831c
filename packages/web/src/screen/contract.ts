import type { FactValues, LocalizedText, MayProceed, Status, Value, Verdict } from '@proviso/model';
import type { Question } from '../api/contract.ts';

/** A file that was sent in. */
export interface Upload {
  readonly id: string;
  readonly name: string;
}

/** When rows are judged, and on what supposition. */
export interface Vantage {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** What is to be screened, and by what. */
export interface Order extends Vantage {
  readonly upload: string;
  readonly rulebook: string;
  /** The text of a map file. */
  readonly map?: string;
  readonly amount?: string;
  readonly unit?: string;
  /** How the file is read, where what is detected is wrong. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** Put before the names of the added columns. */
  readonly prefix?: string;
  /** What the rows are judged by as well: it is what was before. */
  readonly against?: Vantage;
}

/** Words in cells, and the values of a fact that they stand for. */
export type CellWords = Readonly<Record<string, string>>;

/** Which columns give which facts, as a map file says it. */
export interface ColumnMap {
  readonly rulebook: string;
  readonly columns: readonly {
    readonly fact: string;
    readonly column: string;
    readonly values?: CellWords;
    /** Cells that mean an empty cell. */
    readonly empty?: readonly string[];
    readonly zone?: string;
  }[];
  /** Cells that mean an empty cell in every column. */
  readonly empty?: readonly string[];
  readonly asOf?: { readonly column: string; readonly zone?: string };
  readonly constants: readonly { readonly fact: string; readonly value: Value }[];
  readonly notMapped: readonly string[];
}

/** Why a column seems to give a fact. */
export type Reason =
  | { readonly kind: 'same_name' | 'same_words' | 'near_name' }
  | { readonly kind: 'shared_words'; readonly words: readonly string[] }
  | { readonly kind: 'cells'; readonly matched: number; readonly seen: number };

/** A column that may give a fact. */
export interface Suggestion {
  readonly fact: string;
  readonly column: string;
  readonly values: CellWords;
  readonly why: readonly Reason[];
}

/** What was found in the column of a fact. */
export interface InspectedFact {
  readonly fact: string;
  readonly column: string;
  readonly filled: number;
  readonly empty: number;
  readonly bad: number;
  readonly firstBad: readonly { readonly line: number; readonly cell: string }[];
}

/** A word in cells that is no value of its fact, and the value that is nearest. */
export interface UnreadWord {
  readonly cell: string;
  readonly near?: string;
}

/** What is known of a file before it is screened. */
export interface Preflight {
  readonly preflight: {
    readonly rows: number;
    readonly malformed: number;
    /** `encoding`, `delimiter` and `sheet`, as far as the file has them. */
    readonly detected: Readonly<Record<string, string>>;
    /** The sheets of a workbook, in its order. */
    readonly sheets?: readonly string[];
    readonly unmappedColumns: readonly string[];
    readonly wanting: readonly string[];
    readonly presumed: readonly string[];
    readonly inspected: readonly InspectedFact[];
    readonly contradictions: number;
    readonly unreadAmounts: number;
  };
  readonly columns: readonly { readonly name: string; readonly stored: string }[];
  readonly applied: readonly Suggestion[];
  readonly suggestions: readonly Suggestion[];
  readonly open: readonly { readonly fact: string; readonly candidates: readonly { readonly column: string }[] }[];
  readonly unread: readonly { readonly fact: string; readonly column: string; readonly words: readonly UnreadWord[] }[];
  /** Words in cells that usually say "not known"; proposed, not applied. */
  readonly emptyWords: readonly { readonly fact: string; readonly column: string; readonly words: readonly string[] }[];
  readonly map: ColumnMap;
}

/** Rows and, with a money column, what is at stake: an exact decimal. */
export interface Tally {
  readonly rows: number;
  readonly amount?: string;
}

/** Something declared in a rulebook, in words. */
export interface NamedText {
  readonly name: string;
  readonly label: LocalizedText;
}

/** A provision as a person cites it. */
export interface Cited {
  readonly provision: string;
  readonly citation: LocalizedText;
}

/** A question that settles rows. */
export interface QuestionStep {
  readonly need: { readonly kind: 'fact' | 'reading' | 'status' | 'open'; readonly name: string };
  readonly text: LocalizedText;
  readonly mentioned: Tally;
  readonly settles: Tally;
  readonly settled: Tally;
  readonly left: Tally;
}

/** When rows were judged, as a summary tells it. */
export interface SummaryVantage {
  readonly asOf: string | { readonly column: string };
  readonly knownOn: string | null;
  readonly readings: readonly {
    readonly reading: string;
    readonly question: LocalizedText;
    readonly label: LocalizedText;
  }[];
}

/** Why rows have no verdict. */
export interface BadTally {
  readonly reason: 'cell' | 'contradiction' | 'malformed';
  readonly facts: readonly NamedText[];
  readonly detail?: string;
  readonly rows: number;
}

/** The summary that people act on. */
export interface Summary extends SummaryVantage {
  readonly rulebook: { readonly id: string; readonly digest: string; readonly title: LocalizedText };
  readonly engine: string;
  readonly amountColumn: { readonly column: string; readonly unit: string | null } | null;
  readonly rows: number;
  readonly decided: Tally;
  readonly bad: Tally & { readonly byReason: readonly BadTally[] };
  readonly byVerdict: readonly (Tally & { readonly verdict: Verdict; readonly mayProceed: MayProceed })[];
  readonly byProvision: readonly (Cited & Tally)[];
  readonly withoutProvision: Tally;
  readonly byStatus: readonly (Cited & Tally & { readonly status: Status; readonly withoutIt: Verdict })[];
  readonly undetermined: Tally;
  readonly questions: readonly QuestionStep[];
  readonly rest: Tally & { readonly unknowns: number };
  readonly wanting: readonly NamedText[];
  readonly presumed: readonly (NamedText & { readonly value: LocalizedText })[];
}

/** The status of a provision on one side of a comparison. */
export interface ComparedStatus {
  readonly status: Status;
  readonly since: string | null;
  readonly eventLabel?: LocalizedText;
}

/** One end of a change. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
}

/** What differs between two dates or two readings. */
export interface Comparison {
  readonly amountColumn: Summary['amountColumn'];
  readonly before: SummaryVantage;
  readonly after: SummaryVantage;
  readonly rows: number;
  readonly changed: Tally;
  readonly otherGrounds: Tally;
  readonly unchanged: Tally;
  readonly notCompared: Tally;
  readonly transitions: readonly (Tally & {
    readonly before: Outcome;
    readonly after: Outcome;
    readonly because: readonly string[];
  })[];
  readonly provisions: readonly (Cited &
    Tally & { readonly before: ComparedStatus | null; readonly after: ComparedStatus | null })[];
  readonly otherwise: Tally;
}

/** How a screening stands. */
export type ScreeningState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** What a screening is doing; `share` from 0 to 1, where it can be told. */
export interface Progress {
  readonly phase: 'opening' | 'judging' | 'writing' | 'bad_rows';
  readonly share?: number;
}

/** A screening in a list. */
export interface ScreeningEntry {
  readonly id: string;
  readonly madeAt: string;
  readonly source: string;
  readonly order: Order;
  readonly state: ScreeningState;
  readonly rows: number | null;
  readonly badRows: number | null;
}

/** What stopped a screening: in English, and as a code with what a sentence in another language needs. */
export interface ScreeningFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly field?: string | null;
  readonly values?: Readonly<Record<string, string>>;
}

/** A screening with what came of it. */
export interface Screened extends ScreeningEntry {
  readonly progress: Progress | null;
  readonly summary: Summary | null;
  readonly comparison?: Comparison | null;
  readonly failure: ScreeningFailure | null;
}

/** Cells of a row by column. */
export type Cells = Readonly<Record<string, unknown>>;

/** A page of rows. */
export interface RowPage {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: Cells }[];
  readonly total: number;
}

/** A row as a question. */
export interface RowReply {
  readonly row: number;
  readonly cells: Cells;
  readonly question: RowQuestion;
  /** The same row by what the screening is compared with. */
  readonly before?: RowQuestion;
}

/** What is asked about a row. */
export type RowQuestion = Question & { readonly facts: FactValues };
