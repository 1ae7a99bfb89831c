import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { QUESTION, ScreenPlace } from './helpers/screening.ts';

const place = new ScreenPlace();
const ADDRESS = process.env.PROVISO_TEST_POSTGRES_URL ?? '';
const SCHEMA = `proviso_screen_${process.pid}`;
/** Enough rows for the session to be ended while they are judged. */
const MANY = 2_000_000;
/** Milliseconds after which nothing will be ended any more. */
const LONGEST = 30_000;

beforeAll(ensureBuilt);

async function onServer(statement: string): Promise<readonly (readonly unknown[])[]> {
  const client = new pg.Client({ connectionString: ADDRESS });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
    return rows;
  } finally {
    await client.end();
  }
}

describe('a database that does not answer', () => {
  it.each(['en', 'zh'])('is told without its password: %s', (language) => {
    for (const more of [
      ['--in-place', 'verdicts'],
      ['-o', 'out.csv'],
      ['-o', 'out.csv', '--json'],
    ]) {
      const address = 'postgresql://somebody:geheim@127.0.0.1:1/ships';
      const run = place.screen([address, '--query', 'ships', ...QUESTION, ...more, '--lang', language]);
      expect([run.out, run.code]).toEqual(['', 1]);
      expect(run.err).toContain('127.0.0.1:1/ships');
      expect(run.err).not.toContain('geheim');
      expect(place.files()).toEqual([]);
      expect(place.leftovers()).toEqual([]);
    }
  });
});

describe('a database that refuses the password', () => {
  it.each(['en', 'zh'])('is told without it: %s', async (language) => {
    const server = await refusing();
    const address = `postgresql://somebody:geheim@127.0.0.1:${server.port}/ships`;
    for (const more of [
      ['--in-place', 'verdicts'],
      ['-o', 'out.csv'],
    ]) {
      const run = await place.start([address, '--query', 'ships', ...QUESTION, ...more, '--lang', language]);
      expect(run.code, run.err).toBe(1);
      expect(run.err).toContain(language === 'en' ? 'the password is wrong, or there is no such user' : '密码不对');
      expect(run.err).not.toMatch(/geheim|Proviso failed inside|\n\s+at /);
    }
    expect(place.files()).toEqual([]);
    expect(place.leftovers()).toEqual([]);
    server.close();
  });

  /** A server that asks for the password in plain text and then says what PostgreSQL says of a wrong one. */
  async function refusing(): Promise<{ readonly port: number; close(): void }> {
    const message = (type: string, body: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeInt32BE(body.length + 4);
      return Buffer.concat([Buffer.from(type), length, body]);
    };
    const fields = 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "somebody"\0\0';
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(message('R', Buffer.from([0, 0, 0, 3])));
        socket.once('data', () => socket.end(message('E', Buffer.from(fields))));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { port: address.port, close: () => server.close() };
  }
});

