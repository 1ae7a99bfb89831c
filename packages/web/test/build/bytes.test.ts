import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST } from '../helpers/app.ts';

beforeAll(buildApp);

/** What a page loads before it can be used, packed, in bytes: scripts and styles at most so many. */
const BUDGETS = {
  'index.html': { page: 6_000, scripts: 95_000, styles: 5_000 },
  'ask/us/wechat/index.html': { page: 4_000, scripts: 105_000, styles: 5_000 },
  'read/index.html': { page: 3_000, scripts: 105_000, styles: 6_000 },
  'screen/index.html': { page: 3_000, scripts: 105_000, styles: 6_000 },
  'time/index.html': { page: 3_000, scripts: 105_000, styles: 5_000 },
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
      styles: sum(files(/rel="stylesheet" href="([^"]+)"/g)),
    };
    process.stdout.write(`${file}: ${JSON.stringify(found)}\n`);
    expect(found.scripts).toBeGreaterThan(50_000);
    expect(found.styles).toBeGreaterThan(1_000);
    for (const part of ['page', 'scripts', 'styles'] as const)
      expect(found[part], part).toBeLessThanOrEqual(budget[part]);
  });

  it('keeps the engine out of what every page loads, and bounds the largest piece', () => {
    const sizes = readdirSync(join(DIST, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, packed(readFileSync(join(DIST, 'assets', name)))] as const);
    for (const [name, size] of sizes) expect(size, name).toBeLessThanOrEqual(95_000);
    const ask = readFileSync(join(DIST, 'ask/us/wechat/index.html'), 'utf8');
    expect(ask).not.toMatch(/assets\/(?:program|reader|clocks|answer-page)/);
  });

  it('has nothing inline and nothing from elsewhere', () => {
    for (const file of Object.keys(BUDGETS)) {
      const html = readFileSync(join(DIST, file), 'utf8');
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(?:src=|type="application\/json"))/);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });
});

function packed(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}
