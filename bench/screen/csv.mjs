import { rmSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { path, wallTime } from '../lib/processes.mjs';
import { figure, median } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';
import { book, MAP_FILE, scratch } from './lib/book.mjs';
import { THREADS } from './lib/database.mjs';
import { QUESTION, RULEBOOK } from './lib/question.mjs';
import { promise } from './lib/rounds.mjs';

const TITLES = { copy: 'DuckDB, read and written undecided', screen: 'proviso screen' };

/** Whole processes, a CSV file in and a CSV file out: DuckDB without a decision, and the command. */
export async function measureCsv({ rows, rounds, say }) {
  const input = book('gaps', rows, 'csv', say);
  const output = scratch('out.csv');
  const question = ['--rulebook', RULEBOOK, '--as-of', QUESTION.asOf, '--known-on', QUESTION.knownOn];
  const works = {
    copy: [path('screen/copy-once.mjs'), input, output],
    screen: [
      path('../packages/cli/bin/proviso.cjs'),
      ...['screen', input, ...question, '--map', MAP_FILE, '--threads', String(THREADS), '-o', output],
    ],
  };
  const wall = { copy: [], screen: [] };
  const sizes = {};
  try {
    for (let round = -1; round < rounds; round++) {
      for (const name of round % 2 === 0 ? ['screen', 'copy'] : ['copy', 'screen']) {
        rmSync(output, { force: true });
        const ms = wallTime(process.execPath, works[name]);
        sizes[name] = statSync(output).size / 1e6;
        if (round >= 0) wall[name].push(ms);
      }
      if (round >= 0) say(`csv: round ${round + 1} of ${rounds}, load ${loadavg()[0].toFixed(1)}`);
    }
  } catch (error) {
    return { rows, reason: `not measured: ${error.message}`, measured: {} };
  } finally {
    rmSync(output, { force: true });
  }
  const measured = Object.fromEntries(
    Object.entries(wall).map(([name, times]) => [
      name,
      { best: Math.min(...times), middle: median(times), megabytes: sizes[name] },
    ]),
  );
  return { rows, measured };
}

export function csvTable({ rows, measured }) {
  return table(
    [`whole process, ${rows} rows`, 'ms, best', 'ms, middle', 'x, best', 'MB written'],
    Object.entries(measured).map(([name, { best, middle, megabytes }]) => [
      TITLES[name],
      figure(best),
      figure(middle),
      figure(best / measured.copy.best),
      figure(megabytes),
    ]),
  );
}

export function csvLimit({ measured: { screen, copy } }) {
  return promise('CSV to verdict CSV, x DuckDB undecided', screen && screen.best / copy.best, 2, 1.5);
}
