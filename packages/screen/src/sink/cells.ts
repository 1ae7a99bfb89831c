import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier } from '../source/sql-text.ts';
import { spreadsheetSafe, spreadsheetSafeText } from './spreadsheet.ts';

/** A column of a query, as it is to be written. */
export interface WrittenColumn {
  readonly name: string;
  /** The engine's type. */
  readonly type: string;
}

/** The columns of a query. */
export async function columnsOf(connection: DuckDBConnection, query: string): Promise<readonly WrittenColumn[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE ${query}`);
  return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/**
 * SQL for a cell as text: lists of texts joined by `;`, instants in UTC (`2020-09-20T04:00:00Z`), everything else as
 * the engine shows it.
 */
export function textCell(column: WrittenColumn): string {
  const cell = identifier(column.name);
  if (/^VARCHAR\[\d*\]$/.test(column.type)) return `array_to_string(${cell}, ';')`;
  if (column.type === 'TIMESTAMP WITH TIME ZONE') {
    return `regexp_replace(strftime(${cell} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%f'), '\\.?0+$', '') || 'Z'`;
  }
  return column.type === 'VARCHAR' ? cell : `CAST(${cell} AS VARCHAR)`;
}

const NUMBERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*|BIGNUM|FLOAT|DOUBLE|BOOLEAN|DATE|TIMESTAMP.*)$/;
/** Above this many texts they are looked at as one list: the engine prepares each search for formulas anew, which takes longer. */
const MANY_TEXTS = 100;
const TEXTS = 'proviso_texts';

/** The query with its cells as CSV has them. */
export function csvQuery(columns: readonly WrittenColumn[], query: string, safe: boolean): string {
  if (!safe) {
    const plain = columns.map((column) => `${textCell(column)} AS ${identifier(column.name)}`);
    return `SELECT ${plain.join(', ')} FROM (${query})`;
  }
  const texts = columns.filter(({ type }) => !NUMBERS.test(type));
  const places = new Map(texts.map(({ name }, index) => [name, index + 1]));
  const together = texts.length > MANY_TEXTS;
  const cells = columns.map((column) => {
    const place = places.get(column.name);
    const cell =
      place === undefined ? textCell(column) : together ? `${TEXTS}[${place}]` : spreadsheetSafe(textCell(column));
    return `${cell} AS ${identifier(spreadsheetSafeText(column.name))}`;
  });
  if (!together) return `SELECT ${cells.join(', ')} FROM (${query})`;
  const others = columns.filter(({ name }) => !places.has(name)).map(({ name }) => identifier(name));
  const list = `list_transform([${texts.map(textCell).join(', ')}], lambda cell: ${spreadsheetSafe('cell')}) AS ${TEXTS}`;
  return `SELECT ${cells.join(', ')} FROM (SELECT ${[...others, list].join(', ')} FROM (${query}))`;
}
