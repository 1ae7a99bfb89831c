// Builds the command line into packages/cli/dist: bundles, rulebooks that ship (read once, here), and V8 code caches.
// Everything is made in a folder beside and moved into place, so that a running program never sees half a build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'packages', 'cli');
const dist = join(cli, 'dist');

/** Bundle by name: the first piece that runs, the quick path, the full command line, the parser, and a helper of this build. */
const ENTRIES = {
  boot: 'boot.ts',
  hot: 'hot.ts',
  cli: 'main.ts',
  language: 'rulebook/language-bundle.ts',
  'read-shipped': 'rulebook/read-shipped.ts',
};
// Working out the offsets of a time zone takes longer than reading a rulebook, so those of the usual zones are worked out
// here. Other zones are worked out when they are met, by a bundle of its own.
const ZONES = [
  'America/New_York',
  'America/Toronto',
  'Asia/Hong_Kong',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/Brussels',
  'Europe/London',
  'Europe/Paris',
  'Europe/Zurich',
  'UTC',
];
// Replaced by a digest of all bundles once they are made; it has the length of that digest.
const BUILD_MARK = '@'.repeat(64);

const COMMON = {
  bundle: true,
  minify: !process.env.PLAIN,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  outExtension: { '.js': '.cjs' },
  conditions: ['proviso-source'],
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
};

const started = Date.now();
const beside = mkdtempSync(join(root, 'node_modules', '.proviso-dist-'));
chmodSync(beside, 0o755);
try {
  await makeBundles(beside);
  readShipped(beside);
  moveIntoPlace(beside);
  warm();
  process.stdout.write(`built packages/cli/dist in ${Date.now() - started} ms\n`);
} catch (error) {
  process.stderr.write(`The command line was not built; packages/cli/dist is as it was. ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(beside, { recursive: true, force: true });
}

async function makeBundles(folder) {
  await build({
    ...COMMON,
    entryPoints: { zones: join(root, 'packages', 'model', 'src', 'zone-table.ts') },
    outdir: folder,
  });
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(cli, 'src', file)])),
    outdir: folder,
    define: { PROVISO_BUILD: JSON.stringify(BUILD_MARK) },
    external: ['./zones.cjs'],
    plugins: [usualZones(createRequire(import.meta.url)(join(folder, 'zones.cjs')).zoneTable)],
    write: false,
  });
  const hash = createHash('sha256');
  for (const { contents } of outputFiles) hash.update(contents);
  const digest = hash.digest('hex');
  for (const { path, text } of outputFiles)
    writeFileSync(join(folder, basename(path)), inAscii(text.replaceAll(BUILD_MARK, digest)));
}

// The bundles are read as Latin-1, which is quicker. esbuild escapes what is not ASCII in texts, but not in regular expressions.
function inAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function usualZones(zoneTable) {
  const tables = JSON.stringify(Object.fromEntries(ZONES.map((id) => [id, zoneTable(id)])));
  const contents = `const tables = JSON.parse(${JSON.stringify(tables)});
    export const zoneTable = (id) => (Object.hasOwn(tables, id) ? tables[id] : require('./zones.cjs').zoneTable(id));`;
  return {
    name: 'usual-zones',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@proviso\/model\/zone-table$/ }, () => ({ path: 'zones', namespace: 'usual-zones' }));
      onLoad({ filter: /.*/, namespace: 'usual-zones' }, () => ({ contents, resolveDir: cli }));
    },
  };
}

function readShipped(folder) {
  const helper = join(folder, 'read-shipped.cjs');
  run([helper, join(root, 'rulebooks'), join(folder, 'rulebooks')], { must: true });
  rmSync(helper);
}

function moveIntoPlace(folder) {
  const old = `${folder}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(folder, dist);
  rmSync(old, { recursive: true, force: true });
}

// The first run of each bundle leaves a code cache with what it used.
function warm() {
  const program = join(cli, 'bin', 'proviso.cjs');
  run([program, 'decide', '--rulebook', 'us/wechat', '--as-of', '2020-09-21', '--known-on', '2020-09-21'], {
    must: false,
  });
  run([program, 'timeline', '--rulebook', 'us/wechat'], { must: false });
  run([program, 'check', '--rulebook', 'us/wechat'], { must: false });
}

function run(args, { must }) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (!must) return;
  // The tail only: a failing bundle is quoted by Node with its whole text.
  if (status !== 0) throw new Error(`${basename(args[0])} ended with code ${status}: ${stderr.slice(-1500)}`);
  process.stderr.write(stderr);
}
