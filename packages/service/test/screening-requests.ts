import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Service } from '@proviso/service';
import { expect } from 'vitest';
import { post, send } from './helpers.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/us-platform-2020', import.meta.url));

/** The first rows of the sample book. */
export const BOOK = `${readFileSync(join(EXAMPLE, 'book.csv'), 'utf8').split('\n').slice(0, 1201).join('\n')}\n`;

/** What the sample book is screened by. */
export const ORDER = {
  rulebook: 'us/wechat',
  asOf: '2020-09-21',
  knownOn: '2020-09-18',
  map: readFileSync(join(EXAMPLE, 'map.json'), 'utf8'),
  amount: 'Amount USD',
  unit: 'USD',
};

type Headers = Readonly<Record<string, string>>;

/** Sends a file in. */
export function upload(service: Service, text: string | Buffer = BOOK, name = 'book.csv', headers: Headers = {}) {
  return send(service, {
    method: 'POST',
    url: `/v1/uploads?name=${encodeURIComponent(name)}`,
    payload: text,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  });
}

/** Sends the sample book in. Returns the id of the upload. */
export async function uploaded(service: Service, text = BOOK, headers: Headers = {}): Promise<string> {
  const sent = await upload(service, text, 'book.csv', headers);
  expect(sent.statusCode, sent.body).toBe(201);
  return sent.json().id;
}

/** Has the sample book screened. Returns the id of the screening. */
export async function order(service: Service, more: object = {}, headers: Headers = {}): Promise<string> {
  const id = 'upload' in more ? more.upload : await uploaded(service, BOOK, headers);
  const reply = await post(service, '/v1/screenings', { ...ORDER, upload: id, ...more }, headers);
  expect(reply.statusCode, reply.body).toBe(202);
  return reply.json().id;
}

/** A screening once it has ended. */
export async function ended(service: Service, id: string, headers: Headers = {}) {
  for (;;) {
    const screened = (await send(service, { url: `/v1/screenings/${id}`, headers })).json();
    if (!['queued', 'running'].includes(screened.state)) return screened;
    await sleep(20);
  }
}

/** The sample book screened. */
export async function done(service: Service, more: object = {}) {
  const screened = await ended(service, await order(service, more));
  expect(screened.failure).toBeNull();
  expect(screened.state).toBe('done');
  return screened;
}
