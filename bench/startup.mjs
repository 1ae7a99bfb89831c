import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path, wallTime } from './lib/processes.mjs';
import { figure, median } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';

const RULEBOOK = 'us/wechat';
const FACTS = { application: 'wechat', activity: 'internet_hosting' };
const BIN = '../packages/cli/bin/proviso.cjs';

/**
 * Wall time of whole processes, started in turn: Node with nothing to do, a decision under a shipped rulebook (read from what an
 * earlier run keeps), and one under a rulebook that has just changed (parsed, checked and compiled).
 */
export function measureStartup({ repetitions, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  try {
    const rulebooks = join(folder, 'rulebooks');
    cpSync(path('../rulebooks'), rulebooks, { recursive: true });
    const document = join(rulebooks, RULEBOOK, 'rulebook.md');
    const original = readFileSync(document, 'utf8');
    const facts = join(folder, 'facts.json');
    writeFileSync(facts, JSON.stringify(FACTS));

    // A cache of its own: nothing that an earlier run of the command line left behind helps or hinders.
    const env = { PROVISO_CACHE: join(folder, 'cache') };
    const decide = (rulebook) => {
      const question = ['--rulebook', rulebook, '--as-of', '2020-10-01', '--json', facts];
      return wallTime(process.execPath, [path(BIN), 'decide', ...question], { env });
    };
    const contenders = [
      { name: 'node -e 0', run: () => wallTime(process.execPath, ['-e', '0']) },
      { name: `decide, ${RULEBOOK}`, limit: 1.3, run: () => decide(RULEBOOK) },
      {
        name: `decide, ${RULEBOOK} just changed`,
        limit: 2.5,
        prepare: (repetition) =>
          writeFileSync(document, `${original}\nEdited for run ${repetition} of ${process.pid}.\n`),
        run: () => decide(document),
      },
    ];
    const times = contenders.map(() => []);
    for (let repetition = -2; repetition < repetitions; repetition++) {
      const order = contenders.map((_, k) => (repetition % 2 === 0 ? k : contenders.length - 1 - k));
      for (const k of order) {
        contenders[k].prepare?.(repetition);
        const elapsed = contenders[k].run();
        if (repetition >= 0) times[k].push(elapsed);
      }
    }
    say(`${repetitions} repetitions`);
    return contenders.map(({ name, limit }, k) => ({
      name,
      limit,
      ms: median(times[k]),
      least: Math.min(...times[k]),
      timesNode: median(times[k].map((ms, repetition) => ms / times[0][repetition])),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function startupTable(results) {
  return table(
    ['whole process', 'median ms', 'least ms', 'x node -e 0'],
    results.map(({ name, ms, least, timesNode }) => [name, figure(ms), figure(least), figure(timesNode)]),
  );
}

export function startupLimits(results) {
  return results
    .filter(({ limit }) => limit !== undefined)
    .map(({ name, limit, timesNode }) => ({
      what: `${name}, x node -e 0`,
      measured: timesNode,
      limit,
      kept: timesNode <= limit,
    }));
}
