// Measures the start of the command line against `node -e 0`: whole processes, taken in turn, median of so many rounds.
//   node tools/measure-cold-start.mjs [ROUNDS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 15);
const program = fileURLToPath(new URL('../packages/cli/bin/proviso.cjs', import.meta.url));
const toys = fileURLToPath(new URL('../packages/cli/test/rulebooks', import.meta.url));
const caches = mkdtempSync(join(tmpdir(), 'proviso-cold-'));

const question = ['--as-of', '2020-09-21', '--known-on', '2020-09-18'];
const shipped = ['--rulebook', 'us/wechat', ...question];
const own = ['--rulebook', 'toy/harbour', '--rulebooks', toys, ...question];

/** What is run, and the cache it has: `kept` is filled by the first round, `none` is new each time. */
const contenders = {
  'node -e 0': { args: ['-e', '0'], cache: 'kept' },
  'decide, shipped rulebook': { args: [program, 'decide', ...shipped, 'application=wechat'], cache: 'kept' },
  'decide --json, shipped rulebook': {
    args: [program, 'decide', ...shipped, 'application=wechat', '--json'],
    cache: 'kept',
  },
  'decide, own rulebook, read before': { args: [program, 'decide', ...own, 'cargo=oil'], cache: 'kept' },
  'decide, own rulebook, changed': { args: [program, 'decide', ...own, 'cargo=oil'], cache: 'none' },
  'check, shipped rulebook': { args: [program, 'check', '--rulebook', 'us/wechat'], cache: 'none' },
  'proviso --help': { args: [program, '--help'], cache: 'kept' },
};

const times = new Map(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, { args, cache }] of Object.entries(contenders)) {
    const env = { ...process.env, PROVISO_CACHE: join(caches, cache === 'kept' ? 'kept' : `${round}-${name}`) };
    const before = process.hrtime.bigint();
    spawnSync(process.execPath, args, { stdio: 'ignore', env });
    times.get(name).push(Number(process.hrtime.bigint() - before) / 1e6);
  }
rmSync(caches, { recursive: true, force: true });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times.get('node -e 0'));
for (const [name, values] of times)
  process.stdout.write(
    `${name.padEnd(36)} ${median(values).toFixed(1).padStart(7)} ms  ${(median(values) / base).toFixed(2)} x node\n`,
  );
