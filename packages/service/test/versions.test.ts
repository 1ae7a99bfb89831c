import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOfText } from '@proviso/record';
import { readTokenFile, type Service } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { RULEBOOKS, send, shippedShelf, temporaryFolder, testService } from './helpers.ts';
import { MARKDOWN, MOON, moon, put } from './moon.ts';
import { startProcess } from './process.ts';

const VERSIONS = `${MOON}/versions`;
const LATER = 'not_restricted';

/** A clock of days, one further at each look. */
function days(): () => number {
  let day = Date.parse('2026-03-01T12:00:00Z');
  return () => (day += 24 * 60 * 60 * 1000);
}

const versions = async (service: Service, url = VERSIONS) => (await send(service, { url })).json();
const text = async (service: Service, version: number) => send(service, { url: `${VERSIONS}/${version}/text` });
const withdraw = (service: Service, url = MOON) => send(service, { method: 'DELETE', url });

describe('the versions of a rulebook', () => {
  test('are listed latest first, with who published them and took them back, and when', async () => {
    const service = await testService({ now: days() });
    const first = (await put(service, moon(10))).json();
    const second = (await put(service, moon(12, LATER))).json();
    expect(second).toMatchObject({ versions: 2 });
    // The same text again is no further version.
    await put(service, moon(12, LATER));
    expect((await withdraw(service)).statusCode).toBe(204);
    const again = (await put(service, moon(10))).json();
    expect(again).toMatchObject({ digest: first.digest, versions: 3 });
    const title = { en: 'Exports to the moon', zh: '对月球的出口' };
    const at = expect.stringMatching(/^2026-03-\d\dT12:00:00\.000Z$/);
    const found = await versions(service);
    expect(found).toEqual({
      versions: [
        { version: 3, digest: first.digest, title, publication: { by: 'local', at }, withdrawn: null, served: true },
        {
          version: 2,
          digest: second.digest,
          title,
          publication: second.publication,
          withdrawn: { by: 'local', at },
          served: false,
        },
        {
          version: 1,
          digest: first.digest,
          title,
          publication: first.publication,
          withdrawn: null,
          served: false,
        },
      ],
      next: null,
    });
    const [third, gone, one] = found.versions;
    const order = [one.publication.at, gone.publication.at, gone.withdrawn.at, third.publication.at];
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(4);
  });

  test('come page by page', async () => {
    const service = await testService();
    for (let most = 11; most < 18; most++) await put(service, moon(most, LATER));
    const seen: number[][] = [];
    let next: number | null = null;
    do {
      const page = await versions(service, `${VERSIONS}?limit=3${next === null ? '' : `&cursor=${next}`}`);
      seen.push(page.versions.map(({ version }: { version: number }) => version));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
    expect((await versions(service, `${VERSIONS}?cursor=99`)).versions).toHaveLength(7);
    for (const wrong of ['limit=0', 'limit=201', 'cursor=0', 'cursor=x'])
      expect((await send(service, { url: `${VERSIONS}?${wrong}` })).statusCode, wrong).toBe(400);
  });

  test('can be fetched with all their texts, and put back by publishing them again', async () => {
    const service = await testService();
    const id = '/v1/rulebooks/my%2Fwechat';
    const own = readFileSync(join(RULEBOOKS, 'us/wechat/rulebook.md'), 'utf8').replace(
      'rulebook us/wechat',
      'rulebook my/wechat',
    );
    const first = (await put(service, own, id)).json();
    await put(service, `${own}\nMore prose.\n`, id);
    const old = (await send(service, { url: `${id}/versions/1` })).json();
    expect(old).toMatchObject({ version: 1, digest: first.digest, served: false });
    const read = shippedShelf().find('us/wechat')?.documents ?? [];
    expect(old.documents).toEqual([...read.slice(0, -1), { kind: 'rulebook', id: 'my/wechat', text: own }]);
    const reply = await send(service, { url: `${id}/versions/1/text` });
    expect(reply.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      etag: `"${first.digest}"`,
    });
    const known = { 'if-none-match': String(reply.headers.etag) };
    expect((await send(service, { url: `${id}/versions/1/text`, headers: known })).statusCode).toBe(304);
    const back = await put(service, reply.body, id);
    expect(back.json()).toMatchObject({ digest: first.digest, versions: 3 });
    expect((await send(service, { url: `${id}/text` })).body).toBe(own);
  });

  test('of a rulebook that is not served any more are listed still, and it is told which those are', async () => {
    const service = await testService();
    await put(service, moon());
    expect((await versions(service, '/v1/rulebooks')).withdrawn).toEqual([]);
    await withdraw(service);
    const { rulebooks, withdrawn } = await versions(service, '/v1/rulebooks');
    expect(rulebooks.map(({ id }: { id: string }) => id)).not.toContain('my/moon');
    expect(withdrawn).toEqual([
      { id: 'my/moon', title: { en: 'Exports to the moon', zh: '对月球的出口' }, versions: 1 },
    ]);
    expect((await text(service, 1)).body).toBe(moon());
  });

  test('are none of a shipped one until one stood before it, and unknown of any other', async () => {
    const service = await testService();
    const url = '/v1/rulebooks/us%2Feo-13971';
    expect(await versions(service, `${url}/versions`)).toEqual({ versions: [], next: null });
    const own = `${readFileSync(join(RULEBOOKS, 'us/eo-13971/rulebook.md'), 'utf8')}\nMore prose.\n`;
    expect((await put(service, own, `${url}?shadow=true`)).statusCode).toBe(201);
    expect((await versions(service, `${url}/versions`)).versions).toMatchObject([{ version: 1, served: true }]);
    await withdraw(service, url);
    expect((await versions(service, `${url}/versions`)).versions).toMatchObject([{ version: 1, served: false }]);
    const listed = await versions(service, '/v1/rulebooks');
    expect(listed.withdrawn).toEqual([]);
    expect(listed.rulebooks[0]).toMatchObject({ id: 'us/eo-13971', origin: 'shipped', versions: 1 });
    expect(await versions(service)).toMatchObject({ status: 404, code: 'unknown_rulebook' });
    const none = await send(service, { url: `${url}/versions/2`, headers: { 'accept-language': 'zh' } });
    expect(none.json()).toMatchObject({ status: 404, detail: '"us/eo-13971" 从未发布过第 2 版。' });
    expect((await send(service, { url: `${url}/versions/0` })).statusCode).toBe(400);
  });

  test('are read by whoever may read rulebooks, and nobody else', async () => {
    const secret = 'asker-0123456789abcdefghijkl';
    const file = join(temporaryFolder(), 'tokens.json');
    const sha256 = createHash('sha256').update(secret).digest('hex');
    writeFileSync(file, JSON.stringify({ tokens: [{ name: 'ask', roles: ['ask'], sha256 }] }));
    const folder = temporaryFolder();
    const before = await testService({ dataFolder: folder });
    await put(before, moon());
    await before.close();
    const service = await testService({ dataFolder: folder, access: { tokens: readTokenFile(file) } });
    for (const url of [VERSIONS, `${VERSIONS}/1`, `${VERSIONS}/1/text`]) {
      expect((await send(service, { url })).statusCode).toBe(401);
      expect((await send(service, { url, headers: { authorization: `Bearer ${secret}` } })).statusCode).toBe(200);
    }
  });
});

