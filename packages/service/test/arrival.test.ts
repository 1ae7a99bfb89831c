import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '@proviso/service';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HOSTING, testService } from './helpers.ts';

const UPLOAD = '/v1/uploads?name=book.csv';

describe('requests that come slowly', () => {
  test('a file may take longer than any other request, as long as its bytes keep coming', async () => {
    const { socket, folder } = await slow({ request: 300, idle: 1000 });
    const parts = 12;
    socket.write(head('application/octet-stream', parts * 10, UPLOAD));
    for (let part = 0; part < parts; part++) {
      socket.write('0123456789');
      await sleep(100);
    }
    const reply = await textFrom(socket);
    expect(reply).toMatch(/^HTTP\/1.1 201 /);
    expect(reply).toContain('"bytes":120');
    expect(uploadsIn(folder)).toHaveLength(1);
  });

  test('a file that comes to a halt is given up, and leaves nothing', async () => {
    const { socket, folder } = await slow({ idle: 200 });
    socket.write(`${head('application/octet-stream', 1000, UPLOAD)}0123456789`);
    const reply = await textFrom(socket);
    expect(reply).toMatch(/^HTTP\/1.1 408 /);
    expect(reply).toContain('"code":"too_slow"');
    expect(uploadsIn(folder)).toEqual([]);
  });

  test('a file that is cut off leaves nothing', async () => {
    const { socket, folder } = await slow({});
    socket.write(`${head('application/octet-stream', 1000, UPLOAD)}0123456789`);
    while (uploadsIn(folder).length === 0) await sleep(5);
    socket.destroy();
    while (uploadsIn(folder).length > 0) await sleep(5);
  });

  test.each(['/v1/decisions', '/v1/decisions/batch', '/v1/screenings', '/mcp', '/nowhere'])(
    'anything else is given up after its time, however steadily it comes: %s',
    async (path) => {
      const { socket } = await slow({ request: 400 });
      const start = performance.now();
      socket.write(`${head('application/json', 10_000, path)}{"facts":`);
      const trickle = setInterval(() => socket.write(' '), 50);
      const reply = await textFrom(socket);
      clearInterval(trickle);
      expect(reply).toMatch(path === '/nowhere' ? /^HTTP\/1.1 40[48] / : /^HTTP\/1.1 408 /);
      expect(performance.now() - start).toBeGreaterThan(300);
      expect(socket.destroyed).toBe(true);
    },
  );

  test('a body that nobody reads does not hold its connection', async () => {
    const { socket } = await slow({ request: 400 });
    socket.write(`${head('text/plain', 10_000, '/v1/decisions')}x`);
    const trickle = setInterval(() => socket.write(' '), 50);
    const closed = once(socket, 'close');
    expect(await textFrom(socket, 10_000)).toMatch(/^HTTP\/1.1 415 /);
    await closed;
    clearInterval(trickle);
  });

  test('a head is given up after its time', async () => {
    const { socket } = await slow({ head: 300 });
    socket.write('GET /v1/health HTTP/1.1\r\nhost: localhost\r\n');
    const trickle = setInterval(() => socket.write('x: y\r\n'), 50);
    const reply = await textFrom(socket, 10_000);
    clearInterval(trickle);
    expect(reply).toMatch(/^HTTP\/1.1 408 /);
    expect(reply).toContain('"code":"too_slow"');
  });

  test('a file that is too large is refused in words, though its sender goes on', async () => {
    const service = await testService({ limits: { upload: 100_000 } });
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
    for (const length of [{ 'content-length': '5000000' }, { 'transfer-encoding': 'chunked' }]) {
      const socket = await opened(address);
      const [[name, value] = []] = Object.entries(length);
      socket.write(
        `POST ${UPLOAD} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/octet-stream\r\n${name}: ${value}\r\n\r\n`,
      );
      const block = name === 'content-length' ? 'x'.repeat(50_000) : `c350\r\n${'x'.repeat(50_000)}\r\n`;
      for (let part = 0; part < 100; part++) if (!socket.write(block)) await once(socket, 'drain');
      expect(await textFrom(socket, 1000)).toMatch(/^HTTP\/1.1 413 /);
    }
  });
});

describe('500 files that come slowly at the same time', () => {
  test('do not starve decisions, and take little memory', async () => {
    const service = await testService();
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
    await decided(address, {});
    const before = process.memoryUsage.rss();
    const sockets = await Promise.all(Array.from({ length: 500 }, () => opened(address)));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    for (const socket of sockets) socket.write(head('application/octet-stream', 100_000_000, UPLOAD));
    // Each sends more than it may take of memory, and then goes on slowly.
    const much = Buffer.alloc(400_000, 'x');
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.write(much, resolve))));
    while (bytesIn(service.folder) < sockets.length * (much.length - 65_536)) await sleep(50);
    const trickle = setInterval(() => {
      for (const socket of sockets) socket.write('0123456789');
    }, 100);
    onTestFinished(() => clearInterval(trickle));
    let slowest = 0;
    for (let number = 0; number < 40; number++) {
      const start = performance.now();
      await decided(address, number % 2 === 0 ? {} : { save: true });
      slowest = Math.max(slowest, performance.now() - start);
    }
    const taken = (process.memoryUsage.rss() - before) / 1024 / 1024;
    expect(slowest, 'milliseconds').toBeLessThan(2000);
    expect(taken, 'MiB').toBeLessThan(150);
    expect(uploadsIn(service.folder)).toHaveLength(500);
    clearInterval(trickle);
    for (const socket of sockets) socket.destroy();
    while (uploadsIn(service.folder).length > 0) await sleep(20);
  });
});

async function decided(address: string, more: object): Promise<void> {
  const reply = await fetch(`${address}/v1/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...HOSTING, ...more }),
  });
  await reply.arrayBuffer();
  expect(reply.ok).toBe(true);
}

async function slow(times: object): Promise<Service & { readonly folder: string; readonly socket: Socket }> {
  const service = await testService({ times });
  const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...service, socket: await opened(address) };
}

function uploadsIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'screenings', 'uploads'));
}

function bytesIn(folder: string): number {
  const sizes = uploadsIn(folder).map((id) => {
    const file = join(folder, 'screenings', 'uploads', id, 'data.csv');
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

function head(type: string, length: number, path: string): string {
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;
}

async function opened(address: string): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  return socket;
}

/** What comes back until the connection is closed, or for so many milliseconds. */
async function textFrom(socket: Socket, time = 3000): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await Promise.race([once(socket, 'close'), sleep(time)]);
  return text;
}
