import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** The program as it is installed. */
export const PROGRAM = resolve(import.meta.dirname, '../../bin/proviso.cjs');
/** A small rulebook with a vocabulary and cases, made for these tests. */
export const TOY_RULEBOOKS = resolve(import.meta.dirname, '../rulebooks');

/** How the program ended and what it said. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test file, removed afterwards; nothing is ever written into the repository. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'proviso-test-'));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** The path of a file in the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file and returns its path. */
  write(name: string, text: string | Buffer): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Copies the toy rulebooks, to change them. */
  copyToy(name: string): string {
    cpSync(TOY_RULEBOOKS, this.path(name), { recursive: true });
    return this.path(name);
  }

  /** Runs the program in the folder, with the toy rulebooks at hand and a cache of its own. */
  run(args: readonly string[], options: { input?: string; env?: Readonly<Record<string, string>> } = {}): Run {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: this.folder,
      input: options.input ?? '',
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: this.folder,
        PROVISO_CACHE: join(this.folder, 'cache'),
        PROVISO_RULEBOOKS: TOY_RULEBOOKS,
        ...options.env,
      },
    });
    return { code: status, out: stdout, err: stderr };
  }
}
