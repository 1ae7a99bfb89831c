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

/** The query with its cells as CSV has them. */
export function csvQuery(columns: readonly WrittenColumn[], query: string, safe: boolean): string {
  const cells = columns.map((column) => {
    const number =
      /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*|BIGNUM|FLOAT|DOUBLE|BOOLEAN|DATE|TIMESTAMP.*)$/.test(
        column.type,
      );
    const text = textCell(column);
    const cell = safe && !number ? spreadsheetSafe(text) : text;
    return `${cell} AS ${identifier(safe ? spreadsheetSafeText(column.name) : column.name)}`;
  });
  return `SELECT ${cells.join(', ')} FROM (${query})`;
}
