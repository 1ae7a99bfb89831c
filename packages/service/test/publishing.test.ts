import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CODES } from '@proviso/language';
import { CHINESE_TITLES } from '@proviso/language/chinese-titles';
import { FINDING_CODES } from '@proviso/logic';
import { LOCAL, readTokenFile, type Service, shelfOf } from '@proviso/service';
import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { titleOf } from '../src/rulebooks/code-titles.ts';
import { HOSTING, post, RULEBOOKS, send, shippedShelf, temporaryFolder, testService } from './helpers.ts';
import { MARKDOWN, MOON, moon, put } from './moon.ts';
import { startProcess } from './process.ts';

type Headers = Readonly<Record<string, string>>;

const check = (service: Service, text: string, query = '', headers: Headers = {}) =>
  send(service, {
    method: 'POST',
    url: `/v1/rulebooks/check${query}`,
    payload: text,
    headers: { 'content-type': MARKDOWN, ...headers },
  });
const verdict = async (service: Service, boxes: number) => {
  const asked = { rulebook: 'my/moon', asOf: '2021-01-01', facts: { boxes }, detail: 'verdict' };
  return (await post(service, '/v1/decisions', asked)).json().verdict;
};
const shipped = (id: string) => readFileSync(join(RULEBOOKS, id, 'rulebook.md'), 'utf8');

describe('checking a text', () => {
  test('tells what is wrong, where, and what would be right, in both languages', async () => {
    const service = await testService();
    const reply = await check(service, moon().replace('boxes > 10', 'boxen > 10'), '?file=moon.md');
    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json()).toMatchObject({
      sound: false,
      errors: 1,
      warnings: 1,
      id: null,
      digest: null,
      examples: null,
      failed: [],
    });
    expect(reply.json().diagnostics).toMatchObject([{ code: 'PV2023', severity: 'warning', line: 24 }, {}]);
    expect(reply.json().diagnostics.slice(1)).toEqual([
      {
        code: 'PV2002',
        severity: 'error',
        title: { en: expect.stringMatching(/^[a-z]/), zh: '未知的名称' },
        message: expect.stringContaining('boxen'),
        hint: expect.stringContaining('boxes'),
        zh: { message: '没有名为 `boxen` 的事实或术语', hint: '您是否想写 `boxes`？' },
        file: 'moon.md',
        line: 29,
        column: 8,
        endLine: 29,
        endColumn: 13,
      },
    ]);
  });

  test('tells of clashes with a transaction on which they show, and of examples that fail', async () => {
    const service = await testService();
    const clash = moon().replace('example', 'exemption small per ORDER-1\n  when boxes < 20\n\nexample');
    const [found] = (await check(service, clash)).json().diagnostics;
    expect(found).toMatchObject({ code: 'PV6001', severity: 'error', file: 'rulebook.md', witness: { facts: {} } });
    expect(found.zh.message).toContain('豁免规则 `small` 与禁止规则');
    expect(found.line).toBeGreaterThan(18);
    const failing = (await check(service, moon(10, 'not_restricted'))).json();
    expect(failing).toMatchObject({ sound: false, errors: 0, examples: 1 });
    expect(failing.failed).toEqual([
      {
        name: 'eleven boxes',
        line: 31,
        mismatches: [{ field: 'verdict', wanted: 'not_restricted', got: 'prohibited' }],
        trouble: null,
      },
    ]);
    const contradictory = moon().replace('example', 'assume few boxes < 5\n\nexample');
    expect((await check(service, contradictory)).json().failed).toMatchObject([
      {
        name: 'eleven boxes',
        trouble: { en: expect.stringContaining('few'), zh: expect.stringMatching(/[\u4e00-\u9fff].*few/) },
      },
    ]);
  });

  test.each(['us/wechat', 'us/tiktok', 'us/eo-13971'])(
    'finds %s sound, with the digest that it is served by',
    async (id) => {
      const service = await testService();
      const told = (await check(service, shipped(id))).json();
      expect(told).toMatchObject({ sound: true, kind: 'rulebook', id, errors: 0, failed: [] });
      expect(told.digest).toBe(shippedShelf().find(id)?.digest);
      expect(told.examples).toBe(shippedShelf().find(id)?.program.rulebook.examples.length);
    },
  );

  test('reads vocabularies too, and any text at all', async () => {
    const service = await testService();
    const vocabulary = readFileSync(join(RULEBOOKS, 'us/app-restrictions/vocabulary.md'), 'utf8');
    expect((await check(service, vocabulary)).json()).toMatchObject({
      sound: true,
      kind: 'vocabulary',
      examples: null,
    });
    for (const text of ['', 'nothing', '\ufeff# x', '```proviso\n', '```proviso\nrulebook x\n```', '\u0000'])
      expect((await check(service, text)).json()).toMatchObject({ sound: false, kind: null });
  });

  test('knows every code in both languages, by the names that the command line uses', () => {
    for (const { code, title } of [...CODES, ...FINDING_CODES])
      expect(titleOf(code)).toEqual({ en: title, zh: CHINESE_TITLES[code] });
  });
});

