import { DuckDBInstance } from '@duckdb/node-api';
import type { StoredType } from '../../src/columns.ts';
import type { Cell, Engine } from './engine.ts';

const TYPES: Readonly<Record<StoredType, string>> = {
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
  integer: 'BIGINT',
  decimal: 'DECIMAL(24,10)',
  double: 'DOUBLE',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  instant: 'TIMESTAMPTZ',
  list: 'VARCHAR[]',
  other: 'BLOB',
};

/** A DuckDB in memory. */
export async function duckdbEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'Asia/Tokyo'");
  return {
    dialect: 'duckdb',
    async table(columns, rows) {
      const names = columns.map(({ name }) => quoted(name));
      const types = columns.map(({ stored }, index) => `${names[index]} ${TYPES[stored]}`);
      await connection.run(`CREATE OR REPLACE TABLE trial (${types.join(', ')})`);
      const values = rows.map(
        (row) => `(${row.map((cell, index) => literal(cell, columns[index]?.stored)).join(', ')})`,
      );
      if (values.length > 0) await connection.run(`INSERT INTO trial VALUES ${values.join(', ')}`);
      return 'trial';
    },
    async run(statement) {
      await connection.run(statement);
    },
    async rows(query) {
      return (await connection.runAndReadAll(query)).getRowObjectsJson();
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(cell: Cell, stored: StoredType | undefined): string {
  if (cell === null) return 'NULL';
  if (typeof cell !== 'string') return `[${cell.map((item) => literal(item, 'text')).join(', ')}]::VARCHAR[]`;
  const text = `'${cell.replaceAll("'", "''")}'`;
  return stored === 'double' || stored === 'decimal' ? `${text}::${TYPES[stored]}` : text;
}
