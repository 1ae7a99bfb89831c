import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTokenFile, type Service } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { send, temporaryFolder, testService } from './helpers.ts';

/** What is told to whoever has no token, besides pages. */
const OPEN = ['/v1/health', '/v1/ready', '/openapi.json'];

async function guarded(): Promise<Service> {
  const folder = temporaryFolder();
  for (const part of ['web/assets', 'web/ask', 'web/v1', 'docs']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<title>Front</title>');
  writeFileSync(join(folder, 'web', 'ask', 'index.html'), '<title>Ask</title>');
  writeFileSync(join(folder, 'web', 'assets', 'app-C9SyhduA.js'), 'export {};');
  writeFileSync(join(folder, 'docs', 'index.html'), '<title>Docs</title>');
  const file = join(folder, 'tokens.json');
  writeFileSync(
    file,
    JSON.stringify({ tokens: [{ name: 'gate', roles: ['ask'], token: 'gate-0123456789abcdefghijkl' }] }),
  );
  return testService({
    webFolder: join(folder, 'web'),
    docsFolder: join(folder, 'docs'),
    access: { tokens: readTokenFile(file) },
  });
}

describe('without a token', () => {
  test('pages, scripts and documentation are served', async () => {
    const service = await guarded();
    for (const url of ['/', '/ask/', '/?lang=zh', '/assets/app-C9SyhduA.js', '/docs/']) {
      expect((await send(service, { url })).statusCode, url).toBe(200);
      expect((await send(service, { url, method: 'HEAD' })).statusCode, url).toBe(200);
      expect((await send(service, { url, method: 'POST' })).statusCode, url).toBe(401);
    }
    expect((await send(service, { url: '/no-such-page' })).statusCode).toBe(404);
  });

  test('no route of the API is open, whichever it is', async () => {
    const service = await guarded();
    const { paths } = (await send(service, { url: '/openapi.json' })).json<{
      paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }>();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ url: path.replaceAll(/\{\w+\}/g, '1'), method: method.toUpperCase() })),
    );
    expect(routes.length).toBeGreaterThan(25);
    for (const { url, method } of routes.filter((route) => !OPEN.includes(route.url))) {
      const reply = await send(service, request(url, method));
      expect(reply.statusCode, `${method} ${url}`).toBe(401);
      expect(reply.json(), `${method} ${url}`).toMatchObject({ code: 'not_authenticated' });
      if (method === 'GET') expect((await send(service, request(url, 'HEAD'))).statusCode, `HEAD ${url}`).toBe(401);
    }
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { statusCode } = await send(service, request('/mcp', method));
      expect([401, 405], `${method} /mcp`).toContain(statusCode);
    }
  });

  test('no other way of writing an address leads to the API', async () => {
    const service = await guarded();
    const ways = [
      '//v1/rulebooks',
      '/v1//rulebooks',
      '/V1/rulebooks',
      '/%761/rulebooks',
      '/v1%2Frulebooks',
      '/docs/../v1/rulebooks',
      '/assets/..%2fv1/rulebooks',
      '/v1/rulebooks/',
      '/v1/rulebooks;a',
      '/v1/rulebooks.html',
      '/v1/rulebooks%00',
    ];
    for (const url of ways) {
      const reply = await send(service, { url });
      expect(reply.statusCode, url).toBeGreaterThanOrEqual(400);
      expect(reply.body, url).not.toContain('us/wechat');
    }
  });
});

function request(url: string, method: string) {
  const json = { headers: { 'content-type': 'application/json' }, payload: '{}' };
  return method === 'POST' || method === 'PUT'
    ? ({ url, method, ...json } as const)
    : ({ url, method: method === 'DELETE' ? 'DELETE' : method === 'HEAD' ? 'HEAD' : 'GET' } as const);
}
