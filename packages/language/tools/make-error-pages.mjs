// Writes a page for each code of the catalogue: docs/reference/errors/PV1001.md and so on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../../docs/reference/errors', import.meta.url));
const beside = mkdtempSync(join(tmpdir(), 'proviso-pages-'));
try {
  const outfile = join(beside, 'pages.mjs');
  const entry = fileURLToPath(new URL('../test/error-pages/pages.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });
  const { errorPages } = await import(pathToFileURL(outfile).href);
  for (const [file, page] of errorPages()) writeFileSync(join(folder, file), page);
} finally {
  rmSync(beside, { recursive: true, force: true });
}