describe.skipIf(ADDRESS === '')('PostgreSQL (needs a server: PROVISO_TEST_POSTGRES_URL)', () => {
  const ships = [ADDRESS, '--query', `${SCHEMA}.ships`] as const;
  const map = () =>
    place.write(
      'map.json',
      JSON.stringify({
        rulebook: 'toy/harbour',
        columns: {
          cargo: 'cargo',
          weight: 'weight',
          loaded: 'loaded',
          'owner.share': 'share',
          licence_covers: 'licence',
        },
      }),
    );

  beforeAll(async () => {
    await onServer(`CREATE SCHEMA ${SCHEMA}`);
    await onServer(
      `CREATE TABLE ${SCHEMA}.ships (ship text, cargo text, weight numeric, loaded boolean, share numeric, licence boolean)`,
    );
    await onServer(
      `INSERT INTO ${SCHEMA}.ships VALUES ('Anna', 'oil', 8, true, 40, false), ('Berta', 'timber', 8, true, 40, false), ('Clara', 'oil', NULL, true, 40, false), ('Dora', 'coal', 8, true, 40, false)`,
    );
    await onServer(
      `CREATE TABLE ${SCHEMA}.fleet AS SELECT ship || n AS ship, CASE WHEN cargo = 'coal' THEN 'other' ELSE cargo END AS cargo, weight + n % 7 AS weight, loaded, share, licence FROM ${SCHEMA}.ships, generate_series(1, ${MANY / 4}) AS n`,
    );
  });
  afterAll(() => onServer(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`));

  const VERDICTS = [
    ['Anna', 'prohibited', 'no', ['prohibited'], [], null],
    ['Berta', 'not_restricted', 'yes', ['not_restricted'], [], null],
    ['Clara', 'undetermined', 'unknown', ['prohibited', 'not_restricted'], ['weight'], null],
  ];

  it('as an input: the same verdicts as everywhere, in a file', () => {
    const run = place.screen([...ships, ...QUESTION, '--map', map(), '-o', 'read.jsonl', '--json']);
    expect([run.err, run.code]).toEqual(['', 0]);
    const rows = place.lines('read.jsonl').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(rows.map((row) => [row.ship, row.verdict, row.may_proceed, row.possible, row.needs, row.held_back])).toEqual(
      VERDICTS,
    );
    expect(JSON.parse(run.out).summary).toMatchObject({ rows: 4, decided: { rows: 3 }, bad: { rows: 1 } });
  });

  it('--in-place: a table of verdicts; a second run only when it may replace it', async () => {
    const args = [...ships, ...QUESTION, '--map', map(), '--in-place', `${SCHEMA}.verdicts`] as const;
    const run = place.screen([...args, '--json']);
    expect([run.err, run.code]).toEqual(['', 0]);
    expect(JSON.parse(run.out)).toMatchObject({
      rows: 3,
      summary: { rows: 4, decided: { rows: 3 }, bad: { rows: 1 } },
    });
    const judged = `SELECT ship, verdict, may_proceed, possible, needs, held_back FROM ${SCHEMA}.verdicts ORDER BY ship`;
    expect(await onServer(judged)).toEqual(VERDICTS);
    const again = place.screen(args);
    expect([again.out, again.code]).toEqual(['', 2]);
    expect(again.err).toContain('is there already');
    expect(await onServer(judged)).toEqual(VERDICTS);
    const replaced = place.screen([...args, '--overwrite']);
    expect([replaced.err, replaced.code]).toEqual(['', 0]);
    expect(replaced.out).toContain('3 rows with their verdicts are in the table');
    expect(await onServer(judged)).toEqual(VERDICTS);
  });

  it('a password that is wrong, or that is wanted and not given: told without it', async (context) => {
    const [role, password] = [`proviso_role_${process.pid}`, `geheim-${process.pid}-right`];
    const asRole = (secret: string | undefined) => {
      const address = new URL(ADDRESS);
      address.username = role;
      address.password = secret ?? '';
      return address.href;
    };
    // A server asks whom it is told to ask: here the members of a group, if it has a rule for it.
    await onServer(
      `DO $$ BEGIN IF to_regrole('proviso_by_password') IS NULL THEN CREATE ROLE proviso_by_password; END IF; END $$`,
    );
    await onServer(`CREATE ROLE ${role} LOGIN PASSWORD '${password}' IN ROLE proviso_by_password`);
    try {
      await onServer(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role}`);
      await onServer(`GRANT SELECT ON ${SCHEMA}.ships TO ${role}`);
      if (await letsIn(asRole('geheim-wrong'))) return context.skip('the server asks nobody for a password');
      const judge = (address: string, more: readonly string[]) =>
        place.screen([address, '--query', `${SCHEMA}.ships`, ...QUESTION, '--map', map(), ...more]);
      for (const more of [
        ['--in-place', `${SCHEMA}.refused`],
        ['-o', 'refused.csv'],
      ]) {
        const wrong = judge(asRole('geheim-wrong'), more);
        expect([wrong.out, wrong.code]).toEqual(['', 1]);
        expect(wrong.err).toContain('does not let the user in: the password is wrong, or there is no such user');
        const missing = judge(asRole(undefined), more);
        expect([missing.out, missing.code]).toEqual(['', 1]);
        expect(missing.err).toContain('wants a password, and none was given');
        expect(`${wrong.err}${missing.err}`).not.toMatch(/geheim|Proviso failed inside|\n\s+at /);
      }
      expect(place.files()).not.toContain('refused.csv');
      const right = judge(asRole(password), ['-o', 'let-in.csv']);
      expect([right.err, right.code]).toEqual(['', 0]);
    } finally {
      await onServer(`DROP OWNED BY ${role}`);
      await onServer(`DROP ROLE ${role}`);
    }
  });

  async function letsIn(address: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      return false;
    }
  }

  it('a query that is wrong, or a table that is not there', () => {
    for (const query of [`SELECT nix FROM ${SCHEMA}.ships`, `${SCHEMA}.nix`, 'DROP TABLE ships'])
      for (const more of [
        ['--in-place', `${SCHEMA}.wrong`],
        ['-o', 'wrong.csv'],
      ]) {
        const run = place.screen([ADDRESS, '--query', query, ...QUESTION, ...more]);
        expect([run.out, run.code], run.err).toEqual(['', 1]);
        expect(run.err).not.toMatch(/Proviso failed inside|\n\s+at /);
      }
    expect(place.files()).not.toContain('wrong.csv');
  });

  it.each([
    ['while a table is made', ['--in-place', `${SCHEMA}.lost`]],
    ['while rows are read', ['-o', 'lost.csv']],
  ] as const)('that goes away %s: told, and nothing is left half-made', async (_, more) => {
    const ending = endSessions();
    const run = await place.start([ADDRESS, '--query', `${SCHEMA}.fleet`, ...QUESTION, '--map', map(), ...more]);
    await ending;
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/the connection to the database .*was lost/i);
    expect(run.err).not.toMatch(/Proviso failed inside|\n\s+at /);
    expect(place.files()).not.toContain('lost.csv');
    expect(place.leftovers()).toEqual([]);
    expect(await onServer(`SELECT to_regclass('${SCHEMA}.lost')`)).toEqual([[null]]);
  });

  /** Ends the session of the first run that is at work on the fleet. */
  async function endSessions(): Promise<void> {
    for (const end = Date.now() + LONGEST; Date.now() < end; ) {
      const ended = await onServer(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'active' AND query LIKE '%fleet%' AND query ~* '^(COPY|CREATE TABLE|SELECT .*count)' AND now() - query_start > interval '50 milliseconds'`,
      );
      if (ended.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});
