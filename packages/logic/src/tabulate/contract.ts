import type { EpochMilliseconds, MayProceed, SettledVerdict, Status, ValueType, Verdict } from '@proviso/model';
import type { Need } from '../answer.ts';
import type { Lookup } from '../compile/lookup.ts';

/** What a table is judged by. */
export interface TabulateQuestion {
  /** As in `Question`; absent together with `asOfPerRow`: now. */
  readonly asOf?: string;
  /** Each row has its own "as of": the first input of the charts then is the law that holds at it. */
  readonly asOfPerRow?: boolean;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** How to tabulate. */
export interface TabulateOptions {
  /** Facts (paths) for which the table has a column. All others are absent from every row: presumptions stand in for them. */
  readonly facts: readonly string[];
  /** Most nodes of one chart, about; parts are split to stay below. 4,000 unless told. */
  readonly bound?: number;
  /** Provisions of which it is to be told where they reach a row, see {@link Tabulation.reach}. Nothing is worked out for others. */
  readonly reach?: readonly string[];
}

/**
 * One thing of a row that charts look at, as a small whole number, its *code*.
 * - `fact`: 0 when the cell is empty ("don't know"), else 1 + the region its value falls in (see {@link TabulatedFact}). For a
 *   list or set fact one input per class of elements: 1 + the capped count of its elements of that class.
 * - `law`: which stretch of law the row's "as of" falls in, from 0 (see {@link LawInput}).
 */
export type ChartInput =
  | { readonly kind: 'law'; readonly codes: number }
  | { readonly kind: 'fact'; readonly path: string; readonly elementClass?: number; readonly codes: number };

/** How the cells of a column become codes. */
export interface TabulatedFact {
  readonly path: string;
  readonly type: ValueType;
  /** Slots are regions (scalars) or classes of elements (lists and sets); -1: not a value of the type, or of no class. */
  readonly lookup: Lookup;
  /** For lists and sets: the cap of each class. */
  readonly caps?: readonly number[];
  /** The inputs of the charts that this column feeds, in the order of regions' classes; empty when nothing depends on it. */
  readonly inputs: readonly number[];
}

/** The stretches of law, when each row has its own date. Code i holds from boundary i - 1 until just before boundary i. */
export interface LawInput {
  readonly boundaries: readonly {
    readonly instant: EpochMilliseconds;
    /** The first day (ISO) whose end is at or after the instant: a bare date stands for the end of its day. */
    readonly firstDay: string;
  }[];
}

/**
 * A reduced decision diagram over codes, that is over rows with gaps. `root` and every entry of `next` is a node's index when
 * it is 0 or more, else a label: `-1 - index`. `next` has one entry per code of the node's input. Inputs are tested in rising order.
 */
export interface Chart<Label> {
  readonly root: number;
  readonly nodes: readonly { readonly input: number; readonly next: readonly number[] }[];
  readonly labels: readonly Label[];
}

/** What holds back a permitted verdict: design, section 3. */
export interface TabulatedHeldBack {
  /** What the row would get with every provision in force. */
  readonly verdict: Verdict;
  readonly status: Status;
  readonly provision: string;
}

/** The outcome of a row; `null`: its facts contradict what the rulebook assumes of every transaction. */
export type TabulatedOutcome = {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
  readonly possible: readonly SettledVerdict[];
  readonly heldBack: TabulatedHeldBack | null;
} | null;

/** Deciding provisions (see `decidingProvisions`), as far as one chart knows them. */
export interface TabulatedProvisions {
  /** Of rules of the deciding kind that certainly stand. */
  readonly certain: readonly string[];
  /** Of rules that may stand; they count only where no rule is certain or the verdict is undetermined. */
  readonly open: readonly string[];
}

/** Every answer that a rulebook gives to rows of a table, as charts. Read off a row they say exactly what `decide` says. */
export interface Tabulation {
  readonly rulebook: { readonly id: string; readonly digest: string };
  readonly inputs: readonly ChartInput[];
  readonly facts: readonly TabulatedFact[];
  readonly law?: LawInput;
  readonly outcome: Chart<{ readonly outcome: TabulatedOutcome; readonly provisions: TabulatedProvisions }>;
  /** Further charts of provisions, where one chart would be too large; their lists add to the outcome's. */
  readonly provisions: readonly Chart<TabulatedProvisions>[];
  /**
   * Charts of the unknowns that matter; together they give a row's needs, one chart's behind the other's in the order of names.
   * Empty everywhere but where the verdict is undetermined.
   */
  readonly needs: readonly Chart<readonly Pick<Need, 'kind' | 'name'>[]>[];
  /**
   * Of the provisions that were asked for: those of rules that reach a row, whether these rules stand, may stand or are lifted.
   * One chart's lists add to the other's. Empty where none was asked for.
   */
  readonly reach: readonly Chart<readonly string[]>[];
  /** Facts without a column on which some verdict depends, so that rows stay undetermined for want of them. */
  readonly wanting: readonly string[];
  /** Presumptions that stand in for facts without a column, of those on which some verdict depends. */
  readonly presumed: readonly string[];
}
