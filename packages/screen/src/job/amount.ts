import type { InputColumn } from '../columns.ts';
import { quoteName } from './sql-text.ts';

const EXACT = 'DECIMAL(24, 6)';

/**
 * The exact value of a money cell as SQL (DuckDB), with at most 18 digits before and 6 after the point. In texts a currency sign
 * in front and commas between thousands are left out. What is no number counts as nothing.
 */
export function exactAmount({ name, stored }: InputColumn): string {
  const column = quoteName(name);
  if (stored === 'integer' || stored === 'decimal') return `coalesce(TRY_CAST(${column} AS ${EXACT}), 0)`;
  const text = `replace(ltrim(trim(CAST(${column} AS VARCHAR)), '$€£¥ '), ',', '')`;
  return `coalesce(TRY_CAST(${text} AS ${EXACT}), 0)`;
}
