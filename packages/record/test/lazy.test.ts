import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The packages of others that are loaded as soon as a module of this one is, and those that are loaded at all. */
async function packagesOf(entry: string): Promise<{ readonly atOnce: Set<string>; readonly ever: Set<string> }> {
  const { metafile } = await build({
    stdin: { contents: `export * from '${entry}';`, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform: 'node',
    splitting: true,
    outdir: 'nowhere',
    conditions: ['proviso-source'],
    external: ['pg'],
    metafile: true,
    write: false,
  });
  const atOnce = new Set<string>();
  const visit = (path: string) => {
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
      if (kind === 'dynamic-import' || atOnce.has(next)) continue;
      atOnce.add(next);
      visit(next);
    }
  };
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) if (entryPoint === '<stdin>') visit(path);
  const all = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { atOnce, ever: new Set(all) };
}

test('records and their replay have nothing to do with a database', async () => {
  expect([...(await packagesOf('@proviso/record')).ever]).not.toContain('pg');
});

test('the driver of the database is loaded when one is opened, not before', async () => {
  const { atOnce, ever } = await packagesOf('@proviso/record/log');
  expect([...atOnce]).toContain('node:fs/promises');
  expect([...atOnce]).not.toContain('pg');
  expect([...ever]).toContain('pg');
});
