import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HOSTING, post, send, testService } from './helpers.ts';

describe('every error is problem details', () => {
  test.each([
    [
      'a strange member',
      { ...HOSTING, fact: {} },
      400,
      { code: 'wrong_member', field: 'fact', hint: 'Did you mean facts?' },
    ],
    ['a missing member', { rulebook: 'us/wechat' }, 400, { code: 'wrong_member', field: 'facts' }],
    ['a member of the wrong type', { ...HOSTING, asOf: 2020 }, 400, { code: 'wrong_member', field: 'asOf' }],
    [
      'a word that is not one of its list',
      { ...HOSTING, explain: 'long' },
      400,
      { hint: 'One of none, text, short, full.' },
    ],
    ['no JSON', '{"rulebook": }', 400, { code: 'malformed_json' }],
    ['nothing', '', 400, { code: 'malformed_json' }],
    ['a list', [], 400, { code: 'wrong_member' }],
    ['null', 'null', 400, { code: 'wrong_member' }],
    [
      'two values for one fact',
      '{"rulebook":"us/wechat","facts":{"application":"wechat","applic\\u0061tion":"other"}}',
      400,
      { code: 'two_values', field: 'application' },
    ],
    [
      'a number that would lose digits',
      '{"rulebook":"us/wechat","facts":{"parent_share":0.12345678901234567}}',
      400,
      { code: 'too_many_digits' },
    ],
    [
      'what is nested too deeply',
      `{"rulebook":"us/wechat","facts":{"a":${'['.repeat(60)}${']'.repeat(60)}}}`,
      400,
      { code: 'too_deep' },
    ],
    [
      'an unknown rulebook',
      { ...HOSTING, rulebook: 'us/wechatt' },
      404,
      { code: 'unknown_rulebook', field: 'rulebook' },
    ],
    [
      'an unknown fact',
      { ...HOSTING, facts: { aplication: 'wechat' } },
      422,
      { code: 'unknown_fact', field: 'aplication', hint: 'Did you mean application?' },
    ],
    [
      'a fact of another type',
      { ...HOSTING, facts: { application: 7 } },
      422,
      { code: 'wrong_value', field: 'application' },
    ],
    ['a day that does not exist', { ...HOSTING, asOf: '2020-02-30' }, 422, { code: 'wrong_date', field: 'asOf' }],
    ['an unknown reading', { ...HOSTING, readings: { none: 'x' } }, 422, { code: 'unknown_reading', field: 'none' }],
    ['an unknown alternative', { ...HOSTING, readings: { transit_scope: 'x' } }, 422, { code: 'unknown_alternative' }],
    [
      'a prototype for a fact',
      '{"rulebook":"us/wechat","facts":{"__proto__":{"application":"wechat"}}}',
      422,
      { code: 'unknown_fact' },
    ],
    ['a prototype for a member', '{"rulebook":"us/wechat","facts":{},"__proto__":{}}', 400, { code: 'wrong_member' }],
  ])('%s', async (_, body, status, problem) => {
    const service = await testService();
    const reply = await post(service, '/v1/decisions', body);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.statusCode).toBe(status);
    const told = reply.json();
    expect(told).toMatchObject({ status, instance: '/v1/decisions', requestId: expect.any(String), ...problem });
    expect(told.type).toBe(`urn:proviso:problem:${told.code}`);
    expect(told.title).toMatch(/\w/);
    expect(told.detail).toMatch(/\.$/);
    expect(JSON.stringify(told)).not.toMatch(/node_modules|\.ts|\s+at /);
  });

  test('also what is nowhere, too large, and of no method', async () => {
    const service = await testService({ limits: { question: 1000 } });
    expect((await send(service, { url: '/v1/nothing?asOf=x' })).json()).toMatchObject({
      status: 404,
      code: 'not_found',
      instance: '/v1/nothing',
    });
    const method = await send(service, { url: '/v1/decisions?asOf=x', method: 'DELETE' });
    expect(method.json()).toMatchObject({ status: 405, code: 'method_not_allowed', instance: '/v1/decisions' });
    expect(method.headers.allow).toBe('GET, HEAD, POST');
    expect((await send(service, { url: '/v1/decisions/some/memo.pdf', method: 'PUT' })).headers.allow).toBe(
      'GET, HEAD',
    );
    expect((await send(service, { url: '/v1/decisions/some/memo', method: 'PUT' })).statusCode).toBe(404);
    expect((await send(service, { url: '/v1/%zz' })).json()).toMatchObject({ status: 400, code: 'bad_request' });
    const large = await post(service, '/v1/decisions', { ...HOSTING, facts: { application: 'x'.repeat(1000) } });
    expect(large.json()).toMatchObject({ status: 413, code: 'too_large' });
    expect((await send(service, { url: '/mcp' })).statusCode).toBe(405);
  });

  test('in Chinese where that is asked for', async () => {
    const service = await testService();
    const wrong = { ...HOSTING, facts: { aplication: 'wechat' } };
    const chinese = { title: '未知的事实', detail: 'us/wechat 中没有名为 aplication 的事实。' };
    expect((await post(service, '/v1/decisions?lang=zh', wrong)).json()).toMatchObject(chinese);
    expect((await post(service, '/v1/decisions', { ...wrong, lang: 'zh' })).json()).toMatchObject(chinese);
    const accepted = { 'accept-language': 'fr, zh-CN;q=0.9, en;q=0.8' };
    expect((await post(service, '/v1/decisions', wrong, accepted)).json()).toMatchObject(chinese);
    expect((await post(service, '/v1/decisions', { ...wrong, lang: 'en' }, accepted)).json().title).toBe(
      'Unknown fact',
    );
  });
});

