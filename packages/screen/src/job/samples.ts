import type { DuckDBConnection } from '@duckdb/node-api';
import type { InputColumn } from '../columns.ts';
import type { OpenedSource } from '../source/contract.ts';
import { identifier } from '../source/sql-text.ts';

/** Rows looked at, cells kept per column, and columns looked at. */
const ROWS = 5_000;
const CELLS = 60;
const COLUMNS = 300;

/**
 * Distinct cells of each text column among the first rows, most frequent first: what suggestions for columns and for words in
 * cells are made from.
 */
export async function sampleCells(
  connection: DuckDBConnection,
  source: OpenedSource,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const columns = source.columns.filter(({ stored }: InputColumn) => stored === 'text').slice(0, COLUMNS);
  if (columns.length === 0) return {};
  const counted = columns.map(
    ({ name }, index) =>
      `SELECT ${index} AS place, cell FROM (SELECT ${identifier(name)} AS cell, count(*) AS n FROM head WHERE cell IS NOT NULL GROUP BY ALL ORDER BY n DESC, cell LIMIT ${CELLS})`,
  );
  const reader = await connection.runAndReadAll(
    `WITH head AS MATERIALIZED (SELECT ${columns.map(({ name }) => identifier(name)).join(', ')} FROM ${source.oneByOne ?? source.relation} LIMIT ${ROWS}) ${counted.join(' UNION ALL ')}`,
  );
  const cells = Object.create(null) as Record<string, string[]>;
  for (const [place, cell] of reader.getRows()) {
    const name = columns[Number(place)]?.name;
    if (name === undefined) continue;
    cells[name] ??= [];
    cells[name].push(String(cell));
  }
  return cells;
}
