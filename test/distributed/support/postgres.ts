import pg from 'pg';
import type { Book } from './book.ts';

const TYPES: Readonly<Record<string, string>> = { VARCHAR: 'text', DATE: 'date', BOOLEAN: 'boolean', DOUBLE: 'float8' };

/** A schema of its own in a database, with the book in it; gone at the end. */
export class PostgresBook {
  readonly client: pg.Client;
  readonly schema = `Proviso ${process.pid}`;
  readonly table = `"${this.schema}"."The book"`;

  constructor(url: string) {
    this.client = new pg.Client({ connectionString: url });
  }

  /** Connects and copies the rows. */
  async open(book: Book): Promise<void> {
    await this.client.connect();
    const columns = await book.query(`DESCRIBE FROM read_parquet('${book.rows}')`);
    const types = columns.map(([name, type]) => `"${name}" ${typeOf(String(type))}`);
    await this.client.query(`CREATE SCHEMA "${this.schema}"`);
    await this.client.query(`CREATE TABLE ${this.table} (${types.join(', ')})`);
    const rows = await book.query(`SELECT to_json(b)::VARCHAR FROM read_parquet('${book.rows}') AS b`);
    await this.client.query(
      `INSERT INTO ${this.table} SELECT * FROM json_populate_recordset(NULL::${this.table}, $1)`,
      [`[${rows.map(([row]) => row).join(',')}]`],
    );
  }

  /** The rows of a query as text. */
  async rows(query: string): Promise<readonly (readonly unknown[])[]> {
    return (await this.client.query<unknown[]>({ text: query, rowMode: 'array' })).rows;
  }

  /** The tables of the schema. */
  async tables(): Promise<readonly unknown[]> {
    return (await this.rows(`SELECT tablename FROM pg_tables WHERE schemaname = '${this.schema}' ORDER BY 1`)).flat();
  }

  async close(): Promise<void> {
    await this.client.query(`DROP SCHEMA IF EXISTS "${this.schema}" CASCADE`);
    await this.client.end();
  }
}

function typeOf(type: string): string {
  return type.startsWith('DECIMAL') ? 'numeric' : (TYPES[type] ?? 'text');
}
