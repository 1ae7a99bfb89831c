import { DuckDBInstance } from '@duckdb/node-api';
import { answer } from './protocol.mjs';

const [threads = '1'] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
await answer(async ({ setup, query, mode, output }) => {
  for (const statement of setup) await connection.run(statement);
  if (mode === 'write') await connection.run(`COPY (${query}) TO '${output}' (FORMAT parquet)`);
  const counted = mode === 'write' ? `read_parquet('${output}')` : `(${query})`;
  const reader = await connection.runAndReadAll(
    `SELECT verdict, count(*)::INTEGER FROM ${counted} GROUP BY ALL ORDER BY ALL`,
  );
  return { counts: Object.fromEntries(reader.getRowsJson()) };
});