describe('publishing', () => {
  test('takes effect at once, is listed with its digest and where it comes from, and can be read', async () => {
    const service = await testService({ now: () => Date.parse('2026-02-03T04:05:06Z') });
    expect((await send(service, { url: MOON })).statusCode).toBe(404);
    const first = await put(service, moon());
    expect(first.statusCode, first.body).toBe(201);
    const { digest } = first.json();
    const publication = { by: LOCAL.name, at: '2026-02-03T04:05:06.000Z' };
    expect(first.json()).toMatchObject({ id: 'my/moon', origin: 'published', shadows: false, publication });
    expect(first.headers.etag).toBe(`"${digest}"`);
    expect(await verdict(service, 11)).toBe('prohibited');
    const { rulebooks } = (await send(service, { url: '/v1/rulebooks' })).json();
    expect(rulebooks.map(({ id, origin }: { id: string; origin: string }) => [id, origin])).toEqual([
      ['my/moon', 'published'],
      ['us/eo-13971', 'shipped'],
      ['us/tiktok', 'shipped'],
      ['us/wechat', 'shipped'],
    ]);
    expect(rulebooks[0]).toEqual(first.json());
    expect(rulebooks[1]).toMatchObject({ digest: shippedShelf().find('us/eo-13971')?.digest, publication: null });
    const text = await send(service, { url: `${MOON}/text` });
    expect(text.headers).toMatchObject({ 'content-type': MARKDOWN, etag: `"${digest}"` });
    expect(text.body).toBe(moon());
    expect((await send(service, { url: '/v1/rulebooks/us%2Fwechat/text' })).body).toBe(shipped('us/wechat'));
    expect(shippedShelf().find('my/moon')).toBeUndefined();
  });

  test('replaces: the next answer is by the new text, also to a question that was asked before', async () => {
    const service = await testService();
    await put(service, moon(10));
    expect(await verdict(service, 11)).toBe('prohibited');
    const second = await put(service, moon(12, 'not_restricted'));
    expect(second.statusCode, second.body).toBe(200);
    expect(await verdict(service, 11)).toBe('not_restricted');
    expect((await send(service, { url: MOON })).headers.etag).toBe(`"${second.json().digest}"`);
    const batch = { rulebook: 'my/moon', asOf: '2021-01-01', cases: [{ boxes: 11 }, { boxes: 13 }], detail: 'verdict' };
    const { answers } = (await post(service, '/v1/decisions/batch', batch)).json();
    expect(answers.map((answer: { verdict: string }) => answer.verdict)).toEqual(['not_restricted', 'prohibited']);
  });

  test('is there for the tools of agents as well, and is logged by name', async () => {
    const lines: string[] = [];
    const to = { write: (line: string) => void lines.push(line) };
    const service = await testService({ log: { level: 'info', to } });
    await put(service, moon());
    const call = {
      name: 'decide',
      arguments: { rulebook: 'my/moon', asOf: '2021-01-01', facts: { boxes: 11 } },
    };
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call };
    const reply = await post(service, '/mcp', message, { accept: 'application/json, text/event-stream' });
    expect(reply.json().result.structuredContent, reply.body).toMatchObject({ verdict: 'prohibited' });
    await send(service, { method: 'DELETE', url: MOON });
    const told = lines.map((line) => JSON.parse(line)).filter(({ rulebook }) => rulebook !== undefined);
    const digest = expect.stringMatching(/^sha256:/);
    expect(told).toMatchObject([
      { msg: 'published', rulebook: 'my/moon', by: 'local', digest },
      { msg: 'withdrawn', rulebook: 'my/moon', by: 'local' },
    ]);
  });

  test('leaves saved decisions as they were, over replacement, withdrawal and restart', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    await put(first, moon(10));
    const asked = { rulebook: 'my/moon', asOf: '2021-01-01', facts: { boxes: 11 }, save: true };
    const { id, verdict: before } = (await post(first, '/v1/decisions', asked)).json();
    expect(before).toBe('prohibited');
    const replays = async (service: Service) =>
      (await send(service, { method: 'POST', url: `/v1/decisions/${id}/replay` })).json();
    await put(first, moon(12, 'not_restricted'));
    for (let number = 13; number < 25; number++) await put(first, moon(number, 'not_restricted'));
    expect(await replays(first)).toMatchObject({ same: true, answer: { verdict: 'prohibited' } });
    expect((await send(first, { method: 'DELETE', url: MOON })).statusCode).toBe(204);
    expect(await replays(first)).toMatchObject({ same: true });
    await first.close();
    const second = await testService({ dataFolder: folder });
    expect(await replays(second)).toMatchObject({ same: true, answer: { verdict: 'prohibited' } });
    const record = (await send(second, { url: `/v1/decisions/${id}` })).json();
    expect(record.rulebook.documents).toEqual([{ kind: 'rulebook', id: 'my/moon', text: moon(10) }]);
  });

  test('is kept over a restart, as a document that other commands can read', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    const entry = (await put(first, moon())).json();
    const wechat = shipped('us/wechat').replace('rulebook us/wechat', 'rulebook my/wechat');
    expect((await put(first, wechat, '/v1/rulebooks/my%2Fwechat')).statusCode).toBe(201);
    await first.close();
    expect(readdirSync(join(folder, 'published', 'my', 'moon')).sort()).toEqual(['publication.json', 'rulebook.md']);
    expect(shelfOf([join(folder, 'published'), RULEBOOKS]).find('my/moon')?.digest).toBe(entry.digest);
    writeFileSync(join(folder, 'published', 'my', 'moon', '.rulebook.md.0.part'), '```proviso\nrule');
    const second = await testService({ dataFolder: folder });
    expect((await send(second, { url: '/v1/rulebooks' })).json().rulebooks[0]).toEqual(entry);
    expect(await verdict(second, 11)).toBe('prohibited');
    const asked = { ...HOSTING, rulebook: 'my/wechat', detail: 'verdict' };
    const own = (await post(second, '/v1/decisions', asked)).json();
    expect(own).toEqual((await post(second, '/v1/decisions', { ...HOSTING, detail: 'verdict' })).json());
  });

  test('tells nobody as its author when the file was changed by other means, and does not start with errors', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    await put(first, moon());
    await first.close();
    const file = join(folder, 'published', 'my', 'moon', 'rulebook.md');
    writeFileSync(file, moon(20, 'not_restricted'));
    const second = await testService({ dataFolder: folder });
    const [entry] = (await send(second, { url: '/v1/rulebooks' })).json().rulebooks;
    expect(entry).toMatchObject({ id: 'my/moon', origin: 'published', publication: null });
    await second.close();
    writeFileSync(file, 'no rulebook');
    await expect(testService({ dataFolder: folder })).rejects.toMatchObject({
      code: 'rulebook_errors',
      detail: [{ en: expect.stringContaining('no header'), zh: expect.stringContaining('没有文件头') }],
    });
    mkdirSync(join(folder, 'log'), { recursive: true });
    writeFileSync(file, moon());
    await (await testService({ dataFolder: folder })).close();
  });
});

