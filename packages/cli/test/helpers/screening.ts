import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { PROGRAM, type Run, TOY_RULEBOOKS, Workplace } from './proviso.ts';

/** The folder of the sample book. */
export const BOOK = resolve(import.meta.dirname, '../../../../examples/us-platform-2020');
/** The question that the sample book is judged by. */
export const BOOK_QUESTION = ['--rulebook', 'us/wechat', '--as-of', '2020-09-21', '--known-on', '2020-09-18'] as const;
/** A question about the small harbour. */
export const QUESTION = ['--rulebook', 'toy/harbour', '--as-of', '2020-02-15'] as const;

/** Ships of the small harbour: one kept out, one let in, one of which too little is known. */
export const SHIPS = `ship,cargo,weight,loaded,owner.share,licence_covers
Anna,oil,8,true,40,false
Berta,timber,8,true,40,false
Clara,oil,,true,40,false
`;

/** Tables to screen, and what comes of it. */
export class ScreenPlace extends Workplace {
  constructor() {
    super();
    mkdirSync(this.path('tmp'));
  }

  /** Runs `proviso screen` with a folder of its own for temporary files. */
  screen(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
    return this.run(['screen', ...args], { env: { TMPDIR: this.path('tmp'), ...env } });
  }

  /** Starts `proviso screen` beside the test; tells how it ended. `onStart` gets the process. */
  start(
    args: readonly string[],
    onStart: (child: ChildProcess) => void = () => {},
    input: 'ignore' | 'pipe' = 'ignore',
  ): Promise<Omit<Run, 'out'>> {
    const child = spawn(process.execPath, [PROGRAM, 'screen', ...args], {
      cwd: this.folder,
      env: {
        PATH: process.env.PATH,
        HOME: this.folder,
        TMPDIR: this.path('tmp'),
        PROVISO_CACHE: this.path('cache'),
        PROVISO_RULEBOOKS: TOY_RULEBOOKS,
      },
      stdio: [input, 'ignore', 'pipe'],
    });
    onStart(child);
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    return new Promise((done) => {
      child.on('close', (code) => done({ code, err }));
    });
  }

  /** Runs it with the toy rulebook's question; it has to succeed. */
  judge(...args: readonly string[]): Run {
    const run = this.screen([...args, ...QUESTION]);
    expect(run.err).toBe('');
    expect(run.code).toBe(0);
    return run;
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  lines(name: string): readonly string[] {
    return this.text(name).replace(/\n$/, '').split('\n');
  }

  /** Files that are there, those in folders too, without caches. */
  files(under = ''): readonly string[] {
    return readdirSync(join(this.folder, under), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .filter((name) => !name.startsWith('cache'))
      .sort();
  }

  /** Temporary files and folders that are still there. */
  leftovers(): readonly string[] {
    return readdirSync(this.path('tmp'));
  }
}
