// Builds the command line into packages/cli/dist: bundles, rulebooks that ship (read once, here), and V8 code caches.
// Everything is made in a folder beside and moved into place, so that a running program never sees half a build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
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
  screen: 'screen/bundle.ts',
  'read-shipped': 'rulebook/read-shipped.ts',
};
// Working out the offsets of a time zone takes longer than reading a rulebook, so those of all zones are worked out here
// and stand in a text beside the bundles. The list of the runtime has old names of some; other names are worked out when
// they are met, by a bundle of its own.
const MODERN_NAMES = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Kentucky/Louisville',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Etc/UTC',
  'Europe/Kyiv',
  'UTC',
];
const ZONES_FILE = 'zones.txt';
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

// The language hashes in plain JavaScript, so that it runs in a browser; Node's own way is quicker.
const sha256OfNode = {
  name: 'sha256-of-node',
  setup({ onResolve, onLoad }) {
    const contents = `import { createHash } from 'node:crypto';
      export const sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());`;
    onResolve({ filter: /^@noble\/hashes\/sha2\.js$/ }, () => ({ path: 'sha256', namespace: 'sha256' }));
    onLoad({ filter: /.*/, namespace: 'sha256' }, () => ({ contents, resolveDir: cli }));
  },
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
  const zones = allZones(join(folder, 'zones.cjs'));
  writeFileSync(join(folder, ZONES_FILE), zones);
  const { boot, ...cached } = ENTRIES;
  // There is no `import()` in code that comes from a cache.
  const builds = [bundles({ boot }, {}, folder), bundles(cached, { 'dynamic-import': false }, folder)];
  const outputFiles = (await Promise.all(builds)).flatMap((one) => one.outputFiles);
  const hash = createHash('sha256').update(zones);
  for (const { contents } of outputFiles) hash.update(contents);
  const digest = hash.digest('hex');
  for (const { path, text } of outputFiles)
    writeFileSync(join(folder, basename(path)), inAscii(text.replaceAll(BUILD_MARK, digest)));
}

function bundles(entries, supported, folder) {
  return build({
    ...COMMON,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(cli, 'src', file)])),
    outdir: folder,
    supported,
    define: { PROVISO_BUILD: JSON.stringify(BUILD_MARK) },
    // Native code and what is only needed for some inputs stays in packages of its own.
    external: [
      './zones.cjs',
      '@duckdb/node-bindings',
      'pg-native',
      'pg',
      'pg-copy-streams',
      'pg-cursor',
      '@e965/xlsx',
      '@proviso/service',
    ],
    plugins: [zonesFromFile(), sha256OfNode],
    write: false,
  });
}

// The bundles are read as Latin-1, which is quicker. esbuild escapes what is not ASCII in texts, but not in regular expressions.
function inAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// One line for all zones with the same offsets: their names, each between spaces, and the offsets. Working them out takes
// some seconds, so they are kept from one build to the next, as long as the code and the time zone data are the same.
function allZones(bundle) {
  const key = createHash('sha256')
    .update(readFileSync(bundle))
    .update(`${process.version} ${process.versions.tz} ${MODERN_NAMES}`)
    .digest('hex');
  const kept = join(root, 'node_modules', '.proviso-zones', `${key}.txt`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { zoneTable } = createRequire(import.meta.url)(bundle);
  const names = new Map();
  for (const id of new Set([...Intl.supportedValuesOf('timeZone'), ...MODERN_NAMES.filter(exists)])) {
    const offsets = JSON.stringify(zoneTable(id).offsets);
    names.set(offsets, [...(names.get(offsets) ?? []), id]);
  }
  const text = [...names].map(([offsets, ids]) => ` ${ids.join(' ')} ${offsets}\n`).join('');
  rmSync(dirname(kept), { recursive: true, force: true });
  mkdirSync(dirname(kept), { recursive: true });
  const half = `${kept}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, kept);
  return text;
}

function exists(id) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: id }) !== undefined;
  } catch {
    return false;
  }
}

function zonesFromFile() {
  return {
    name: 'zones-from-file',
    setup({ onResolve, onLoad }) {
      const contents = `import { readFileSync } from 'node:fs';
      export function zoneTable(id) {
        const text = readFileSync(__dirname + '/${ZONES_FILE}', 'latin1');
        const at = id.includes(' ') ? -1 : text.indexOf(' ' + id + ' ');
        if (at < 0) return require('./zones.cjs').zoneTable(id);
        return { id, offsets: JSON.parse(text.slice(text.indexOf('[', at), text.indexOf('\\n', at))) };
      }`;
      onResolve({ filter: /^@proviso\/model\/zone-table$/ }, () => ({ path: 'zones', namespace: 'zones' }));
      onLoad({ filter: /.*/, namespace: 'zones' }, () => ({ contents, resolveDir: cli }));
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
  // A rulebook that was never read before.
  const scratch = mkdtempSync(join(root, 'node_modules', '.proviso-warm-'));
  const copy = join(scratch, 'rulebook.md');
  writeFileSync(copy, `${readFileSync(join(root, 'rulebooks', 'us', 'wechat', 'rulebook.md'), 'utf8')}\nChanged.\n`);
  const asked = ['--as-of', '2020-09-21', '--known-on', '2020-09-21'];
  run([program, 'decide', '--rulebook', copy, ...asked], { must: false, cache: join(scratch, 'cache') });
  rmSync(scratch, { recursive: true, force: true });
}

function run(args, { must, cache }) {
  const env = cache === undefined ? process.env : { ...process.env, PROVISO_CACHE: cache };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  if (!must) return;
  // The tail only: a failing bundle is quoted by Node with its whole text.
  if (status !== 0) throw new Error(`${basename(args[0])} ended with code ${status}: ${stderr.slice(-1500)}`);
  process.stderr.write(stderr);
}
