import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { send, temporaryFolder, testService } from './helpers.ts';
import { startProcess } from './process.ts';
import { BOOK, done, ended, ORDER, order, uploaded } from './screening-requests.ts';

const stateOf = (folder: string, id: string) => join(folder, 'screenings', 'jobs', id, 'screening.json');
const stateIn = (folder: string, id: string) => JSON.parse(readFileSync(stateOf(folder, id), 'utf8'));

test('results are still there after a restart', async () => {
  const folder = temporaryFolder();
  const first = await testService({ dataFolder: folder });
  const { id } = await done(first);
  await first.close();
  const again = await testService({ dataFolder: folder });
  expect((await send(again, { url: `/v1/screenings/${id}/rows?limit=1` })).json().rows).toHaveLength(1);
});

test('what waited or ran when the service was stopped is done by the next one', async () => {
  const folder = temporaryFolder();
  const first = await testService({ dataFolder: folder });
  const upload = await uploaded(first);
  const ids = [await order(first, { upload }), await order(first, { upload }), await order(first, { upload })];
  await first.close();
  const left = ids.filter((id) => stateIn(folder, id).state === 'queued');
  expect(left.slice(-2)).toEqual(ids.slice(-2));
  const again = await testService({ dataFolder: folder });
  for (const id of ids) expect(await ended(again, id)).toMatchObject({ state: 'done', failure: null, rows: 1200 });
});

test('kill -9 loses no order: what waited is done, what ran has failed and says why', async () => {
  const folder = temporaryFolder();
  const { child, address } = await startProcess(folder);
  const sendTo = async (path: string, type: string, body: string) => {
    const reply = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
    const told: unknown = await reply.json();
    return typeof told === 'object' && told !== null && 'id' in told ? String(told.id) : '';
  };
  const upload = await sendTo('/v1/uploads?name=book.csv', 'application/octet-stream', BOOK);
  const body = JSON.stringify({ ...ORDER, upload });
  const ids: string[] = [];
  for (let number = 0; number < 4; number++) ids.push(await sendTo('/v1/screenings', 'application/json', body));
  const [first = ''] = ids;
  while (stateIn(folder, first).state === 'queued') await sleep(2);
  child.kill('SIGKILL');
  await once(child, 'close');
  const before = new Map(ids.map((id) => [id, stateIn(folder, id).state]));
  expect(before.get(ids[3] ?? '')).toBe('queued');
  const again = await testService({ dataFolder: folder });
  for (const id of ids) {
    const screened = await ended(again, id);
    if (before.get(id) === 'running')
      expect(screened).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } });
    else expect(screened).toMatchObject({ state: 'done', rows: 1200 });
  }
});

test('what waited is not judged by another version of the rulebook, nor without its file', async () => {
  const folder = temporaryFolder();
  const first = await testService({ dataFolder: folder });
  const [one, other] = [await uploaded(first), await uploaded(first)];
  const kept = await order(first, { upload: one });
  const changed = await order(first, { upload: one });
  const gone = await order(first, { upload: other });
  await first.close();
  asOfOtherVersion(folder, changed);
  rmSync(join(folder, 'screenings', 'uploads', other), { recursive: true });
  const again = await testService({ dataFolder: folder });
  expect((await ended(again, kept)).state).toBe('done');
  expect(await ended(again, changed)).toMatchObject({ state: 'failed', failure: { code: 'rulebook_changed' } });
  expect(await ended(again, gone)).toMatchObject({ state: 'failed', failure: { code: 'upload_gone' } });
});

test('rows judged by a version that is not served any more are shown, but not put to another version', async () => {
  const folder = temporaryFolder();
  const first = await testService({ dataFolder: folder });
  const { id } = await done(first);
  await first.close();
  asOfOtherVersion(folder, id);
  const again = await testService({ dataFolder: folder });
  const url = `/v1/screenings/${id}/rows`;
  expect((await send(again, { url: `${url}?limit=2` })).json().rows).toHaveLength(2);
  expect((await send(again, { url: `${url}/1` })).json()).toMatchObject({ status: 409, code: 'rulebook_gone' });
});

function asOfOtherVersion(folder: string, id: string): void {
  const changed = { ...stateIn(folder, id), rulebookDigest: `sha256:${'0'.repeat(64)}` };
  writeFileSync(stateOf(folder, id), JSON.stringify(changed));
}
