import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { PROGRAM, Workplace } from './helpers/proviso.ts';

beforeAll(ensureBuilt);

const RULEBOOK = `# Words alone

\`\`\`proviso
rulebook my/words
  title en "Nothing is forbidden" zh "无任何禁止"
  zone UTC
\`\`\`
`;

describe('proviso serve', () => {
  it.each(['0', '8761', '1.5'])('does not start with --keep-uploads %j', (hours) => {
    const place = new Workplace();
    for (const [lang, what] of [
      ['en', 'is no number of hours'],
      ['zh', '不是小时数'],
    ] as const) {
      const { code, out, err } = place.run(['serve', '--port', '0', '--lang', lang, `--keep-uploads=${hours}`]);
      expect(code, err).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(what);
    }
  });

  it('names the rulebooks that were published into its data folder', async () => {
    const place = new Workplace();
    const folder = place.path(join('data', 'published', 'my', 'words'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'rulebook.md'), RULEBOOK);
    const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', '--data', 'data', '--json'], {
      cwd: place.folder,
      env: { PATH: process.env.PATH, HOME: place.folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    while (!text.includes('\n')) await once(child.stdout, 'data');
    expect(JSON.parse(text).rulebooks).toEqual(['my/words', 'us/eo-13971', 'us/tiktok', 'us/wechat']);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
