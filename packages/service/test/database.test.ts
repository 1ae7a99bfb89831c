import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf } from '@proviso/language';
import { copyDecisions, DecisionLog, openDatabase, verifyDatabase } from '@proviso/record/log';
import { createService, type Service, startService } from '@proviso/service';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freshDatabase, lineTo, SERVER, until } from '../../record/test/postgres.ts';
import { HOSTING, post, RULEBOOKS, send, shippedShelf, temporaryFolder, testService } from './helpers.ts';
import { startProcess } from './process.ts';

const SECRET = 'pass-word-that-nobody-sees';
const KEY = { 'idempotency-key': 'order-17' };

/** The address with a password, which the server of the tests does not look at. */
function withSecret(address: string): string {
  const url = new URL(address);
  url.password = SECRET;
  return url.href;
}

const save = (service: Service, headers = {}) => post(service, '/v1/decisions', { ...HOSTING, save: true }, headers);
const ready = async (service: Service) => (await send(service, { url: '/v1/ready' })).statusCode;

test('a database that is not there keeps the service from starting, and the folder stays free', async () => {
  const dataFolder = temporaryFolder();
  const database = `postgresql://user:${SECRET}@127.0.0.1:1/db`;
  const started: unknown = await createService({ dataFolder, database, rulebooks: shippedShelf() }).catch(
    (error: unknown) => error,
  );
  expect(started).toMatchObject({ code: 'database_unreachable' });
  expect(started instanceof Error ? `${started.message} ${started.stack}` : '').not.toContain(SECRET);
  await testService({ dataFolder });
});

