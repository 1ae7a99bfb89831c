import { type ChildProcess, spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { PROGRAM, TOY_RULEBOOKS } from './helpers/proviso.ts';
import { QUESTION, ScreenPlace, SHIPS } from './helpers/screening.ts';

const place = new ScreenPlace();
let plain = '';

beforeAll(() => {
  ensureBuilt();
  place.write('ships.csv', SHIPS);
  place.judge('ships.csv', '-o', 'plain.csv');
  plain = place.text('plain.csv');
});

/** Runs `proviso screen` with something on its standard input. */
function fed(input: string | Buffer, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'screen', ...args], {
    cwd: place.folder,
    input,
    env: {
      PATH: process.env.PATH,
      HOME: place.folder,
      TMPDIR: place.path('tmp'),
      PROVISO_CACHE: place.path('cache'),
      PROVISO_RULEBOOKS: TOY_RULEBOOKS,
    },
  });
  return { code: status, out: String(stdout), err: String(stderr) };
}

describe('a packed file', () => {
  it('gets the verdicts of the plain one, under its own name, and nothing is left behind', () => {
    place.write('ships.csv.gz', gzipSync(SHIPS));
    const run = place.judge('ships.csv.gz', '-o', 'packed.csv');
    expect(run.out).toContain('ships.csv.gz: 3 rows.');
    expect(place.text('packed.csv')).toBe(plain);
    expect(place.leftovers()).toEqual([]);
  });

  it('gives its bad rows with their lines, and an output in a folder the name of the plain one', () => {
    place.write('bad.csv.gz', gzipSync(`${SHIPS}Dora,coal\n`));
    place.write('folder/.keep', '');
    place.judge('bad.csv.gz', '-o', 'folder');
    expect(place.lines('folder/bad.verdicts.csv')).toHaveLength(4);
    expect(place.lines('folder/bad.verdicts.csv.errors.csv')[1]).toMatch(/^5,the row has too few cells,/);
    expect(place.leftovers()).toEqual([]);
  });

  it.each([
    ['cut off', gzipSync(SHIPS).subarray(0, 40), 'is cut off: its packed data ends too early', '文件被截断'],
    ['none at all', Buffer.from(SHIPS), 'is no gzip file, or a damaged one', '不是 gzip 文件'],
  ])('that is %s is told in both languages, and nothing is written', (_, content, english, chinese) => {
    place.write('wrong.csv.gz', content);
    for (const [language, wanted] of [
      ['en', english],
      ['zh', chinese],
    ] as const) {
      const run = place.screen(['wrong.csv.gz', ...QUESTION, '-o', 'wrong-out.csv', '--lang', language]);
      expect([run.out, run.code]).toEqual(['', 1]);
      expect(run.err).toContain('wrong.csv.gz');
      expect(run.err).toContain(wanted);
      expect(run.err).not.toMatch(/proviso-[0-9a-f]{16}|\n\s+at /);
    }
    expect(place.files()).not.toContain('wrong-out.csv');
    expect(place.leftovers()).toEqual([]);
  });
});

describe('standard input', () => {
  it('gets the same verdicts, packed or plain, and nothing is left behind', () => {
    for (const [name, input] of [
      ['plain', SHIPS],
      ['packed', gzipSync(SHIPS)],
    ] as const) {
      const run = fed(input, ['-', '--format', 'csv', ...QUESTION, '-o', `in-${name}.csv`]);
      expect([run.err, run.code]).toEqual(['', 0]);
      expect(run.out).toContain('stdin: 3 rows.');
      expect(place.text(`in-${name}.csv`)).toBe(plain);
    }
    const lines = '{"cargo":"oil","weight":"8","loaded":true,"owner.share":"40","licence_covers":false}\n';
    const json = fed(lines, ['-', '--format', 'jsonl', ...QUESTION, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ source: 'stdin', summary: { decided: { rows: 1 } } });
    expect(place.leftovers()).toEqual([]);
  });

  it.each([
    ['without a format', ['-'], 2, '--format csv', '没有说明标准输入的格式'],
    ['beside a file', ['-', 'ships.csv', '--format', 'csv'], 2, 'together with other inputs', '不能与其他输入一起'],
    ['with nothing in it', ['-', '--format', 'csv'], 1, 'stdin is empty', '文件是空的'],
  ] as const)('%s: told in both languages', (_, args, code, english, chinese) => {
    for (const [language, wanted] of [
      ['en', english],
      ['zh', chinese],
    ] as const) {
      const run = fed('', [...args, ...QUESTION, '--lang', language]);
      expect([run.out, run.code]).toEqual(['', code]);
      expect(run.err).toContain(wanted);
    }
    expect(place.leftovers()).toEqual([]);
  });

  it('that does not end is stopped by Ctrl-C, and nothing is left behind', async () => {
    const run = await place.start(
      ['-', '--format', 'csv', ...QUESTION, '-o', 'stopped.csv'],
      (child: ChildProcess) => {
        const waiting = setInterval(() => {
          if (child.exitCode === null && place.leftovers().length === 0) return;
          clearInterval(waiting);
          child.kill('SIGINT');
        }, 20);
      },
      'pipe',
    );
    expect([run.code, run.err]).toEqual([130, 'error: stopped; nothing was written.\n']);
    expect(place.files()).not.toContain('stopped.csv');
    expect(place.leftovers()).toEqual([]);
  });
});
