import { mkdirSync } from 'node:fs';
import { path } from '../../lib/processes.mjs';

/** Libraries with native parts, or loaded only for some inputs: they stay what they are. */
const EXTERNAL = ['@duckdb/*', 'pg', 'pg-copy-streams', 'pg-cursor', '@e965/xlsx', 'fflate'];

/** Bundles a module of this folder into `dist/`, as it would be shipped. @throws when it cannot be built */
export async function bundle(entry) {
  const { build } = await import('esbuild');
  mkdirSync(path('dist'), { recursive: true });
  await build({
    entryPoints: [path(`screen/${entry}.mjs`)],
    outfile: path(`dist/screen-${entry}.mjs`),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['proviso-source'],
    external: EXTERNAL,
    // Packages that expect to be required find `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
  });
}
