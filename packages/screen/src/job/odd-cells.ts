import type { DuckDBConnection } from '@duckdb/node-api';
import type { Program } from '@proviso/logic';
import type { TabulatedFact, Tabulation } from '@proviso/logic/tabulate';
import { regionFinder } from '@proviso/logic/tabulate';
import { enumerationsByName, readScalar } from '@proviso/model';
import type { ColumnMapping } from '../columns.ts';
import type { ScreenSql } from '../sql/contract.ts';
import { quoteName, quoteText } from './sql-text.ts';

/** Different spellings that the library reads for one column; the rows of any more are bad. */
const MOST_SPELLINGS = 10_000;
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'fraction']);

/**
 * Cells that no SQL reads exactly (fractions, numbers of very many digits, unusual spellings), read by the library as `decide`
 * reads them: for each fact the code of each such text. Empty when there are none.
 */
export async function readOddCells(
  connection: DuckDBConnection,
  program: Program,
  tabulation: Tabulation,
  mapping: ColumnMapping,
  sql: ScreenSql,
): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const enumerations = enumerationsByName(program.compiled.declarations);
  const read: Record<string, Record<string, number>> = {};
  for (const mapped of mapping.facts) {
    const fact = tabulation.facts.find(({ path }) => path === mapped.fact);
    if (fact === undefined || mapped.stored !== 'text' || !isNumber(fact)) continue;
    const { type } = fact;
    if (type.kind === 'list' || type.kind === 'set') continue;
    const find = regionFinder(fact);
    const reader = await connection.runAndReadAll(
      `SELECT DISTINCT trim(${quoteName(mapped.column)}) FROM (${sql.bad()}) WHERE list_contains(string_split(proviso_bad, ';'), ${quoteText(mapped.fact)}) LIMIT ${MOST_SPELLINGS}`,
    );
    for (const [cell] of reader.getRows()) {
      const value = readScalar(type, String(cell), enumerations);
      if (!value.ok) continue;
      read[mapped.fact] ??= {};
      const spellings = read[mapped.fact];
      if (spellings !== undefined) spellings[String(cell)] = 1 + find(value.value);
    }
  }
  return read;
}

function isNumber({ type }: TabulatedFact): boolean {
  return NUMBERS.has(type.kind);
}
