import type { Comparison, Preflight, Progress, Summary } from '@proviso/screen';

/** A file that was sent in to be screened. */
export interface Upload {
  readonly id: string;
  /** The name that its sender gave it, without folders. */
  readonly name: string;
  readonly bytes: number;
  readonly by: string;
  readonly madeAt: string;
}

/** What is to be screened, and by what. */
export interface ScreeningOrder {
  readonly upload: string;
  readonly rulebook: string;
  readonly asOf?: string;
  /** The column of each row's own date. */
  readonly asOfColumn?: string;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
  /** The text of a map file. */
  readonly map?: string;
  /** Column by fact, before the map. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly amount?: string;
  readonly unit?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** Put before the names of the added columns. */
  readonly prefix?: string;
  /** What the rows are judged by as well, to tell what changes: it is what was before, the order is what comes after. */
  readonly against?: {
    readonly asOf?: string;
    readonly knownOn?: string;
    readonly readings?: Readonly<Record<string, string>>;
  };
}

/** What went wrong, in the words of the screening library. */
export interface ScreeningFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly field: string | null;
  /** What a sentence in another language needs: a column, a sheet, a fact. Absent where there is nothing. */
  readonly values?: Readonly<Record<string, string>>;
}

/** How a screening stands. */
export type ScreeningState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A screening: an order and what became of it. */
export interface Screened {
  readonly id: string;
  readonly by: string;
  readonly madeAt: string;
  readonly order: ScreeningOrder;
  /** The version of the rulebook that the rows are judged by. */
  readonly rulebookDigest: string;
  readonly source: string;
  readonly state: ScreeningState;
  readonly progress: Progress | null;
  readonly preflight: Preflight | null;
  readonly summary: Summary | null;
  /** What changes, when the order says against what. */
  readonly comparison?: Comparison | null;
  readonly failure: ScreeningFailure | null;
  /** Good rows in the result. */
  readonly rows: number | null;
  readonly badRows: number | null;
  /** How its columns gave facts: to read the facts of a row back. */
  readonly mapping: unknown;
}
