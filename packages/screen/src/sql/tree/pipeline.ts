import type { Expression, Table } from './expression.ts';

/** An expression and the name of the column that it becomes. */
export interface Named {
  readonly name: string;
  readonly value: Expression;
}

/** Tables of constants that are looked up by the same place; a dialect may keep them in a table of the database. */
export interface LookupTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly table: Table }[];
}

/** Adds columns to every row, each worked out from the input and the columns of earlier steps. */
export type Step =
  | { readonly kind: 'compute'; readonly columns: readonly Named[] }
  | {
      readonly kind: 'lookup';
      readonly of: Expression;
      readonly table: LookupTable;
      /** Columns of the table, and as what they are added. */
      readonly columns: readonly { readonly from: string; readonly name: string }[];
    };

/** The rows of an input with columns added step by step. */
export interface Pipeline {
  /** A table expression of the dialect. */
  readonly source: string;
  /** A condition of the dialect on the input's columns. */
  readonly where?: string;
  readonly steps: readonly Step[];
}

/** Rows of a pipeline that meet a condition: columns of the input (all when not told), then more. */
export interface RowsQuery {
  readonly kind: 'rows';
  readonly pipeline: Pipeline;
  readonly keep?: readonly string[];
  readonly add: readonly Named[];
  readonly filter?: Expression;
}

/** One row per combination of keys. What is shown of a key is worked out once per row of the result. */
export interface GroupsQuery {
  readonly kind: 'groups';
  readonly pipeline: Pipeline;
  readonly keys: readonly { readonly name: string; readonly key: string; readonly shown: Expression }[];
  readonly totals: readonly Total[];
}

/** One row per item: its name, and its totals over all rows of the pipeline. */
export interface ItemsQuery {
  readonly kind: 'items';
  readonly pipeline: Pipeline;
  /** Name of the column that names the items. */
  readonly item: string;
  readonly items: readonly { readonly name: string; readonly totals: readonly Total[] }[];
}

/** The different texts per item, without NULL. */
export interface TextsQuery {
  readonly kind: 'texts';
  readonly pipeline: Pipeline;
  readonly item: string;
  readonly text: string;
  readonly items: readonly { readonly name: string; readonly value: Expression }[];
}

/** All that can be asked of a pipeline. */
export type Query = RowsQuery | GroupsQuery | ItemsQuery | TextsQuery;

/** A total over rows. */
export type Total =
  | { readonly kind: 'rows'; readonly name: string }
  /** Rows for which a test is true. */
  | { readonly kind: 'rows_where'; readonly name: string; readonly test: Expression }
  /** An exact sum of numbers; 0 where there are none. */
  | { readonly kind: 'sum'; readonly name: string; readonly of: Expression };
