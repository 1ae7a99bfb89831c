import type { InputColumn } from '../columns.ts';
import { identifier } from '../source/sql-text.ts';

const EXACT = 'DECIMAL(38, 6)';

/** The exact value of a money cell as SQL (DuckDB), with at most 6 digits after the point; NULL for what is no plain number. */
function amountOf({ name, stored }: InputColumn): string {
  const column = identifier(name);
  const cell = stored === 'integer' || stored === 'decimal' ? column : `trim(CAST(${column} AS VARCHAR))`;
  return `TRY_CAST(${cell} AS ${EXACT})`;
}

/** The same where what is no number counts as nothing; see {@link unreadAmounts}. */
export function exactAmount(column: InputColumn): string {
  return `coalesce(${amountOf(column)}, 0)`;
}

/** A query that counts the money cells that are neither empty nor a plain number: they add nothing to any sum. */
export function unreadAmounts(column: InputColumn, relation: string): string {
  const filled = `trim(CAST(${identifier(column.name)} AS VARCHAR)) <> ''`;
  return `SELECT count(*) FROM ${relation} WHERE ${filled} AND ${amountOf(column)} IS NULL`;
}
