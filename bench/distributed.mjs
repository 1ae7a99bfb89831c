// node bench/distributed.mjs [--rows N] [--rounds N] [--only WORD] [--python PATH] [--postgres URL] [--json FILE]
// How fast other engines judge the sample book with the SQL that `proviso screen --sql` prints: rows a second by the clock, and
// by the time of the processor. Spark and ClickHouse need a Python with pyspark and chdb, PostgreSQL an address. Linux only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { processorTime } from './distributed/processor-time.mjs';
import { table } from './lib/table.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    python: { type: 'string', default: process.env.PROVISO_SQL_PYTHON },
    postgres: { type: 'string', default: process.env.PROVISO_TEST_POSTGRES_URL },
    json: { type: 'string' },
  },
});
const ROWS = Number(options.rows);
const ROUNDS = Number(options.rounds);
if (!(Number.isSafeInteger(ROWS) && ROWS > 0 && Number.isSafeInteger(ROUNDS) && ROUNDS > 0)) {
  console.error('--rows and --rounds are whole numbers above 0');
  process.exit(2);
}
const here = (path) => join(import.meta.dirname, path);
const folder = mkdtempSync(join(tmpdir(), 'proviso-distributed-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const book = here(`screen/data/gaps-${ROWS}.parquet`);
mkdirSync(here('screen/data'), { recursive: true });
if (!existsSync(book))
  run(process.execPath, [here('../examples/us-platform-2020/generate.mjs'), '--rows', options.rows, '-o', book]);

const python = here('distributed/engines.py');
const standalone = here('../examples/spark/standalone.sh');
const sparks = (name, master) => ({
  name,
  dialect: 'spark',
  table: 'book',
  words: [options.python, python, 'spark', master],
});
const contenders = [
  ...[1, 2].map((cores) => ({
    name: `DuckDB, ${cores} threads`,
    dialect: 'duckdb',
    table: `read_parquet('${book}')`,
    words: [process.execPath, here('distributed/duckdb.mjs'), String(cores)],
  })),
  ...(options.python === undefined
    ? []
    : [
        ...[1, 2].map((cores) => ({
          name: `ClickHouse, ${cores} threads`,
          dialect: 'clickhouse',
          table: `file('${book}', 'Parquet')`,
          words: [options.python, python, 'clickhouse', String(cores)],
        })),
        ...[1, 2].map((cores) => sparks(`Spark, local[${cores}]`, `local[${cores}]`)),
        ...[1, 2].map((workers) => ({
          ...sparks(`Spark, ${workers} workers, 1 core each`, ''),
          words: [
            'bash',
            '-c',
            `WORKERS=${workers} PYTHON=$0 "$2" bash -c '"$0" "$1" spark "$MASTER"' "$0" "$1"`,
            options.python,
            python,
            standalone,
          ],
        })),
      ]),
  ...(options.postgres === undefined
    ? []
    : [
        {
          // One process: its plan for the law is not one that it cuts into pieces.
          name: 'PostgreSQL',
          dialect: 'postgresql',
          table: 'proviso_bench_book',
          words: [process.execPath, here('distributed/postgres.mjs'), options.postgres],
          prepare: () => fillPostgres(options.postgres),
        },
      ]),
].filter(({ name }) => options.only === undefined || name.includes(options.only));

const report = {
  rows: ROWS,
  rounds: ROUNDS,
  processors: cpus().length,
  load: loadavg(),
  started: new Date().toISOString(),
  results: [],
};
for (const contender of contenders) {
  const { name, dialect, words } = contender;
  console.error(`  ${name}`);
  const roots = (await contender.prepare?.()) ?? [];
  const sql = join(folder, `${dialect}.sql`);
  const map = here('../examples/us-platform-2020/map.json');
  run(process.execPath, [
    ...[here('../packages/cli/bin/proviso.cjs'), 'screen', book, '--rulebook', 'us/wechat', '--as-of', '2020-09-21'],
    ...[
      '--known-on',
      '2020-09-18',
      '--map',
      map,
      '--sql',
      dialect,
      '--query',
      contender.table,
      '-o',
      sql,
      '--overwrite',
    ],
  ]);
  const child = spawn(words[0], words.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = `${errors}${text}`.slice(-2000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(errors);
      if (value.startsWith('{')) return JSON.parse(value);
    }
  };
  try {
    await next();
    for (const mode of ['count', 'write']) {
      let best = { wall: Infinity, processor: Infinity };
      // The first round is for the engine to get warm.
      for (let round = 0; round <= ROUNDS; round++) {
        const output = join(folder, `${dialect}-out.parquet`);
        const [before, since] = [processorTime([child.pid, ...roots]), performance.now()];
        child.stdin.write(`${JSON.stringify({ sql, mode, input: book, output })}\n`);
        const { counts } = await next();
        const wall = (performance.now() - since) / 1000;
        const processor = processorTime([child.pid, ...roots]) - before;
        const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
        if (rows !== ROWS) throw new Error(`${rows} rows were judged, not ${ROWS}: ${JSON.stringify(counts)}`);
        report.results.push({ name, mode, round, wall, processor, counts, load: loadavg()[0] });
        if (round > 0) best = { wall: Math.min(best.wall, wall), processor: Math.min(best.processor, processor) };
        rmSync(output, { recursive: true, force: true });
      }
      contender[mode] = best;
    }
  } catch (error) {
    contender.failed = error.message.trim().split('\n').at(-1).slice(0, 300);
    console.error(`  ${name} failed: ${contender.failed}`);
    process.exitCode = 1;
  }
  child.stdin.end();
  await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()));
}
report.loadAfter = loadavg();
const distinct = new Set(report.results.map(({ counts }) => JSON.stringify(Object.entries(counts).sort())));
if (distinct.size > 1) {
  console.error(`engines disagree: ${[...distinct].join(' ')}`);
  process.exitCode = 1;
}

