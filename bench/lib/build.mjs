import { existsSync, mkdirSync } from 'node:fs';
import { path } from './processes.mjs';

/** Bundles the engine into `dist/`, as it would be shipped. Says why when it cannot be built. */
export async function buildEngine() {
  const { build } = await import('esbuild');
  mkdirSync(path('dist'), { recursive: true });
  try {
    await build({
      entryPoints: [path('engine.mjs')],
      outfile: path('dist/engine.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['proviso-source'],
      // Packages that expect to be required find `require`.
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      logLevel: 'silent',
    });
    return { built: existsSync(path('dist/engine.mjs')) };
  } catch (error) {
    return {
      built: false,
      reason: String(error.message ?? error)
        .split('\n')
        .slice(0, 4)
        .join('\n'),
    };
  }
}
