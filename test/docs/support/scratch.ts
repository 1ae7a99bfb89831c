import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './pages.ts';

/**
 * A folder in which the samples of one page run, so that nothing is written into the repository. Everything at the root of
 * the repository is there by link. `npx` runs the built program without the second that the real one takes to start.
 */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'proviso-docs-'));
  readonly #bin = join(this.folder, '.bin');

  constructor() {
    for (const name of readdirSync(ROOT))
      if (!name.startsWith('.')) symlinkSync(join(ROOT, name), join(this.folder, name));
    mkdirSync(this.#bin);
    const program = join(ROOT, 'packages/cli/bin/proviso.cjs');
    const npx = `#!/bin/sh\ntool=$1\nshift\n[ "$tool" = proviso ] && exec node ${program} "$@"\nexec ${ROOT}/node_modules/.bin/$tool "$@"\n`;
    writeFileSync(join(this.#bin, 'npx'), npx, { mode: 0o755 });
  }

  /** Writes a file. */
  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Adds to a file. */
  append(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text, { flag: 'a' });
  }

  /** Runs a command line; what it says on both outputs, in order. */
  run(command: string): string {
    const { stdout } = spawnSync('bash', ['-c', `{ ${command}\n} 2>&1`], {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: 30_000,
      env: {
        PATH: `${this.#bin}:${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
        HOME: this.folder,
        LC_ALL: 'C.UTF-8',
        NO_COLOR: '1',
      },
    });
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
