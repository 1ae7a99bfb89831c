import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Verdicts that a person looks at together. */
const VERDICTS_OF_BIN = {
  prohibited: ['prohibited'],
  restricted: ['restricted'],
  licensed_or_exempt: ['licensed', 'exempt'],
  not_restricted: ['not_restricted'],
  undetermined: ['undetermined'],
} as const;

/** The five bins in which the rows of a screening lie. */
export const BINS = ['prohibited', 'restricted', 'licensed_or_exempt', 'not_restricted', 'undetermined'] as const;

/** Which rows of a result are wanted. */
export interface PageQuery {
  /** What stands before the names of the added columns. */
  readonly prefix: string;
  readonly verdict?: string;
  readonly bin?: (typeof BINS)[number];
  /** Rows that need this unknown. */
  readonly need?: string;
  readonly provision?: string;
  /** Rows that the last of these unknowns settles once those before it are known. */
  readonly asked?: readonly string[];
  /** Rows after this one. */
  readonly after: number;
  readonly limit: number;
  /** How many such rows to leave out first. */
  readonly skip: number;
}

/** A page of rows. */
export interface RowPage {
  readonly columns: readonly string[];
  /** Each with its number among the good rows, from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, unknown>> }[];
  /** To be given as `after` for the next page; null at the end. */
  readonly next: number | null;
  /** How many rows are wanted in all, on whatever page. */
  readonly total: number;
}

type Bound = Readonly<Record<string, string | number>>;

const NUMBER = 'proviso_row';
const ENGINE_NUMBER = 'file_row_number';
const MOST_TOTALS = 500;

/** Reads pages of results. The database behind it is started when the first page is asked for. */
export class Pages {
  readonly #totals = new Map<string, Promise<number>>();
  #instance: Promise<DuckDBInstance> | undefined;

  /** A page of a Parquet file of rows with their verdicts, in the order of the file. */
  async read(path: string, query: PageQuery): Promise<RowPage> {
    this.#instance ??= DuckDBInstance.create(':memory:', { memory_limit: '256MB', threads: '1' });
    const connection = await (await this.#instance).connect();
    try {
      const { after, limit, skip } = query;
      const { condition, values } = conditionOf(query);
      const bound = { ...values, path };
      const total = await this.#total(connection, condition, bound);
      // First which rows, from the few columns that tell; then all columns of these rows alone.
      const from = `FROM (${await numbered(connection, path)})`;
      const numbers = await connection.runAndReadAll(
        `SELECT ${NUMBER} ${from} WHERE ${NUMBER} >= $after AND ${condition}
         ORDER BY ${NUMBER} LIMIT $most OFFSET $skip`,
        { ...bound, after, most: limit + 1, skip },
      );
      const found = numbers.getRowsJson().map(([number]) => Number(number));
      const shown = found.slice(0, limit);
      const [first = 0] = shown;
      const last = shown.at(-1) ?? -1;
      const reader = await connection.runAndReadAll(
        `SELECT * ${from} WHERE ${NUMBER} BETWEEN $first AND $last AND ${condition} ORDER BY ${NUMBER}`,
        { ...bound, first, last },
      );
      const [, ...columns] = reader.columnNames();
      return {
        columns,
        rows: reader.getRowsJson().map(([number, ...cells]) => ({
          row: Number(number) + 1,
          cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])),
        })),
        next: found.length > limit ? last + 1 : null,
        total,
      };
    } finally {
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    (await this.#instance)?.closeSync();
  }

  /** Files do not change, so what was counted once is known. */
  #total(connection: DuckDBConnection, condition: string, bound: Bound): Promise<number> {
    const key = JSON.stringify([condition, bound]);
    const known = this.#totals.get(key);
    if (known !== undefined) return known;
    const counted = connection
      .runAndReadAll(`SELECT count(*) FROM read_parquet($path) WHERE ${condition}`, { ...bound })
      .then((reader) => Number(reader.getRowsJson()[0]?.[0] ?? 0));
    if (this.#totals.size >= MOST_TOTALS) this.#totals.clear();
    this.#totals.set(key, counted);
    counted.catch(() => this.#totals.delete(key));
    return counted;
  }
}

/** A SELECT of the rows at `$path` with their numbers from 0 in front. */
async function numbered(connection: DuckDBConnection, path: string): Promise<string> {
  const reader = await connection.runAndReadAll(
    `SELECT count(*) FROM parquet_schema($path) WHERE lower(name) = '${ENGINE_NUMBER}'`,
    { path },
  );
  // A table may have a column of the name that the engine gives to its own numbers.
  return Number(reader.getRowsJson()[0]?.[0] ?? 0) === 0
    ? `SELECT ${ENGINE_NUMBER} AS ${NUMBER}, * EXCLUDE (${ENGINE_NUMBER}) FROM read_parquet($path, file_row_number = true)`
    : `SELECT row_number() OVER () - 1 AS ${NUMBER}, * FROM read_parquet($path)`;
}

function conditionOf({ prefix, verdict, bin, need, provision, asked }: PageQuery): {
  readonly condition: string;
  readonly values: Bound;
} {
  const conditions = ['true'];
  const values: Record<string, string> = {};
  const text = (column: string) => `CAST(${addedColumn(prefix, column)} AS VARCHAR)`;
  const list = (column: string) => `CAST(${addedColumn(prefix, column)} AS VARCHAR[])`;
  if (verdict !== undefined) {
    conditions.push(`${text('verdict')} = $verdict`);
    values.verdict = verdict;
  }
  if (bin !== undefined) {
    const names = VERDICTS_OF_BIN[bin].map((name) => `'${name}'`);
    conditions.push(`${text('verdict')} IN (${names.join(', ')})`);
  }
  if (need !== undefined) {
    conditions.push(`list_contains(${list('needs')}, $need)`);
    values.need = need;
  }
  if (provision !== undefined) {
    conditions.push(`list_contains(${list('provisions')}, $provision)`);
    values.provision = provision;
  }
  if (asked !== undefined) {
    const names = asked.map((name, index) => {
      values[`asked_${index}`] = name;
      return `$asked_${index}`;
    });
    const within = (known: readonly string[]) => `list_has_all([${known.join(', ')}]::VARCHAR[], ${list('needs')})`;
    conditions.push(`${text('verdict')} = 'undetermined'`, within(names), `NOT ${within(names.slice(0, -1))}`);
  }
  return { condition: conditions.join(' AND '), values };
}

/** A column that the screening added, as a quoted name. */
export function addedColumn(prefix: string, name: string): string {
  return `"${prefix.replaceAll('"', '""')}${name}"`;
}
