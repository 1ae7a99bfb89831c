import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnMapping } from '../columns.ts';
import { identifier, literal } from '../source/sql-text.ts';
import type { ScreenSql } from '../sql/contract.ts';
import type { InspectedFact } from './contract.ts';

const FIRST = 3;

/** How full the mapped columns are, how many of their cells are bad, and where the first ones stand. */
export async function inspectCells(
  connection: DuckDBConnection,
  sql: ScreenSql,
  located: ScreenSql,
  mapping: ColumnMapping,
): Promise<readonly InspectedFact[]> {
  const reader = await connection.runAndReadAll(sql.inspected());
  const names = reader.columnNames();
  const place = (name: string) => names.indexOf(name);
  const found: InspectedFact[] = [];
  for (const row of reader.getRows()) {
    const fact = String(row[place('fact')]);
    const mapped = [...mapping.facts, ...(mapping.asOf === undefined ? [] : [{ ...mapping.asOf, fact: 'as_of' }])].find(
      (candidate) => candidate.fact === fact,
    );
    const bad = Number(row[place('bad')]);
    found.push({
      fact,
      column: mapped?.column ?? fact,
      filled: Number(row[place('filled')]),
      empty: Number(row[place('empty')]),
      bad,
      firstBad: bad === 0 || mapped === undefined ? [] : await firstBad(connection, located, fact, mapped.column),
    });
  }
  return found;
}

async function firstBad(
  connection: DuckDBConnection,
  located: ScreenSql,
  fact: string,
  column: string,
): Promise<InspectedFact['firstBad']> {
  const reader = await connection.runAndReadAll(
    `SELECT COLUMNS('^proviso_(line|file)$'), CAST(${identifier(column)} AS VARCHAR) AS proviso_cell
     FROM (${located.bad()}) WHERE list_contains(string_split(proviso_bad, ';'), ${literal(fact)})
     ORDER BY ALL LIMIT ${FIRST}`,
  );
  const names = reader.columnNames();
  return reader.getRows().map((row) => {
    const file = names.indexOf('proviso_file');
    return {
      line: Number(row[names.indexOf('proviso_line')]),
      ...(file < 0 ? {} : { file: String(row[file]) }),
      cell: row[names.indexOf('proviso_cell')] === null ? '' : String(row[names.indexOf('proviso_cell')]),
    };
  });
}
