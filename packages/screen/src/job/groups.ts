import type { DuckDBConnection } from '@duckdb/node-api';
import type { Tabulation } from '@proviso/logic/tabulate';
import type { CountedGroup } from '../summary/input.ts';

/** Runs a query of `ScreenSql.counted` and reads its groups. */
export async function readGroups(
  connection: DuckDBConnection,
  query: string,
  tabulation: Tabulation,
): Promise<readonly CountedGroup[]> {
  const reader = await connection.runAndReadAll(query);
  return groupsFrom(reader.columnNames(), reader.getRows(), tabulation);
}

/** The groups in the rows of a query of `ScreenSql.counted`, whatever engine ran it. */
export function groupsFrom(
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
  tabulation: Tabulation,
): readonly CountedGroup[] {
  const place = (name: string) => names.indexOf(name);
  const outcome = place('outcome');
  const count = place('rows');
  const amount = place('amount');
  const provisions = tabulation.provisions.map((_, index) => place(`provisions_${index + 1}`));
  const needs = tabulation.needs.map((_, index) => place(`needs_${index + 1}`));
  return rows.map((row) => {
    const id = (at: number): number | null => (row[at] === null || row[at] === undefined ? null : Number(row[at]));
    return {
      outcome: id(outcome),
      provisions: provisions.map(id),
      needs: needs.map(id),
      rows: Number(row[count]),
      ...(amount < 0 ? {} : { amount: row[amount] === null ? '0' : String(row[amount]) }),
    };
  });
}