const millions = (rows) => (rows / 1e6).toFixed(2);
const hours = (seconds) => ((seconds / ROWS) * (1e9 / 3600)).toFixed(2);
console.log(
  `${ROWS} rows, best of ${ROUNDS} warm rounds; load ${report.load[0].toFixed(1)} before and ${report.loadAfter[0].toFixed(1)} after, on ${report.processors} cores\n`,
);
console.log(
  table(
    ['engine', 'work', 'M rows/s', 'M rows/core s', 'core h/10^9'],
    contenders.flatMap(({ name, failed, ...modes }) =>
      failed === undefined
        ? ['count', 'write'].map((mode) => [
            name,
            mode,
            millions(ROWS / modes[mode].wall),
            millions(ROWS / modes[mode].processor),
            hours(modes[mode].processor),
          ])
        : [[name, 'failed', '', '', '']],
    ),
  ),
);
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);

function run(program, words) {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Puts the book into a table, once; gives the server's process, whose children judge. */
async function fillPostgres(url) {
  const { default: pg } = await import('pg');
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const duckdb = await (await DuckDBInstance.create()).connect();
  const rowsOf = async (sql) => (await duckdb.runAndReadAll(sql)).getRowsJson();
  const types = (await rowsOf(`DESCRIBE FROM read_parquet('${book}')`)).map(([name, type]) => {
    const theirs = type.startsWith('DECIMAL') ? 'numeric' : { BOOLEAN: 'boolean', DATE: 'date' }[type];
    return `"${name}" ${theirs ?? 'text'}`;
  });
  await client.query('DROP TABLE IF EXISTS proviso_bench_book');
  await client.query(`CREATE UNLOGGED TABLE proviso_bench_book (${types.join(', ')})`);
  const piece = 20_000;
  for (let from = 0; from < ROWS; from += piece) {
    const [[json]] = await rowsOf(
      `SELECT to_json(list(b))::VARCHAR FROM (FROM read_parquet('${book}') LIMIT ${piece} OFFSET ${from}) AS b`,
    );
    await client.query(
      'INSERT INTO proviso_bench_book SELECT * FROM json_populate_recordset(NULL::proviso_bench_book, $1)',
      [json],
    );
  }
  await client.query('VACUUM ANALYZE proviso_bench_book');
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid, current_setting('data_directory') AS folder");
  await client.end();
  const { readFileSync } = await import('node:fs');
  return [Number(readFileSync(join(rows[0].folder, 'postmaster.pid'), 'utf8').split('\n')[0])];
}
