import pg from 'pg';
import { answer } from './protocol.mjs';

const [url] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
await answer(async ({ setup, query, mode }) => {
  for (const statement of setup) await client.query(statement);
  if (mode === 'write') await client.query(`CREATE TABLE proviso_bench_out AS ${query}`);
  const counted = mode === 'write' ? 'proviso_bench_out' : `(${query}) AS judged`;
  const { rows } = await client.query(`SELECT verdict, count(*)::int AS count FROM ${counted} GROUP BY 1 ORDER BY 1`);
  if (mode === 'write') await client.query('DROP TABLE proviso_bench_out');
  return { counts: Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count])) };
});
await client.end();
