import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST } from '../helpers/app.ts';

beforeAll(buildApp);

/** What a page loads before it can be used, packed, in bytes: the page with its styles, and scripts, at most so many. */
const BUDGETS = {
  'index.html': { page: 10_000, scripts: 95_000 },
  'ask/us/wechat/index.html': { page: 8_000, scripts: 105_000 },
  'read/index.html': { page: 9_000, scripts: 105_000 },
  'screen/index.html': { page: 9_000, scripts: 105_000 },
  'time/index.html': { page: 8_000, scripts: 105_000 },
} as const;

describe('bytes of a page', () => {
  it.each(Object.entries(BUDGETS))('%s keeps to its budget', (file, budget) => {
    const html = readFileSync(join(DIST, file), 'utf8');
    const files = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, address]) => packed(readFileSync(join(DIST, address ?? ''))));
    const sum = (sizes: readonly number[]) => sizes.reduce((whole, size) => whole + size, 0);
    const found = {
      page: packed(Buffer.from(html)),
      scripts: sum(files(/(?:src|modulepreload" href)="([^"]+\.js)"/g)),
    };
    process.stdout.write(`${file}: ${JSON.stringify(found)}\n`);
    expect(found.scripts).toBeGreaterThan(50_000);
    for (const part of ['page', 'scripts'] as const) expect(found[part], part).toBeLessThanOrEqual(budget[part]);
  });

  it('keeps the engine out of what every page loads, and bounds the largest piece', () => {
    const sizes = readdirSync(join(DIST, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, packed(readFileSync(join(DIST, 'assets', name)))] as const);
    for (const [name, size] of sizes) expect(size, name).toBeLessThanOrEqual(95_000);
    const ask = readFileSync(join(DIST, 'ask/us/wechat/index.html'), 'utf8');
    expect(ask).not.toMatch(/assets\/(?:program|reader|clocks|answer-page)/);
  });

  it('has nothing inline but what the policy names, and nothing from elsewhere', () => {
    const policy: unknown = JSON.parse(readFileSync(join(DIST, 'policy.json'), 'utf8'));
    for (const file of Object.keys(BUDGETS)) {
      const html = readFileSync(join(DIST, file), 'utf8');
      expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(policy).toMatchObject({
        'style-src': expect.arrayContaining(digestsOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g)),
        'script-src': expect.arrayContaining(digestsOf(html, /<script>([\s\S]*?)<\/script>/g)),
      });
    }
  });
});

function digestsOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}

function packed(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}
