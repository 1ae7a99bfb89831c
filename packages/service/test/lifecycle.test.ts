import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf } from '@proviso/language';
import { verifyLog } from '@proviso/record/log';
import { startService } from '@proviso/service';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HOSTING, RULEBOOKS, temporaryFolder, testService } from './helpers.ts';
import { startProcess } from './process.ts';

const decide = (address: string, body: object = HOSTING) =>
  fetch(`${address}/v1/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a service in a process of its own', () => {
  test('loses no acknowledged decision to kill -9', async () => {
    const folder = temporaryFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 2; round++) {
      const { child, address } = await startProcess(folder);
      let going = true;
      const writers = Array.from({ length: 6 }, async () => {
        while (going) {
          try {
            const reply = await decide(address, { ...HOSTING, save: true });
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
    const report = await verifyLog(folder, { digestOfTexts: digestOf });
    expect(report).toMatchObject({ problems: [] });
    const { log } = await testService({ dataFolder: folder });
    const found = await Promise.all(acknowledged.map((id) => log.read(id)));
    expect(found.filter((written) => written === undefined)).toEqual([]);
  });

  test('stops when it is told to: finishes what is under way, takes nothing new, gives the folder back', async () => {
    const folder = temporaryFolder();
    const { child, address, output } = await startProcess(folder);
    const body = JSON.stringify({ ...HOSTING, save: true });
    const underway = await opened(address);
    underway.write(head(body.length) + body.slice(0, 10));
    await sleep(100);
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await sleep(100);
    await expect(decide(address)).rejects.toThrow();
    underway.write(body.slice(10));
    const reply = await textFrom(underway);
    expect(reply).toMatch(/^HTTP\/1.1 201 /);
    expect(await closed).toEqual([0, null]);
    expect(output()).toContain('stopped');
    const { log } = await testService({ dataFolder: folder });
    expect(log.head.entries).toBe(1);
  });
});

describe('starting', () => {
  const options = { rulebookFolders: [RULEBOOKS], port: 0, signals: false };

  test('listens on this machine alone, and names address and folder', async () => {
    const dataFolder = temporaryFolder();
    const service = await startService({ ...options, dataFolder });
    onTestFinished(() => service.stop());
    expect(service.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(service.dataFolder).toBe(dataFolder);
    expect((await decide(service.address)).status).toBe(200);
    await service.stop();
    await service.stopped;
    await expect(decide(service.address)).rejects.toThrow();
  });

  test('is refused on an address that others reach, without tokens', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.com', '127.0.0.1.example.com']) {
      await expect(startService({ ...options, dataFolder: temporaryFolder(), host })).rejects.toMatchObject({
        code: 'not_loopback',
      });
    }
  });

  test('is refused where the port or the folder is taken, and then leaves the folder free', async () => {
    const dataFolder = temporaryFolder();
    const first = await startService({ ...options, dataFolder });
    onTestFinished(() => first.stop());
    await expect(startService({ ...options, dataFolder })).rejects.toMatchObject({ code: 'log_busy' });
    const other = temporaryFolder();
    const port = Number(new URL(first.address).port);
    await expect(startService({ ...options, dataFolder: other, port })).rejects.toMatchObject({
      code: 'cannot_listen',
    });
    const second = await startService({ ...options, dataFolder: other });
    await second.stop();
  });

  test('is refused without rulebooks', async () => {
    const empty = temporaryFolder();
    const started = startService({ ...options, rulebookFolders: [empty], dataFolder: temporaryFolder() });
    await expect(started).rejects.toMatchObject({ code: 'no_rulebooks' });
  });
});

describe('what comes in badly', () => {
  test('does not keep decisions waiting: slow uploads, and bodies that are too large', async () => {
    const service = await testService();
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
    const sockets = await Promise.all(Array.from({ length: 60 }, () => opened(address)));
    for (const [index, socket] of sockets.entries()) {
      const path = index % 2 === 0 ? '/v1/decisions/batch' : '/v1/decisions';
      socket.write(`${head(index % 3 === 0 ? 10_000_000 : 200_000, path)}{"cases":[`);
    }
    const trickle = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('{},');
    }, 10);
    const slowest = await Promise.race([measured(address, 40), sleep(20_000).then(() => Number.POSITIVE_INFINITY)]);
    clearInterval(trickle);
    for (const socket of sockets) socket.destroy();
    expect(slowest, 'milliseconds').toBeLessThan(2000);
  });

  test('is answered with problem details when it is no HTTP', async () => {
    const service = await testService();
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
    for (const [text, status] of [
      ['nonsense\r\n\r\n', 400],
      [`GET /v1/health HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ] as const) {
      const socket = await opened(address);
      socket.write(text);
      const reply = await textFrom(socket);
      expect(reply).toContain(`HTTP/1.1 ${status} `);
      expect(reply).toContain('application/problem+json');
    }
  });
});

async function measured(address: string, times: number): Promise<number> {
  let slowest = 0;
  for (let number = 0; number < times; number++) {
    const start = performance.now();
    expect((await decide(address)).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - start);
  }
  return slowest;
}

function head(length: number, path = '/v1/decisions'): string {
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}

async function opened(address: string): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

async function textFrom(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await Promise.race([once(socket, 'close'), sleep(3000)]);
  socket.destroy();
  return text;
}
