import type { Expression } from '../tree/expression.ts';
import type { Named } from '../tree/pipeline.ts';

/** How the cells of one column become codes, as expressions. */
export interface Codec {
  /** Columns to be worked out first, in stages: each stage may use the ones before. */
  readonly stages: readonly (readonly Named[])[];
  /**
   * The code of the cell (of a list: of one class of its elements) times a factor: 0 for an empty cell, NULL for a bad one.
   * @param elementClass for lists and sets: which class.
   */
  code(factor: number, elementClass?: number): Expression;
  /** 0, or NULL for a bad cell; undefined when no cell can be bad. */
  readonly validity: Expression | undefined;
  /** True for an empty cell, which is never bad; false for any other. Never NULL. */
  readonly empty: Expression;
  /** For numbers as text: the trimmed text of a cell that SQL cannot read, else NULL. */
  readonly unread?: Expression;
}
