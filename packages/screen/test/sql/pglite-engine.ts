import { PGlite } from '@electric-sql/pglite';
import type { StoredType } from '../../src/columns.ts';
import type { Cell, Engine } from './engine.ts';

const TYPES: Readonly<Record<StoredType, string>> = {
  text: 'text',
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'numeric',
  double: 'double precision',
  date: 'date',
  timestamp: 'timestamp',
  instant: 'timestamptz',
  list: 'text[]',
  other: 'bytea',
};

/** A PostgreSQL in this process. */
export async function pgliteEngine(): Promise<Engine> {
  const database = await PGlite.create();
  await database.exec("SET TimeZone = 'Asia/Tokyo'");
  return {
    dialect: 'postgresql',
    async table(columns, rows) {
      const names = columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`);
      const types = columns.map(({ stored }, index) => `${names[index]} ${TYPES[stored]}`);
      await database.exec(`DROP TABLE IF EXISTS trial; CREATE TABLE trial (${types.join(', ')})`);
      const values = rows.map((row) => `(${row.map((cell) => literal(cell)).join(', ')})`);
      if (values.length > 0) await database.exec(`INSERT INTO trial VALUES ${values.join(', ')}`);
      return 'trial';
    },
    async run(statement) {
      await database.exec(statement);
    },
    async rows(query) {
      return (await database.query<Record<string, unknown>>(query)).rows;
    },
    close: () => database.close(),
  };
}

function literal(cell: Cell): string {
  if (cell === null) return 'NULL';
  if (typeof cell !== 'string') return `ARRAY[${cell.map(literal).join(', ')}]::text[]`;
  return `'${cell.replaceAll("'", "''")}'`;
}
