import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { send, temporaryFolder, testService } from './helpers.ts';

async function siteService() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'web', 'ask'));
  mkdirSync(join(folder, 'docs', 'reference'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>Front</title>');
  writeFileSync(join(folder, 'web', 'index.html.br'), 'not sent');
  writeFileSync(join(folder, 'web', 'ask', 'index.html'), '<!doctype html><title>Ask</title>');
  writeFileSync(
    join(folder, 'web', 'assets', 'app-C9SyhduA.js'),
    `export const a = ${JSON.stringify('x'.repeat(4000))};`,
  );
  writeFileSync(join(folder, 'docs', 'index.html'), '<!doctype html><title>Docs</title>');
  writeFileSync(join(folder, 'docs', 'reference', 'answer.html'), '<!doctype html><title>Answer</title>');
  return testService({ webFolder: join(folder, 'web'), docsFolder: join(folder, 'docs') });
}

describe('pages', () => {
  test('are found by their path, a folder by its index', async () => {
    const service = await siteService();
    for (const [url, title] of [
      ['/', 'Front'],
      ['/?lang=zh', 'Front'],
      ['/ask', 'Ask'],
      ['/ask/', 'Ask'],
      ['/docs/', 'Docs'],
      ['/docs/reference/answer', 'Answer'],
      ['/docs/reference/answer.html', 'Answer'],
    ] as const) {
      const reply = await send(service, { url });
      expect(reply.statusCode, url).toBe(200);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.body).toContain(`<title>${title}</title>`);
    }
    expect((await send(service, { url: '/docs' })).headers.location).toBe('/docs/');
  });

  test('run nothing inline, load nothing from elsewhere, and are framed by nobody', async () => {
    const service = await siteService();
    const { headers } = await send(service, { url: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
  });

  test('with a digest in their name are kept for ever, and packed', async () => {
    const service = await siteService();
    const url = '/assets/app-C9SyhduA.js';
    const reply = await send(service, { url, headers: { 'accept-encoding': 'br' } });
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(reply.rawPayload.length).toBeLessThan(1000);
    const again = await send(service, { url, headers: { 'if-none-match': String(reply.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  test('outside their folder are not there', async () => {
    const service = await siteService();
    const ways = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
      '//secret.txt',
      '/docs/../secret.txt',
      '/index.html.br',
      '/%5c..%5csecret.txt',
      '/nothing',
    ];
    for (const url of ways) {
      const reply = await send(service, { url });
      expect(reply.statusCode, url).toBe(404);
      expect(reply.json().code).toBe('not_found');
    }
  });
});
