// Builds the libraries (JavaScript and types) into packages/*/dist, in the order of their imports.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
for (const name of ['model', 'logic', 'screen', 'record', 'language', 'service']) {
  rmSync(new URL(`packages/${name}/dist`, root), { recursive: true, force: true });
  const project = fileURLToPath(new URL(`packages/${name}/tsconfig.build.json`, root));
  const built = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