test('a packed body is refused for being packed', async () => {
  const service = await testService();
  const packed = await send(service, {
    url: '/v1/decisions',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload: gzipSync(JSON.stringify(HOSTING)),
  });
  expect(packed.json()).toMatchObject({ status: 415, code: 'unsupported_encoding' });
  expect(packed.headers['accept-encoding']).toBe('identity');
  const file = await send(service, {
    url: '/v1/uploads?name=a.csv',
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' },
    payload: gzipSync('a,b'),
  });
  expect(file.json()).toMatchObject({ status: 415, code: 'unsupported_encoding' });
});

describe('in Chinese, nothing but names is English', () => {
  const question = { rulebook: 'us/wechat', asOf: '2020-09-21', facts: {} };
  test.each([
    ['a wrong type', { ...question, rulebook: 5 }],
    ['no object', []],
    ['none of the allowed values', { ...question, explain: 'x' }],
    ['a missing member', { facts: {} }],
    ['an unknown member', { ...question, fact: {} }],
    ['an impossible date', { ...question, asOf: '2020-02-31' }],
    ['no zone', { ...question, knownOn: '2020-02-01T12:00' }],
    ['no date', { ...question, asOf: 'x' }],
    ['a wrong value', { ...question, facts: { counterparty: 'nobody' } }],
    ['a wrong number', { ...question, facts: { parent_ownership_percent: 101 } }],
    ['an inexact number', { ...question, facts: { parent_ownership_percent: 1e21 } }],
    ['an unknown reading', { ...question, readings: { x: 'y' } }],
    ['an unknown alternative', { ...question, readings: { transit_scope: 'y' } }],
    ['an unknown rulebook', { ...question, rulebook: 'us/wechatt' }],
  ])('%s', async (_, body) => {
    const service = await testService();
    const { title, detail, hint = '' } = (await post(service, '/v1/decisions?lang=zh', body)).json();
    for (const text of [title, detail]) expect(text).toMatch(/[一-鿿]/);
    expect(detail).toMatch(/。$/);
    // Names have no spaces; two English words side by side are a sentence.
    expect(`${title} ${detail} ${hint}`).not.toMatch(/[A-Za-z]{2,} [a-z]{2,}/);
  });
});

describe('headers', () => {
  test('a sane request id is kept, another replaced', async () => {
    const service = await testService();
    const ask = async (id: string) =>
      (await send(service, { url: '/v1/health', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await ask('order-17:a.b')).toBe('order-17:a.b');
    expect(await ask('a b')).not.toBe('a b');
    expect(await ask('x'.repeat(65))).toMatch(/^[\w-]{1,30}$/);
  });

  test('data is not stored, sniffed or shown as a page', async () => {
    const service = await testService();
    expect((await send(service, { url: '/v1/rulebooks' })).headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('the log', () => {
  test('tells of each request without facts, readings, parameters or tokens', async () => {
    const lines: string[] = [];
    const to = { write: (line: string) => lines.push(line) };
    const service = await testService({ log: { level: 'info', to } });
    const secret = 'zebra-0123456789abcdefghijklm';
    const headers = { authorization: `Bearer ${secret}`, 'x-request-id': 'r-1' };
    await post(service, '/v1/decisions', { ...HOSTING, facts: { application: secret } }, headers);
    await post(service, '/v1/decisions', { ...HOSTING, readings: { [secret]: secret } }, headers);
    await post(service, '/v1/decisions', `{"${secret}`, headers);
    await send(service, {
      url: `/v1/rulebooks/us%2Fwechat/status?asOf=${secret}&reading=${secret}:${secret}`,
      headers,
    });
    await send(service, { url: `/${secret}`, headers });
    await send(service, { url: `/%zz${secret}`, headers });
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.join('')).not.toContain('zebra');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: 'r-1',
      method: 'POST',
      route: '/v1/decisions',
      status: 422,
      milliseconds: expect.any(Number),
      by: 'local',
    });
  });
});
