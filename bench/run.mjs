// node bench/run.mjs [--quick] [--all] [--only agreement|throughput|startup|sizes] [--json FILE]; see README.md
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildEngine } from './lib/build.mjs';
import { inFreshProcess, path } from './lib/processes.mjs';
import { figure } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const SECTIONS = ['agreement', 'throughput', 'startup', 'sizes'];
if (options.only !== undefined && !SECTIONS.includes(options.only)) {
  console.error(`unknown section \`${options.only}\`: use one of ${SECTIONS.join(', ')}`);
  process.exit(2);
}
const wanted = (section) => options.only === undefined || options.only === section;
const say = (message) => console.error(`  ${message}`);
const heading = (text) => console.log(`\n## ${text}\n`);

if (!existsSync(path('node_modules'))) {
  say('installing the other engines');
  // Not `npm ci`: it refuses a lock file without the native parts of platforms for which an engine publishes none.
  const install = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: path('.'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (install.status !== 0) process.exit(1);
}
const { contenders } = await import('./contenders/index.mjs');
const measurements = await import('./throughput.mjs');

const engine = await buildEngine();
let failed = false;
if (!engine.built) {
  console.error(`engine not built: ${engine.reason}`);
  failed = true;
}
const names = Object.keys(contenders).filter(
  (name) => (engine.built || !contenders[name].proviso) && (options.all || !contenders[name].slow),
);
const report = {
  node: process.version,
  processors: cpus().length,
  load: loadavg()[0],
  quick: options.quick,
  started: new Date().toISOString(),
};
const limits = [];

if (wanted('agreement')) {
  heading('Agreement with the reference');
  report.agreement = names.map((name) => {
    const { slow, flags } = contenders[name];
    const rows = options.quick || slow ? 5_000 : 200_000;
    const { result, reason } = inFreshProcess('agreement.mjs', [name, rows], flags);
    say(`${name}: ${result ? `${result.differences} differences` : reason}`);
    return result ?? { name, checked: 0, differences: null, reason };
  });
  console.log(
    table(
      ['contender', 'transactions', 'differences'],
      report.agreement.map(({ name, checked, differences }) => [
        contenders[name].title,
        checked.toLocaleString('en'),
        differences ?? 'failed',
      ]),
    ),
  );
  for (const { name, differences, first, reason } of report.agreement) {
    if (differences === 0) continue;
    failed = true;
    console.log(`\n${name}: ${reason ?? JSON.stringify(first)}`);
  }
}

if (wanted('throughput')) {
  heading('One decision');
  const measured = measurements.measureThroughput(names, {
    rounds: options.quick ? 2 : 5,
    milliseconds: options.quick ? 150 : 1_500,
    say,
  });
  report.throughput = measured;
  console.log(measurements.throughputTable(measured));
  for (const { name, reason } of measured.failures) {
    failed = true;
    console.log(`\n${name} failed: ${reason}`);
  }
  if (engine.built) limits.push(...measurements.throughputLimits(measured));
}

if (wanted('startup')) {
  heading('Cold start');
  const { measureStartup, startupLimits, startupTable } = await import('./startup.mjs');
  try {
    report.startup = measureStartup({ repetitions: options.quick ? 3 : 15, say });
    console.log(startupTable(report.startup));
    limits.push(...startupLimits(report.startup));
  } catch (error) {
    failed = true;
    console.log(`not measured: ${error.message}`);
  }
}

if (wanted('sizes') && engine.built) {
  heading('Milliseconds to compile, and size of the diagrams');
  const { measureSizes, sizesTable } = await import('./sizes.mjs');
  report.sizes = measureSizes({ quick: options.quick, say });
  console.log(sizesTable(report.sizes));
  if (report.sizes.some(({ failed: reason }) => reason !== undefined)) failed = true;
}

if (limits.length > 0) {
  heading(options.quick ? 'Limits (a quick run does not enforce them)' : 'Limits');
  console.log(
    table(
      ['what', 'measured', 'limit', 'aim', ''],
      limits.map(({ what, measured, limit, aim, kept }) => [
        what,
        figure(measured),
        figure(limit),
        aim === undefined ? '' : figure(aim),
        kept ? 'kept' : 'MISSED',
      ]),
    ),
  );
  report.limits = limits;
  if (!options.quick && limits.some(({ kept }) => !kept)) failed = true;
}

if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
process.exit(failed ? 1 : 0);