describe('over a restart', () => {
  test('they are as they were, and their texts lie in the data folder', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    await put(first, moon(10));
    await put(first, moon(12, LATER));
    await withdraw(first);
    await put(first, moon(10));
    const before = await versions(first);
    await first.close();
    const texts = join(folder, 'history', 'texts');
    expect(readdirSync(texts).sort()).toEqual([moon(10), moon(12, LATER)].map(fileOf).sort());
    expect(readFileSync(join(texts, fileOf(moon(12, LATER))), 'utf8')).toBe(moon(12, LATER));
    writeFileSync(join(folder, 'history', 'rulebooks', 'my', '.moon.json.0.part'), '{"versions": [');
    const second = await testService({ dataFolder: folder });
    expect(await versions(second)).toEqual(before);
    await put(second, moon(13, LATER));
    expect((await versions(second)).versions).toHaveLength(4);
    expect((await text(second, 2)).body).toBe(moon(12, LATER));
  });

  test('a folder without a history begins one with what is served', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    const { publication, digest } = (await put(first, moon(10))).json();
    await first.close();
    rmSync(join(folder, 'history'), { recursive: true });
    const second = await testService({ dataFolder: folder });
    expect((await versions(second)).versions).toMatchObject([{ version: 1, digest, publication, served: true }]);
    expect((await text(second, 1)).body).toBe(moon(10));
    expect(readdirSync(join(folder, 'history', 'texts'))).toEqual([fileOf(moon(10))]);
    await put(second, moon(12, LATER));
    await second.close();
    const third = await testService({ dataFolder: folder });
    expect((await versions(third)).versions).toMatchObject([{ version: 2 }, { version: 1, digest, publication }]);
    expect((await text(third, 1)).body).toBe(moon(10));
  });

  test('what was done to the published file by other means is a version too, without an author', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'published', 'my', 'moon', 'rulebook.md');
    const started = () => testService({ dataFolder: folder });
    const first = await started();
    const { publication } = (await put(first, moon(10))).json();
    await first.close();
    writeFileSync(file, moon(20, LATER));
    const second = await started();
    expect((await versions(second)).versions).toMatchObject([
      { version: 2, publication: null, withdrawn: null, served: true },
      { version: 1, publication, withdrawn: null, served: false },
    ]);
    await second.close();
    unlinkSync(file);
    const third = await started();
    expect((await versions(third)).versions).toMatchObject([
      { version: 2, publication: null, withdrawn: { by: null, at: null }, served: false },
      { version: 1 },
    ]);
    expect((await text(third, 2)).body).toBe(moon(20, LATER));
    const texts = join(folder, 'history', 'texts');
    writeFileSync(join(texts, fileOf(moon(20, LATER))), 'another text');
    expect((await text(third, 2)).json()).toMatchObject({ status: 409, code: 'rulebook_gone' });
    unlinkSync(join(texts, fileOf(moon(10))));
    expect((await text(third, 1)).json()).toMatchObject({ status: 409, code: 'rulebook_gone' });
    await third.close();
    writeFileSync(file, moon(10));
    const fourth = await started();
    expect((await versions(fourth)).versions).toMatchObject([
      { version: 3, publication, served: true },
      { version: 2, withdrawn: { by: null } },
      { version: 1 },
    ]);
  });

  test('who published is known where replacing was cut off before the text was written', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    const { publication } = (await put(first, moon(10))).json();
    await first.close();
    const told = JSON.stringify({ by: 'else', at: '2030-01-01T00:00:00.000Z', digest: digestOfText(moon(12, LATER)) });
    writeFileSync(join(folder, 'published', 'my', 'moon', 'publication.json'), told);
    const second = await testService({ dataFolder: folder });
    expect((await versions(second)).versions).toMatchObject([{ version: 1, publication, served: true }]);
    expect((await versions(second, '/v1/rulebooks')).rulebooks[0]).toMatchObject({ id: 'my/moon', publication });
  });

  test('a damaged file stops the start and is left as it is', async () => {
    const folder = temporaryFolder();
    const first = await testService({ dataFolder: folder });
    await put(first, moon(10));
    await first.close();
    const file = join(folder, 'history', 'rulebooks', 'my', 'moon.json');
    for (const damaged of ['', '{"versions": []}', '{"versions": [{"digest": 1}]}']) {
      writeFileSync(file, damaged);
      await expect(testService({ dataFolder: folder })).rejects.toMatchObject({ code: 'history_damaged' });
      expect(readFileSync(file, 'utf8')).toBe(damaged);
    }
  });
});

