import type { DuckDBConnection } from '@duckdb/node-api';
import type { Tabulation } from '@proviso/logic/tabulate';

/** Rows that have the same labels in every chart. */
export interface CountedGroup {
  /** Index of the outcome's label; null where a cell of the row is bad. */
  readonly outcome: number | null;
  /** Indices of the labels of the further charts of provisions and of the charts of needs; null where they do not apply. */
  readonly provisions: readonly (number | null)[];
  readonly needs: readonly (number | null)[];
  readonly rows: number;
  readonly amount?: string;
}

/** Runs a query of `ScreenSql.counted` and reads its groups. */
export async function readGroups(
  connection: DuckDBConnection,
  query: string,
  tabulation: Tabulation,
): Promise<readonly CountedGroup[]> {
  const reader = await connection.runAndReadAll(query);
  const names = reader.columnNames();
  const place = (name: string) => names.indexOf(name);
  const outcome = place('outcome');
  const rows = place('rows');
  const amount = place('amount');
  const provisions = tabulation.provisions.map((_, index) => place(`provisions_${index + 1}`));
  const needs = tabulation.needs.map((_, index) => place(`needs_${index + 1}`));
  return reader.getRows().map((row) => {
    const id = (at: number): number | null => (row[at] === null || row[at] === undefined ? null : Number(row[at]));
    return {
      outcome: id(outcome),
      provisions: provisions.map(id),
      needs: needs.map(id),
      rows: Number(row[rows]),
      ...(amount < 0 ? {} : { amount: row[amount] === null ? '0' : String(row[amount]) }),
    };
  });
}
