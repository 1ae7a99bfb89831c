import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, SERVER } from '../../record/test/postgres.ts';
import { ensureBuilt } from './helpers/build.ts';
import { PROGRAM, TOY_RULEBOOKS, Workplace } from './helpers/proviso.ts';

const place = new Workplace();
const SECRET = 'pass-word-that-nobody-sees';
/** Milliseconds after which a service that has not stopped is ended, to see what it said. */
const PATIENCE = 25_000;
const NOWHERE = `postgresql://clerk:${SECRET}@127.0.0.1:1/decisions`;

beforeAll(ensureBuilt);

describe('proviso serve --database', () => {
  it.each(['en', 'zh'])('names a database that is not there, and no password (%s)', (lang) => {
    for (const [args, env] of [
      [['--database', NOWHERE], {}],
      [[], { PROVISO_DATABASE: NOWHERE }],
      [['--json'], { PROVISO_DATABASE: NOWHERE }],
    ] as const) {
      const { code, out, err } = place.run(['serve', '--port', '0', '--lang', lang, ...args], { env });
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('postgresql://127.0.0.1:1/decisions');
      expect(err).toContain('ECONNREFUSED');
      expect(err).not.toMatch(/pass-word|clerk|node:|\.c?js\b/);
    }
  });

  it.each(['en', 'zh'])('refuses what is no address, without a word of it (%s)', (lang) => {
    const given = `mysql://clerk:${SECRET}@127.0.0.1/decisions`;
    const { code, out, err } = place.run(['serve', '--port', '0', '--lang', lang, '--database', given]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('PostgreSQL');
    expect(err).not.toMatch(/pass-word|clerk|mysql/);
  });

  it.skipIf(SERVER === '')('says where decisions and screenings are kept (PROVISO_TEST_POSTGRES_URL)', async () => {
    const address = new URL(await freshDatabase());
    address.password = SECRET;
    const shown = `postgresql://${address.host}${address.pathname}`;
    expect(await told(address.href, [])).toContain(
      `Saved decisions are kept in ${shown}, screenings in ${place.path('data')}\n`,
    );
    expect(JSON.parse(await told(address.href, ['--json']))).toMatchObject({
      database: shown,
      dataFolder: place.path('data'),
    });
  });
});

/** Starts the service on a database, stops it once it has said where it is, and gives all that it said. */
async function told(database: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', '--data', 'data', ...args], {
    cwd: place.folder,
    env: { PATH: process.env.PATH, HOME: place.folder, PROVISO_RULEBOOKS: TOY_RULEBOOKS, PROVISO_DATABASE: database },
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const isNew = !out.includes('http://');
    out += text;
    if (isNew && out.includes('http://')) child.kill('SIGTERM');
  });
  const given = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const [code] = await once(child, 'close');
  clearTimeout(given);
  expect([code, err], out).toEqual([0, '']);
  expect(out).not.toContain(SECRET);
  return out;
}