describe.skipIf(SERVER === '')('decisions in PostgreSQL (needs a server: PROVISO_TEST_POSTGRES_URL)', () => {
  test('are saved, read, listed and asked again as from a folder, also after a restart', async () => {
    const database = await freshDatabase();
    const first = await testService({ database });
    const ids: string[] = [];
    for (let number = 0; number < 5; number++) ids.unshift((await save(first)).json().id);
    await first.close();
    const second = await testService({ database });
    const pages = [(await send(second, { url: '/v1/decisions?limit=3' })).json()];
    pages.push((await send(second, { url: `/v1/decisions?limit=3&cursor=${pages[0]?.next}` })).json());
    expect(pages.flatMap(({ decisions }) => decisions.map(({ id }: { id: string }) => id))).toEqual(ids);
    expect(pages[1].next).toBeNull();
    const record = (await send(second, { url: `/v1/decisions/${ids[0]}` })).json();
    expect(record).toMatchObject({ id: ids[0], facts: HOSTING.facts });
    expect(record.rulebook.documents.length).toBeGreaterThan(1);
    const replayed = await send(second, { method: 'POST', url: `/v1/decisions/${ids[0]}/replay` });
    expect(replayed.json()).toMatchObject({ same: true, problems: [] });
    expect((await send(second, { url: '/v1/decisions/none' })).json()).toMatchObject({ code: 'unknown_decision' });
  });

  test('of one request are one, also after a restart', async () => {
    const database = await freshDatabase();
    const first = await testService({ database });
    const replies = await Promise.all(Array.from({ length: 9 }, () => save(first, KEY)));
    await first.close();
    const second = await testService({ database });
    replies.push(await save(second, KEY));
    expect(new Set(replies.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    const other = await post(second, '/v1/decisions', { ...HOSTING, facts: {}, save: true }, KEY);
    expect(other.json()).toMatchObject({ status: 422, code: 'key_reused' });
    expect(second.log.head.entries).toBe(1);
  });

  test('belong to one service, whose data folder another may not have either', async () => {
    const database = await freshDatabase();
    const dataFolder = temporaryFolder();
    const options = { rulebookFolders: [RULEBOOKS], port: 0, signals: false, database } as const;
    const first = await startService({ ...options, dataFolder });
    onTestFinished(() => first.stop());
    expect(first.database).toBe(`postgresql://${new URL(SERVER).host}${new URL(SERVER).pathname}`);
    await expect(startService({ ...options, dataFolder: temporaryFolder() })).rejects.toMatchObject({
      code: 'database_busy',
    });
    await expect(startService({ ...options, dataFolder })).rejects.toMatchObject({ code: 'log_busy' });
    await first.stop();
    await (await startService({ ...options, dataFolder })).stop();
  });

  test('and the folder are free again when the service cannot start for another reason', async () => {
    const database = await freshDatabase();
    const dataFolder = temporaryFolder();
    const inTheWay = join(dataFolder, 'screenings');
    writeFileSync(inTheWay, 'a file');
    await expect(createService({ dataFolder, database, rulebooks: shippedShelf() })).rejects.toThrow();
    rmSync(inTheWay);
    const store = await openDatabase(database, { patience: 0 });
    await store.close();
    await testService({ dataFolder, database });
  });

  test('that were saved in the folder before are told of, unless they were copied', async () => {
    const dataFolder = temporaryFolder();
    const database = await freshDatabase();
    const before = await testService({ dataFolder });
    const { id } = (await save(before)).json();
    const store = await openDatabase(database);
    const first = await testService({ dataFolder: temporaryFolder(), database: await freshDatabase() });
    expect(first.unseen).toBeUndefined();
    await before.close();
    const apart = await testService({ dataFolder, database: await freshDatabase() });
    expect(apart.unseen).toBe(`${dataFolder}/log`);
    await apart.close();
    const folder = await DecisionLog.open(dataFolder);
    await copyDecisions(folder, store);
    await Promise.all([folder.close(), store.close()]);
    const service = await testService({ dataFolder, database });
    expect(service.unseen).toBeUndefined();
    expect((await send(service, { url: `/v1/decisions/${id}` })).statusCode).toBe(200);
  });

  test('while the database is away are refused in words, and all goes on when it is back', async () => {
    const line = await lineTo(await freshDatabase());
    const lines: string[] = [];
    const log = { level: 'info', to: { write: (text: string) => void lines.push(text) } } as const;
    const service = await testService({ database: withSecret(line.address), log });
    const { id } = (await save(service, KEY)).json();
    expect(await ready(service)).toBe(200);
    await line.cut();

    for (const lang of ['en', 'zh']) {
      const refused = await post(service, `/v1/decisions?lang=${lang}`, { ...HOSTING, save: true });
      expect(refused.json()).toMatchObject({ status: 503, code: 'cannot_save' });
      expect(refused.headers).toMatchObject({ 'retry-after': '5', 'content-type': expect.stringContaining('problem') });
    }
    expect((await save(service, KEY)).json()).toMatchObject({ status: 503, code: 'cannot_save' });
    for (const url of ['/v1/decisions', `/v1/decisions/${id}`, `/v1/decisions/${id}/memo.pdf`]) {
      const refused = await send(service, { url });
      expect(refused.json()).toMatchObject({ status: 503, code: 'cannot_read' });
      expect(refused.body).not.toMatch(/\.ts\b|node:|pass-word|127\.0\.0\.1/);
    }
    expect((await send(service, { url: '/v1/ready' })).json()).toMatchObject({ status: 503, code: 'not_ready' });
    expect((await send(service, { url: '/v1/health' })).statusCode).toBe(200);
    expect((await post(service, '/v1/decisions', HOSTING)).statusCode).toBe(200);

    await line.mend();
    await until(async () => (await ready(service)) === 200);
    expect((await save(service, KEY)).json().id).toBe(id);
    expect((await save(service)).statusCode).toBe(201);
    expect(await service.log.verify({ digestOfTexts: digestOf })).toMatchObject({ entries: 2, problems: [] });
    const told = lines.join('');
    expect(told).toContain('"code":"database_unreachable","msg":"decisions cannot be saved"');
    expect(told).toContain('decisions can be saved again');
    expect(told).not.toContain('fault');
    expect(told).not.toContain(SECRET);
  });

  test('whose commit was not heard of are given to the same request again', async () => {
    const line = await lineTo(await freshDatabase());
    const service = await testService({ database: line.address });
    await save(service);
    const broken = line.cutAfter('INSERT INTO proviso_decisions');
    expect((await save(service, KEY)).json()).toMatchObject({ status: 503, code: 'cannot_save' });
    await broken;
    await line.mend();
    await until(async () => (await ready(service)) === 200);
    expect(service.log.head.entries).toBe(2);
    const [kept] = await service.log.latest({ limit: 1 });
    const again = await save(service, KEY);
    expect(again.statusCode).toBe(201);
    expect(again.json().id).toBe(kept?.entry.record.id);
    expect(service.log.head.entries).toBe(2);
  });

  test('that were acknowledged outlast kill -9 of the service', async () => {
    const database = await freshDatabase();
    const folder = temporaryFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 2; round++) {
      const { child, address } = await startProcess(folder, database);
      let going = true;
      const writers = Array.from({ length: 6 }, async () => {
        while (going) {
          try {
            const reply = await fetch(`${address}/v1/decisions`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ ...HOSTING, save: true }),
            });
            const told: unknown = await reply.json();
            const id = typeof told === 'object' && told !== null && 'id' in told ? told.id : undefined;
            if (reply.status === 201 && typeof id === 'string') acknowledged.push(id);
          } catch {
            return;
          }
        }
      });
      const enough = acknowledged.length + 25 + 10 * round;
      for (const end = Date.now() + 15_000; acknowledged.length < enough && Date.now() < end; ) await sleep(2);
      child.kill('SIGKILL');
      going = false;
      await Promise.all([once(child, 'close'), ...writers]);
    }
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(await verifyDatabase(database, { digestOfTexts: digestOf })).toMatchObject({ problems: [] });
    const { log } = await testService({ dataFolder: folder, database });
    const found = await Promise.all(acknowledged.map((id) => log.read(id)));
    expect(found.filter((written) => written === undefined)).toEqual([]);
  });
});
