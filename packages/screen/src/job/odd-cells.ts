import type { DuckDBConnection } from '@duckdb/node-api';
import type { Program } from '@proviso/logic';
import { regionFinder, type Tabulation } from '@proviso/logic/tabulate';
import { enumerationsByName, readScalar } from '@proviso/model';
import type { ScreenSql, ScreenSqlOptions } from '../sql/contract.ts';

/** Different spellings that the library reads; the rows of any more are bad. */
const MOST_SPELLINGS = 10_000;

/**
 * Cells that no SQL reads exactly (fractions, numbers of very many digits), read by the library as `decide` reads them: for each
 * fact the code of each such text. Empty when there are none.
 */
export async function readOddCells(
  connection: DuckDBConnection,
  program: Program,
  tabulation: Tabulation,
  sql: ScreenSql,
): Promise<NonNullable<ScreenSqlOptions['readByLibrary']>> {
  if (sql.spellings === undefined) return {};
  const enumerations = enumerationsByName(program.compiled.declarations);
  const facts = new Map(tabulation.facts.map((fact) => [fact.path, { fact, find: regionFinder(fact) }]));
  const reader = await connection.runAndReadAll(`SELECT fact, cell FROM (${sql.spellings}) LIMIT ${MOST_SPELLINGS}`);
  const read: Record<string, Record<string, number>> = {};
  for (const [path, cell] of reader.getRows()) {
    const found = facts.get(String(path));
    if (found === undefined) continue;
    const { type } = found.fact;
    const value = readScalar(type.kind === 'list' || type.kind === 'set' ? type.of : type, String(cell), enumerations);
    if (!value.ok) continue;
    const codes = read[found.fact.path] ?? {};
    codes[String(cell)] = 1 + found.find(value.value);
    read[found.fact.path] = codes;
  }
  return read;
}
