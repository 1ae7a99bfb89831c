import type { Program } from '@proviso/logic';
import type { MapText } from '../mapping/contract.ts';
import type { SourceSpec } from '../source/contract.ts';

/** What a person wants to have screened. */
export interface ScreeningOptions {
  readonly program: Program;
  readonly source: SourceSpec;
  /** One date for all rows; absent (and no column): now. */
  readonly asOf?: string;
  /** The column that gives each row its own "as of", and the zone of its clock times if it has any. */
  readonly asOfColumn?: { readonly column: string; readonly zone?: string };
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
  /** The text of a map file. */
  readonly map?: MapText;
  /** `fact=column` entries, which go before the map's. */
  readonly columns?: readonly string[];
  /** Nothing mapped is no error: for looking at an input before anybody has said which column gives which fact. */
  readonly mayMapNothing?: boolean;
  /** A column of money to add up, and the word for its unit. */
  readonly amount?: string;
  readonly unit?: string;
  /** Put before the names of the added columns. */
  readonly prefix?: string;
  /**
   * Rows will be written as CSV. What is found out about each row while counting is kept for that (8 bytes a row), which makes the
   * writing quicker; nothing else depends on it.
   */
  readonly writesCsv?: boolean;
  /** Cores to use; all unless given. */
  readonly threads?: number;
  /** Memory that DuckDB may use before it goes to disk, such as `2GB`. */
  readonly memory?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a run is doing. `share` is from 0 to 1, absent where nobody can tell. */
export interface Progress {
  readonly phase: 'opening' | 'judging' | 'writing' | 'bad_rows';
  readonly share?: number;
}

/** How the cells of one fact's column look. */
export interface InspectedFact {
  readonly fact: string;
  readonly column: string;
  readonly filled: number;
  readonly empty: number;
  /** Cells that are not of the fact's type. */
  readonly bad: number;
  /** The first of them: where and what. */
  readonly firstBad: readonly { readonly line: number; readonly file?: string; readonly cell: string }[];
}

/** What is known before anything is written. */
export interface Preflight {
  readonly source: string;
  readonly detected: Readonly<Record<string, string>>;
  /** The sheets of an Excel workbook, to choose from. */
  readonly sheets?: readonly string[];
  /** Rows that are rows; lines that are none are `malformed`. */
  readonly rows: number;
  readonly malformed: number;
  readonly mapped: readonly { readonly fact: string; readonly column: string; readonly suggested: boolean }[];
  readonly constants: Readonly<Record<string, unknown>>;
  readonly unmappedColumns: readonly string[];
  /** Facts the rules need that no column supplies. */
  readonly wanting: readonly string[];
  /** Presumptions that stand in for facts without a column. */
  readonly presumed: readonly string[];
  /** Only facts with bad cells, unless all were asked for. */
  readonly inspected: readonly InspectedFact[];
  /** Rows whose facts contradict what the rulebook assumes of every transaction. */
  readonly contradictions: number;
  /** Cells of the money column that are no plain number: they add nothing to the sums. */
  readonly unreadAmounts: number;
}

/** Sentences for bad rows, in the language of whoever reads them. */
export interface BadRowWords {
  /** `{fact}` and `{cell}` stand for the fact's path and the cell. */
  readonly cell: string;
  readonly contradiction: string;
  malformed(reason: string): string;
}