test('kill -9 while versions come and go loses none that was acknowledged, and tells of what is served', async () => {
  const folder = temporaryFolder();
  const { child, address } = await startProcess(folder);
  const acknowledged: string[] = [];
  const changing = (async () => {
    for (let step = 0; step < 90; step++) {
      const body = moon(20 + step, LATER);
      const headers = { 'content-type': MARKDOWN };
      const reply = await fetch(`${address}${MOON}`, { method: 'PUT', headers, body });
      const told: unknown = await reply.json();
      if (reply.ok) acknowledged.push(String(Reflect.get(Object(told), 'digest')));
      if (step % 3 === 2) {
        const { ok } = await fetch(`${address}${MOON}`, { method: 'DELETE' });
        if (ok) acknowledged.push('withdrawn');
      }
    }
  })().catch(() => {});
  while (acknowledged.length < 30) await sleep(1);
  child.kill('SIGKILL');
  await Promise.all([once(child, 'close'), changing]);
  const service = await testService({ dataFolder: folder });
  interface Told {
    readonly version: number;
    readonly digest: string;
    readonly publication: unknown;
    readonly withdrawn: { readonly by: string | null } | null;
    readonly served: boolean;
  }
  const found: Told[] = (await versions(service, `${VERSIONS}?limit=200`)).versions.reverse();
  expect(found.every(({ publication, withdrawn }) => publication !== null && withdrawn?.by !== null)).toBe(true);
  const happened = found.flatMap(({ digest, withdrawn }) => [digest, ...(withdrawn === null ? [] : ['withdrawn'])]);
  // One change more may have been made than was acknowledged.
  expect(happened.slice(0, acknowledged.length)).toEqual(acknowledged);
  expect(happened.length).toBeLessThanOrEqual(acknowledged.length + 1);
  const read = await send(service, { url: MOON });
  const last = found.at(-1);
  expect(last?.served).toBe(last?.withdrawn === null);
  expect(read.statusCode).toBe(last?.served ? 200 : 404);
  if (last?.served) expect(read.json().digest).toBe(last.digest);
  for (const { version } of found) expect((await text(service, version)).statusCode).toBe(200);
});

function fileOf(content: string): string {
  return `${digestOfText(content).replace('sha256:', '')}.md`;
}
