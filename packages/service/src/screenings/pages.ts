import { DuckDBInstance } from '@duckdb/node-api';

/** Which rows of a result are wanted. */
export interface PageQuery {
  readonly verdict?: string;
  /** Rows that need this unknown. */
  readonly need?: string;
  readonly provision?: string;
  /** Rows after this one. */
  readonly after: number;
  readonly limit: number;
}

/** A page of rows. */
export interface RowPage {
  readonly columns: readonly string[];
  /** Each with its number among the good rows, from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, unknown>> }[];
  /** To be given as `after` for the next page; null at the end. */
  readonly next: number | null;
}

const NUMBER = 'proviso_row';

/** Reads pages of results. The database behind it is started when the first page is asked for. */
export class Pages {
  #instance: Promise<DuckDBInstance> | undefined;

  /** A page of a Parquet file of rows with their verdicts, in the order of the file. */
  async read(path: string, { verdict, need, provision, after, limit }: PageQuery): Promise<RowPage> {
    this.#instance ??= DuckDBInstance.create(':memory:', { memory_limit: '256MB', threads: '1' });
    const connection = await (await this.#instance).connect();
    try {
      const conditions = ['file_row_number >= $after'];
      const values: Record<string, string | number> = { path, after, most: limit + 1 };
      if (verdict !== undefined) {
        conditions.push('CAST(verdict AS VARCHAR) = $verdict');
        values.verdict = verdict;
      }
      if (need !== undefined) {
        conditions.push('list_contains(CAST(needs AS VARCHAR[]), $need)');
        values.need = need;
      }
      if (provision !== undefined) {
        conditions.push('list_contains(CAST(provisions AS VARCHAR[]), $provision)');
        values.provision = provision;
      }
      const reader = await connection.runAndReadAll(
        `SELECT file_row_number AS ${NUMBER}, * EXCLUDE (file_row_number) FROM read_parquet($path, file_row_number = true)
         WHERE ${conditions.join(' AND ')} ORDER BY file_row_number LIMIT $most`,
        values,
      );
      const [, ...columns] = reader.columnNames();
      const found = reader.getRowsJson();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        columns,
        rows: shown.map(([number, ...cells]) => ({
          row: Number(number) + 1,
          cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])),
        })),
        next: found.length > limit && last !== undefined ? Number(last[0]) + 1 : null,
      };
    } finally {
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    (await this.#instance)?.closeSync();
  }
}
