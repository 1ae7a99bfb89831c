import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../src/http/problem.ts';
import { post, send, temporaryFolder, testService } from './helpers.ts';
import { BOOK, ended, ORDER, order, upload, uploaded } from './screening-requests.ts';

const DAY = 24 * 60 * 60 * 1000;
const uploadsIn = (folder: string) => readdirSync(join(folder, 'screenings', 'uploads'));
const remove = async (service: Service, url: string) => (await send(service, { method: 'DELETE', url })).statusCode;

describe('a file that was sent in', () => {
  test('is removed by itself, but not while a screening needs it', async () => {
    const service = await testService();
    const id = await uploaded(service);
    const screening = await order(service, { upload: id });
    expect(await remove(service, `/v1/uploads/${id}`)).toBe(409);
    expect((await ended(service, screening)).state).toBe('done');
    expect(await remove(service, `/v1/uploads/${id}`)).toBe(204);
    expect(await remove(service, `/v1/uploads/${id}`)).toBe(404);
    expect((await send(service, { url: `/v1/screenings/${screening}/rows?limit=1` })).json().rows).toHaveLength(1);
  });

  test('is removed with its last screening where that is wanted', async () => {
    const service = await testService();
    const id = await uploaded(service);
    const [first, second, third] = [
      await order(service, { upload: id }),
      await order(service, { upload: id }),
      await order(service, { upload: id }),
    ];
    expect(await remove(service, `/v1/screenings/${first}?upload=remove`)).toBe(204);
    expect(uploadsIn(service.folder)).toEqual([id]);
    expect(await remove(service, `/v1/screenings/${second}?upload=burn`)).toBe(400);
    expect(await remove(service, `/v1/screenings/${second}?upload=remove`)).toBe(204);
    expect(uploadsIn(service.folder)).toEqual([id]);
    expect(await remove(service, `/v1/screenings/${third}`)).toBe(204);
    expect(uploadsIn(service.folder)).toEqual([id]);
    const fourth = await order(service, { upload: id });
    expect(await remove(service, `/v1/screenings/${fourth}?upload=remove`)).toBe(204);
    expect(uploadsIn(service.folder)).toEqual([]);
  });

  test('expires when no screening uses it, at the start and while the service runs', async () => {
    const folder = temporaryFolder();
    let now = Date.parse('2026-01-05T10:00:00Z');
    const first = await testService({ dataFolder: folder, now: () => now });
    const [used, unused] = [await uploaded(first), await uploaded(first)];
    const screening = await order(first, { upload: used });
    expect((await ended(first, screening)).state).toBe('done');
    await first.close();
    now += DAY - 1;
    const second = await testService({ dataFolder: folder, now: () => now });
    expect(uploadsIn(folder).sort()).toEqual([used, unused].sort());
    await second.close();
    now += 1;
    const third = await testService({ dataFolder: folder, now: () => now });
    expect(uploadsIn(folder)).toEqual([used]);
    await third.close();

    const fourth = await testService({ dataFolder: folder, times: { unusedUpload: 300 } });
    const late = await uploaded(fourth);
    while (existsSync(join(folder, 'screenings', 'uploads', late))) await sleep(20);
    expect(uploadsIn(folder)).toEqual([used]);
    expect(await remove(fourth, `/v1/screenings/${screening}`)).toBe(204);
    while (existsSync(join(folder, 'screenings', 'uploads', used))) await sleep(20);
  });

  test('is refused when it is too large, before all of it has come, and leaves nothing', async () => {
    const service = await testService({ limits: { upload: 1000 } });
    expect((await upload(service)).statusCode).toBe(413);
    const chunks = (async function* () {
      for (let number = 0; number < 100; number++) yield Buffer.from(BOOK.slice(0, 100));
    })();
    const reply = await service.app.inject({
      method: 'POST',
      url: '/v1/uploads?name=book.csv',
      payload: Readable.from(chunks),
      headers: { host: 'localhost', 'content-type': 'application/octet-stream' },
    });
    expect(reply.statusCode).toBe(413);
    expect(uploadsIn(service.folder)).toEqual([]);
  });
});

test('an order that cannot be kept leaves nothing', async () => {
  const service = await testService();
  const upload = await uploaded(service);
  const jobs = join(service.folder, 'screenings', 'jobs');
  rmSync(jobs, { recursive: true });
  writeFileSync(jobs, 'no folder');
  const reply = await post(service, '/v1/screenings', { ...ORDER, upload });
  expect(reply.statusCode).toBe(500);
  expect((await send(service, { url: '/v1/screenings' })).json().screenings).toEqual([]);
  expect(await remove(service, `/v1/uploads/${upload}`)).toBe(204);
});

test('a disk without room is told as that', () => {
  for (const code of ['ENOSPC', 'EDQUOT']) {
    const problem = problemOf(Object.assign(new Error('write'), { code }));
    expect(problem).toMatchObject({ status: 507, code: 'no_room' });
  }
  expect(problemOf(Object.assign(new Error('open'), { code: 'EACCES' }))).toBeUndefined();
});
