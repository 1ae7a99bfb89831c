import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '../..');
const ROOT = resolve(CLI, '../..');
const LOCK = join(tmpdir(), `proviso-build-${process.getuid?.() ?? 0}.lock`);
const STALE = 60_000;

/** Builds the program, unless it is newer than all it is made of. Test files that run side by side build it once. */
export function ensureBuilt(): void {
  while (!isFresh()) {
    try {
      mkdirSync(LOCK);
    } catch {
      if (Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > STALE) unlock();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools/build-cli.mjs')], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`the build failed: ${stderr}`);
    } finally {
      unlock();
    }
  }
}

function unlock(): void {
  if (existsSync(LOCK)) rmdirSync(LOCK);
}

function isFresh(): boolean {
  const built = statSync(join(CLI, 'dist/boot.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [
    'packages/cli/src',
    'packages/language/src',
    'packages/logic/src',
    'packages/model/src',
    'packages/screen/src',
    'packages/record/src',
    'packages/screen/src',
    'rulebooks',
  ];
  return sources.every((folder) => newest(join(ROOT, folder)) <= built);
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs,
    ),
  );
}
