import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { PROGRAM, TOY_RULEBOOKS } from './helpers/proviso.ts';
import { BOOK, BOOK_QUESTION, QUESTION, ScreenPlace, SHIPS } from './helpers/screening.ts';

const place = new ScreenPlace();
/** Enough for the writing to take a while. */
const ROWS = 600_000;
const OUT = 'out';

beforeAll(() => {
  ensureBuilt();
  mkdirSync(place.path(OUT));
  execFileSync(process.execPath, [join(BOOK, 'generate.mjs'), '--rows', String(ROWS), '-o', place.path('big.csv')]);
});

/** Runs the command until something is there, and then sends it signals; tells its exit code. */
async function stopped(args: readonly string[], signals: readonly NodeJS.Signals[], until: () => boolean) {
  return place.start(args, (child) => {
    const waiting = setInterval(() => {
      if (child.exitCode === null && !until()) return;
      clearInterval(waiting);
      for (const signal of signals) child.kill(signal);
    }, 20);
  });
}

const writing = () => readdirSync(place.path(OUT)).length > 0;
const working = () => place.leftovers().length > 0;
const BIG = ['big.csv', ...BOOK_QUESTION, '--map', join(BOOK, 'map.json'), '-o', `${OUT}/big.csv`] as const;

describe('Ctrl-C', () => {
  it.each([
    ['while rows are written', ['SIGINT'], writing, 130],
    ['while rows are judged', ['SIGINT'], working, 130],
    ['asked to end by the system', ['SIGTERM'], writing, 143],
  ] as const)('%s: says so, and leaves no file', async (_, signals, until, exit) => {
    const { code, err } = await stopped(BIG, signals, until);
    expect([code, err]).toEqual([exit, 'error: stopped; nothing was written.\n']);
    expect(readdirSync(place.path(OUT))).toEqual([]);
    expect(place.leftovers()).toEqual([]);
  });

  it('twice: does not wait, and leaves no file either', async () => {
    const { code } = await stopped(BIG, ['SIGINT', 'SIGINT'], writing);
    expect(code).toBe(130);
    expect(readdirSync(place.path(OUT))).toEqual([]);
    expect(place.leftovers()).toEqual([]);
  });
});

describe('a full disk', () => {
  it('is told, and leaves no file', (context) => {
    if (process.getuid?.() !== 0) return context.skip('a small file system can be mounted by root only');
    const disk = place.path('disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0;
    if (!mounted) return context.skip('a small file system cannot be mounted here');
    try {
      const args = [join(BOOK, 'book.csv'), ...BOOK_QUESTION, '--map', join(BOOK, 'map.json'), '-o', 'disk/book.csv'];
      for (const [language, words] of [
        ['en', 'no room left on the disk'],
        ['zh', '磁盘已满'],
      ] as const) {
        const run = place.screen([...args, '--lang', language]);
        expect(run.code).toBe(1);
        expect(run.err).toContain(words);
        expect(readdirSync(disk)).toEqual([]);
      }
      place.write('slips.csv', `${SHIPS}${'Dora,coal,8,true,40,false\n'.repeat(20_000)}`);
      const slips = place.screen(['slips.csv', ...QUESTION, '-o', 'slips-out.csv', '--errors', 'disk/errors.csv']);
      expect([slips.code, slips.err]).toEqual([1, expect.stringContaining('no room left on the disk')]);
      expect(readdirSync(disk)).toEqual([]);
      expect(place.files()).not.toContain('slips-out.csv');
    } finally {
      execFileSync('umount', [disk]);
    }
    expect(place.leftovers()).toEqual([]);
  });
});

describe('what is written beside', () => {
  it('through a link that is replaced, only the file it points to', () => {
    place.write('ships.csv', SHIPS);
    place.write('real.csv', 'old\n');
    symlinkSync(place.path('real.csv'), place.path('link.csv'));
    place.judge('ships.csv', '-o', 'link.csv', '--overwrite');
    expect(place.lines('real.csv')).toHaveLength(4);
  });

  it('shows progress on a terminal alone', (context) => {
    if (spawnSync('script', ['--version']).status !== 0)
      return context.skip('there is no `script` here to make a terminal');
    place.write('ships.csv', SHIPS);
    const quiet = place.judge('ships.csv', '-o', 'quiet.csv');
    expect(quiet.err).toBe('');
    const command = [process.execPath, PROGRAM, 'screen', 'ships.csv', ...QUESTION, '-o', 'loud.csv'].join(' ');
    const { stdout } = spawnSync('script', ['-qec', `${command} > page.txt`, '/dev/null'], {
      cwd: place.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: place.folder,
        TMPDIR: place.path('tmp'),
        PROVISO_RULEBOOKS: TOY_RULEBOOKS,
        TERM: 'xterm',
      },
    });
    expect(stdout).toContain('\r\u001b[2Kopening the input');
    expect(stdout).toMatch(/writing the rows/);
    expect(place.text('page.txt')).not.toContain('\u001b');
  });
});