test('kill -9 while rulebooks are published leaves one of those that were sent, never an older one than acknowledged', async () => {
  const folder = temporaryFolder();
  const { child, address } = await startProcess(folder);
  let acknowledged = 0;
  let most = 20;
  const publishing = (async () => {
    for (; most < 90; most++) {
      const headers = { 'content-type': MARKDOWN };
      const reply = await fetch(`${address}${MOON}`, { method: 'PUT', headers, body: moon(most, 'not_restricted') });
      await reply.arrayBuffer();
      if (reply.ok) acknowledged = most;
    }
  })().catch(() => {});
  while (acknowledged < 30) await sleep(1);
  child.kill('SIGKILL');
  await Promise.all([once(child, 'close'), publishing]);
  expect(most).toBeLessThan(90);
  const service = await testService({ dataFolder: folder });
  const { body } = await send(service, { url: `${MOON}/text` });
  expect([moon(acknowledged, 'not_restricted'), moon(acknowledged + 1, 'not_restricted')]).toContain(body);
});

describe('what is not published', () => {
  const refusal = async (service: Service, text: string | Buffer, url = MOON, headers: Headers = {}) => {
    const reply = await put(service, text, url, headers);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    return reply.json();
  };

  test('texts with errors, with examples that fail, of another id, of other kinds', async () => {
    const service = await testService();
    const broken = await refusal(service, moon().replace('boxes > 10', 'boxen > 10'));
    expect(broken).toMatchObject({ status: 422, code: 'rulebook_errors' });
    expect(broken.diagnostics[0]).toMatchObject({ code: 'PV2002', line: 29, title: { zh: '未知的名称' } });
    const inChinese = await refusal(service, moon().replace('boxes > 10', 'boxen > 10'), MOON, {
      'accept-language': 'zh',
    });
    expect(inChinese.detail).toMatch(/^规则书有 1 处错误。第一处：\S+:29:8 没有名为 `boxen` 的事实或术语。$/);
    const clash = moon().replace('example', 'exemption small per ORDER-1\n  when boxes < 20\n\nexample');
    expect(await refusal(service, clash)).toMatchObject({ code: 'rulebook_errors', diagnostics: [{ code: 'PV6001' }] });
    const failing = await refusal(service, moon(10, 'not_restricted'), MOON, { 'accept-language': 'zh' });
    expect(failing).toMatchObject({ status: 422, code: 'examples_fail', title: '示例与结论不符' });
    expect(failing.examples[0]).toMatchObject({ name: 'eleven boxes', line: 31 });
    const other = '/v1/rulebooks/my%2Fsun';
    expect(await refusal(service, moon(), other)).toMatchObject({ status: 422, code: 'wrong_rulebook', field: 'id' });
    const vocabulary = readFileSync(join(RULEBOOKS, 'us/app-restrictions/vocabulary.md'), 'utf8');
    expect(await refusal(service, vocabulary)).toMatchObject({ status: 422, code: 'wrong_rulebook' });
    expect(await refusal(service, Buffer.from([0xff, 0xfe]))).toMatchObject({ status: 400 });
    expect(await refusal(service, 'x'.repeat(1024 * 1024 + 1))).toMatchObject({ status: 413 });
    expect(await refusal(service, moon(), MOON, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect((await post(service, '/v1/rulebooks/check', { text: moon() })).statusCode).toBe(415);
    expect(existsSync(join(service.folder, 'published'))).toBe(false);
    expect((await send(service, { url: MOON })).statusCode).toBe(404);
  });

  test.each([
    '..',
    '../x',
    'my/../../x',
    'my//x',
    '/my/x',
    'my/x/',
    'My/Moon',
    'a/b/c/d/e',
    'a\\b',
    'a\u0000b',
    'x'.repeat(101),
  ])('anything under the id %j', async (id) => {
    const service = await testService();
    const text = moon().replace('my/moon', id);
    const reply = await put(service, text, `/v1/rulebooks/${encodeURIComponent(id)}`);
    expect([404, 422]).toContain(reply.statusCode);
    expect(readdirSync(service.folder).sort()).not.toContain('published');
  });

  test('a shipped rulebook, unless that is asked for; withdrawn, the shipped one is served again', async () => {
    const service = await testService();
    const url = '/v1/rulebooks/us%2Feo-13971';
    const digest = shippedShelf().find('us/eo-13971')?.digest;
    const changed = `${shipped('us/eo-13971')}\nMore prose.\n`;
    expect(await refusal(service, changed, url)).toMatchObject({ status: 409, code: 'shipped_rulebook' });
    const withdraw = () => send(service, { method: 'DELETE', url });
    expect((await withdraw()).json()).toMatchObject({ status: 409, code: 'shipped_rulebook' });
    const reply = await put(service, changed, `${url}?shadow=true`, { 'if-match': `"${digest}"` });
    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({ origin: 'published', shadows: true });
    expect(reply.json().digest).not.toBe(digest);
    expect(await refusal(service, `${changed}More.\n`, url)).toMatchObject({ status: 409 });
    expect((await withdraw()).statusCode).toBe(204);
    const { rulebooks } = (await send(service, { url: '/v1/rulebooks' })).json();
    expect(rulebooks[0]).toMatchObject({ id: 'us/eo-13971', origin: 'shipped', shadows: false, digest });
    expect((await send(service, { method: 'DELETE', url: MOON })).statusCode).toBe(404);
  });

  test('over the version of somebody else: If-Match and If-None-Match', async () => {
    const service = await testService();
    const first = await put(service, moon(10), MOON, { 'if-none-match': '*' });
    expect(first.statusCode).toBe(201);
    const etag = String(first.headers.etag);
    const twelve = moon(12, 'not_restricted');
    expect(await refusal(service, twelve, MOON, { 'if-none-match': '*' })).toMatchObject({ status: 412 });
    const second = await put(service, twelve, MOON, { 'if-match': etag });
    expect(second.statusCode).toBe(200);
    const stale = await refusal(service, moon(13, 'not_restricted'), MOON, { 'if-match': etag });
    expect(stale).toMatchObject({ status: 412, code: 'changed_meanwhile', digest: second.json().digest });
    expect(await verdict(service, 11)).toBe('not_restricted');
    // Sent again because the reply was lost.
    expect((await put(service, twelve, MOON, { 'if-match': etag })).statusCode).toBe(200);
    const withdraw = (tag: string) => send(service, { method: 'DELETE', url: MOON, headers: { 'if-match': tag } });
    expect((await withdraw(etag)).statusCode).toBe(412);
    expect((await withdraw(second.json().digest)).statusCode).toBe(204);
    expect(await refusal(service, moon(10), MOON, { 'if-match': '*' })).toMatchObject({ status: 412, digest: null });
  });

  test('two versions at the same time on the same footing: one of them is refused', async () => {
    const service = await testService();
    const etag = String((await put(service, moon(10))).headers.etag);
    const texts = [20, 30, 40, 50].map((most) => moon(most, 'not_restricted'));
    const replies = await Promise.all(texts.map((text) => put(service, text, MOON, { 'if-match': etag })));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412, 412]);
    const won = texts[replies.findIndex(({ statusCode }) => statusCode === 200)];
    expect(readFileSync(join(service.folder, 'published', 'my', 'moon', 'rulebook.md'), 'utf8')).toBe(won);
  });

  test('by anybody without the role', async () => {
    const secret = (name: string) => `${name}-0123456789abcdefghijkl`;
    const file = join(temporaryFolder(), 'tokens.json');
    const tokens = ['ask', 'screen', 'author', 'admin'].map((name) => ({
      name,
      roles: [name],
      sha256: createHash('sha256').update(secret(name)).digest('hex'),
    }));
    writeFileSync(file, JSON.stringify({ tokens }));
    const service = await testService({ access: { tokens: readTokenFile(file) } });
    const as = (name: string) => ({ authorization: `Bearer ${secret(name)}` });
    const requests: InjectOptions[] = [
      { method: 'POST', url: '/v1/rulebooks/check', payload: moon() },
      { method: 'PUT', url: MOON, payload: moon() },
      { method: 'DELETE', url: MOON },
    ];
    for (const request of requests) {
      for (const name of ['ask', 'screen']) {
        const headers = { ...as(name), 'content-type': MARKDOWN };
        expect((await send(service, { ...request, headers })).statusCode).toBe(403);
      }
      expect((await send(service, { ...request, headers: { 'content-type': MARKDOWN } })).statusCode).toBe(401);
    }
    const reply = await put(service, moon(), MOON, as('author'));
    expect(reply.json().publication.by).toBe('author');
    expect((await send(service, { url: `${MOON}/text`, headers: as('ask') })).body).toBe(moon());
    expect((await put(service, moon(12, 'not_restricted'), MOON, as('admin'))).json().publication.by).toBe('admin');
  });
});
