import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTokenFile } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { HOSTING, post, send, temporaryFolder, testService } from './helpers.ts';

const SECRETS = {
  gate: 'gate-0123456789abcdefghijkl',
  colleague: 'colleague-0123456789abcdef',
  author: 'author-0123456789abcdefghij',
  admin: 'admin-0123456789abcdefghijk',
};

function tokens(entries?: unknown) {
  const file = join(temporaryFolder(), 'tokens.json');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const own = [
    { name: 'gate', roles: ['ask'], sha256: sha256(SECRETS.gate) },
    { name: 'colleague', roles: ['screen'], token: SECRETS.colleague },
    { name: 'author', roles: ['author'], token: SECRETS.author },
    { name: 'admin', roles: ['admin'], sha256: sha256(SECRETS.admin).toUpperCase() },
  ];
  writeFileSync(file, typeof entries === 'string' ? entries : JSON.stringify({ tokens: entries ?? own }));
  return readTokenFile(file);
}

const bearer = (name: keyof typeof SECRETS) => ({ authorization: `Bearer ${SECRETS[name]}` });

describe('tokens', () => {
  test('are needed for everything but health, readiness, the description and the pages', async () => {
    const service = await testService({ access: { tokens: tokens() } });
    for (const url of ['/v1/health', '/v1/ready', '/openapi.json']) {
      expect((await send(service, { url })).statusCode, url).toBe(200);
    }
    for (const url of [
      '/v1/rulebooks',
      '/v1/decisions',
      '/v1/rulebooks/us%2Fwechat/timeline',
      '/v1/decisions/x/memo.pdf',
    ]) {
      const reply = await send(service, { url });
      expect(reply.json(), url).toMatchObject({ status: 401, code: 'not_authenticated' });
      expect(reply.headers['www-authenticate']).toMatch(/^Bearer/);
    }
    for (const url of [
      '/v1/decisions',
      '/v1/memo',
      '/v1/questions/next',
      '/v1/explanations',
      '/v1/decisions/batch',
      '/mcp',
    ]) {
      expect((await post(service, url, HOSTING)).statusCode, url).toBe(401);
    }
  });

  test.each([
    'Bearer wrong-0123456789abcdefghijkl',
    `Bearer ${SECRETS.gate}x`,
    `Bearer ${SECRETS.gate} x`,
    `Basic ${SECRETS.gate}`,
    SECRETS.gate,
    'Bearer ',
  ])('that are not known are refused: %s', async (authorization) => {
    const service = await testService({ access: { tokens: tokens() } });
    expect((await post(service, '/v1/decisions', HOSTING, { authorization })).statusCode).toBe(401);
  });

  test('of every role may ask', async () => {
    const service = await testService({ access: { tokens: tokens() } });
    for (const name of ['gate', 'colleague', 'author', 'admin'] as const) {
      expect((await post(service, '/v1/decisions', HOSTING, bearer(name))).statusCode, name).toBe(200);
    }
  });

  test('see their own decisions, and that of an admin all', async () => {
    const service = await testService({ access: { tokens: tokens() } });
    const save = async (name: keyof typeof SECRETS) =>
      (
        await post(service, '/v1/decisions', { ...HOSTING, save: true }, { ...bearer(name), 'idempotency-key': 'k' })
      ).json().id;
    const gates = await save('gate');
    const colleagues = await save('colleague');
    expect(gates, 'a key is of one token').not.toBe(colleagues);
    const list = async (name: keyof typeof SECRETS) =>
      (await send(service, { url: '/v1/decisions', headers: bearer(name) }))
        .json()
        .decisions.map(({ id }: { id: string }) => id);
    expect(await list('gate')).toEqual([gates]);
    expect(await list('admin')).toEqual([colleagues, gates]);
    for (const rest of ['', '/memo.pdf']) {
      const url = `/v1/decisions/${gates}${rest}`;
      expect((await send(service, { url, headers: bearer('colleague') })).statusCode, url).toBe(404);
      expect((await send(service, { url, headers: bearer('gate') })).statusCode, url).toBe(200);
    }
    const replay = `/v1/decisions/${gates}/replay`;
    expect((await send(service, { url: replay, method: 'POST', headers: bearer('colleague') })).statusCode).toBe(404);
  });

  test('never stand in what is told about a wrong file', () => {
    const cases: readonly [unknown, RegExp][] = [
      ['not json', /cannot be read/],
      [[], /no list/],
      [[{ name: 'a', roles: ['ask'] }], /one of `sha256` and `token`/],
      [[{ name: 'a', roles: ['ask'], token: 'short-secret' }], /shorter than 24/],
      [[{ name: 'a', roles: ['boss'], token: SECRETS.gate }], /`roles`/],
      [[{ name: 'a', roles: ['ask'], token: SECRETS.gate, sha256: 'x' }], /one of/],
      [[{ name: 'a', roles: ['ask'], sha256: 'x' }], /64 hexadecimal/],
      [[{ name: 'a', roles: ['ask'], tokn: SECRETS.gate }], /no member `tokn`/],
      [[{ name: '', roles: ['ask'], token: SECRETS.gate }], /`name`/],
      [
        [
          { name: 'a', roles: ['ask'], token: SECRETS.gate },
          { name: 'a', roles: ['ask'], token: SECRETS.admin },
        ],
        /taken/,
      ],
    ];
    for (const [entries, problem] of cases) {
      let told = '';
      try {
        tokens(entries);
      } catch (error) {
        told = String(error);
      }
      expect(told).toMatch(problem);
      expect(told).not.toMatch(/secret|0123456789/);
    }
  });
});

