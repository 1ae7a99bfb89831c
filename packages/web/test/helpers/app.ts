import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../..', import.meta.url));
/** The rulebooks of this repository. */
export const RULEBOOKS = fileURLToPath(new URL('../../../../rulebooks', import.meta.url));
/** The built app. */
export const DIST = join(web, 'dist');

/** Builds the app, unless what is built is newer than everything that it is made of here. */
export function buildApp(): void {
  const built = existsSync(join(DIST, 'index.html')) ? statSync(join(DIST, 'index.html')).mtimeMs : 0;
  if (['src', 'tools', 'public', 'package.json'].every((part) => newest(join(web, part)) < built)) return;
  const { status, stderr } = spawnSync(process.execPath, [join(web, 'tools', 'build.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the app does not build: ${stderr}`);
}

function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
