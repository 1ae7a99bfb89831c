import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp, DIST } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser } from '../helpers/browser.ts';
import { smallRulebook } from '../helpers/published.ts';
import { type Served, serve } from '../helpers/serve.ts';

let served: Served;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  buildApp();
  folder = mkdtempSync(join(tmpdir(), 'proviso-front-'));
  mkdirSync(join(folder, 'test', 'boxes'), { recursive: true });
  const rulebook = { id: 'test/boxes', title: { en: 'Boxes', zh: '箱' }, effective: '2020-09-20' };
  writeFileSync(join(folder, 'test', 'boxes', 'rulebook.md'), smallRulebook(rulebook));
  [served, browser] = await Promise.all([serve(DIST, folder), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  { locale: 'en-GB', told: 'This service does not have this rulebook.', title: 'Boxes' },
  { locale: 'zh-CN', told: '本服务没有该规则书。', title: '箱' },
])('says in $locale that the service has not the rulebook of the example, and links to none of it', async (one) => {
  const { page, faults } = await openPage(browser, served.address, { locale: one.locale });
  await page.goto(`${served.address}/`);
  await page.locator('.other-text').waitFor();
  expect(await page.locator('.other-text').textContent()).toBe(one.told);
  // The example is still told, but its reasons, its rule and its dates cannot be had here.
  expect(await page.locator('.worked-answer').count()).toBe(2);
  expect(await page.locator('.worked a').count()).toBe(0);
  const volumes = page.locator('.shelf li');
  expect(await volumes.count()).toBe(1);
  expect(await volumes.first().locator('.volume').textContent()).toContain(`${one.title} test/boxes`);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
