// Changes a rulebook in every small way and runs its examples and cases against each change: what nobody notices is
// either a change without effect, listed with its reason in survivors.json, or an example that is missing.
//   node conformance/mutations/run.mjs [--prune] [us/wechat ...]
// --prune takes off the list what is noticed now.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'proviso-mutations-'));
try {
  const outfile = join(folder, 'main.cjs');
  await build({
    entryPoints: [join(root, 'conformance/mutations/src/main.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    conditions: ['proviso-source'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const { run } = createRequire(import.meta.url)(outfile);
  const given = process.argv.slice(2);
  const ids = given.filter((word) => word !== '--prune');
  const prune = given.includes('--prune');
  process.exitCode = run(root, ids.length > 0 ? ids : ['us/wechat'], prune) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