describe('without tokens', () => {
  test('only names of this machine are answered to: a name server cannot lend it another', async () => {
    const service = await testService();
    for (const host of ['localhost', 'localhost:4180', '127.0.0.1:9', '[::1]:4180', 'LOCALHOST:1']) {
      expect((await send(service, { url: '/v1/health', headers: { host } })).statusCode, host).toBe(200);
    }
    for (const host of [
      'evil.example',
      'evil.example:4180',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '10.0.0.1',
    ]) {
      const reply = await send(service, { url: '/v1/health', headers: { host } });
      expect(reply.statusCode, host).toBe(421);
    }
  });

  test('pages of other sites may send nothing', async () => {
    const service = await testService();
    const from = (origin: string, host = 'localhost:4180') => post(service, '/v1/decisions', HOSTING, { origin, host });
    expect((await from('http://localhost:4180')).statusCode).toBe(200);
    for (const origin of ['http://localhost:3000', 'https://evil.example', 'null', 'http://127.0.0.1:4180']) {
      expect((await from(origin)).json(), origin).toMatchObject({ status: 403, code: 'cross_origin' });
    }
    const forms = [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
    ];
    for (const type of forms) {
      const reply = await post(service, '/v1/decisions', JSON.stringify(HOSTING), { 'content-type': type });
      expect(reply.json(), type).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    }
    const reply = await from('http://localhost:4180');
    expect(Object.keys(reply.headers).filter((name) => /^access-control|^set-cookie/.test(name))).toEqual([]);
  });
});

describe('a limit of requests', () => {
  test('holds for each asker by itself, and gives back with time', async () => {
    let now = 0;
    const access = { tokens: tokens(), rate: { perSecond: 1, burst: 3 } };
    const service = await testService({ access, now: () => now });
    const ask = async (name: keyof typeof SECRETS) =>
      (await send(service, { url: '/v1/rulebooks', headers: bearer(name) })).statusCode;
    expect([await ask('gate'), await ask('gate'), await ask('gate'), await ask('gate')]).toEqual([200, 200, 200, 429]);
    expect(await ask('admin')).toBe(200);
    const refused = await send(service, { url: '/v1/rulebooks', headers: bearer('gate') });
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ code: 'too_many_requests' });
    now += 2000;
    expect([await ask('gate'), await ask('gate'), await ask('gate')]).toEqual([200, 200, 429]);
  });
});
