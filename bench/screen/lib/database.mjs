import { DuckDBInstance } from '@duckdb/node-api';

export const THREADS = 2;

/** A DuckDB in memory with two threads, and nothing else that would favour anybody. */
export async function openDatabase(settings = {}) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(THREADS), ...settings });
  const connection = await instance.connect();
  return {
    run: (statement) => connection.run(statement),
    connection,
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export const textLiteral = (text) => `'${text.replaceAll("'", "''")}'`;
export const name = (text) => `"${text.replaceAll('"', '""')}"`;
