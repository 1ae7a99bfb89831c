import { rmSync, statSync } from 'node:fs';
import { decidedByKey, judgeKeys, keepAnswers } from '../dist/screen-engine.mjs';
import { inFreshProcess } from '../lib/processes.mjs';
import { median } from '../lib/statistics.mjs';
import { book, repeated, scratch } from './lib/book.mjs';
import { openDatabase, textLiteral } from './lib/database.mjs';
import { HAND, scan } from './lib/law.mjs';
import { screening } from './lib/question.mjs';
import { measureRounds, promise, times } from './lib/rounds.mjs';

const MEMORY_LIMIT_MB = 300;

/** What is written: who, and the answer's three columns that people act on. */
export const WRITTEN = { lists: 'list', columns: ['Record ID'], add: ['verdict', 'provisions', 'needs'] };

/** What the command does to write a verdict file: count by combination, judge each, write. */
export async function writeByKey(database, { sql, tabulation }, output, add = WRITTEN.add) {
  const { answers } = await judgeKeys(database.connection, sql.keyed.counted(), sql.keyed, tabulation);
  await keepAnswers(database.connection, tabulation, answers);
  const query = decidedByKey(sql.keyed, WRITTEN.columns, WRITTEN.lists, '', add);
  await database.run(`COPY (${query}) TO ${textLiteral(output)} (FORMAT parquet)`);
}

/** Writing a verdict file: against the scan, and against writing the verdict by hand alone. */
export async function measureWriting({ rows, rounds, say }) {
  const file = book('gaps', rows, 'parquet', say);
  const output = scratch('out.parquet');
  const database = await openDatabase();
  const asked = await screening(database, file);
  const { source, facts, sql } = asked;
  for (const statement of sql.setup) await database.run(statement);
  await database.run(`CREATE TEMP TYPE verdict AS ENUM ('not_restricted', 'exempt', 'prohibited', 'undetermined')`);
  const sizes = {};
  const copy = (name, query) => async () => {
    rmSync(output, { force: true });
    await database.run(`COPY (${query}) TO ${textLiteral(output)} (FORMAT parquet)`);
    sizes[name] = statSync(output).size / 1e6;
  };
  const label = `CAST(['not_restricted', 'exempt', 'prohibited', 'undetermined'] AS verdict[])[(${HAND}) + 1]`;
  try {
    const measured = await measureRounds(
      {
        scan: () => database.rows(`${scan(facts)} FROM ${source}`),
        id: copy('id', `SELECT "Record ID" FROM ${source}`),
        hand: copy('hand', `SELECT "Record ID", ${label} AS verdict FROM ${source}`),
        walk: copy('walk', sql.decided(WRITTEN)),
        proviso: async () => {
          rmSync(output, { force: true });
          await writeByKey(database, asked, output);
          sizes.proviso = statSync(output).size / 1e6;
        },
      },
      rounds,
      (message) => say(`writing: ${message}`),
    );
    return { rows, measured, sizes };
  } finally {
    database.close();
    rmSync(output, { force: true });
  }
}

/** Peak memory of a whole process that writes the file; the median of three. `rows` may be ten times the book's. */
export async function measureMemory({ rows, times: turns, say }) {
  const made = book('gaps', rows, 'parquet', say);
  const file = turns === 1 ? made : await repeated(made, turns, rows, say);
  const runs = Array.from({ length: turns === 1 ? 3 : 1 }, () => {
    const { result, reason } = inFreshProcess('screen/write-once.mjs', [file]);
    if (result === null) throw new Error(`writing in a fresh process: ${reason}`);
    say(`${(rows * turns).toLocaleString('en')} rows: ${result.peakMb.toFixed(0)} MB, ${result.ms.toFixed(0)} ms`);
    return result;
  });
  return {
    rows: rows * turns,
    peakMb: median(runs.map(({ peakMb }) => peakMb)),
    ms: median(runs.map(({ ms }) => ms)),
    written: runs[0].written,
  };
}

export const writingTitles = {
  scan: 'plain scan of the facts',
  id: 'write the identifier alone',
  hand: 'write identifier and verdict by hand',
  walk: 'Proviso in SQL alone: identifier, verdict, provisions, needs',
  proviso: 'Proviso: identifier, verdict, provisions, needs',
};

export function writingLimits({ measured }, memory) {
  const ratio = times(measured.proviso, measured.scan).wall;
  return [
    promise('writing verdict, provisions, needs, x scan', ratio, 4, 2.5),
    ...memory.map(({ rows, peakMb }) => ({
      what: `peak memory at ${rows.toLocaleString('en')} rows, MB`,
      measured: peakMb,
      limit: MEMORY_LIMIT_MB,
      kept: peakMb <= MEMORY_LIMIT_MB,
    })),
  ];
}
