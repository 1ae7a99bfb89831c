import type { StoredType } from '../../src/columns.ts';
import type { DialectName } from '../../src/sql/index.ts';

/** A cell as a test writes it: text of what is stored, a list of such, or nothing. */
export type Cell = string | readonly (string | null)[] | null;

/** A column of a test's table. */
export interface TestColumn {
  readonly name: string;
  readonly stored: StoredType;
}

/** A database to try SQL on. */
export interface Engine {
  readonly dialect: DialectName;
  /** The dialect's words for a table with these rows; it can be read several times. The first column is `id`, a whole number. */
  table(columns: readonly TestColumn[], rows: readonly (readonly Cell[])[]): Promise<string>;
  run(statement: string): Promise<void>;
  rows(query: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}
