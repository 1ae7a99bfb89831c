import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser, tabTo } from '../helpers/browser.ts';
import { type Served, serve } from '../helpers/serve.ts';

const RULEBOOK = `# Boxes

\`\`\`proviso
rulebook test/boxes
  title en "Late boxes" zh "迟装的箱"
  zone America/New_York

instrument ORDER
  kind executive_order
  title en "Order on boxes" zh "装箱令"
  citation "1 B 1"

provision ORDER-1 of ORDER at en "s. 1" zh "第1条"
  gist en "No late boxes" zh "禁止迟装"

event start
  effective ORDER on 2020-09-20T12:00-04:00
  label en "Order takes effect" zh "命令生效"

fact packed instant
  label en "Packed at" zh "装箱时刻"
  question en "When was it packed?" zh "何时装箱？"

prohibition shipping per ORDER-1
  when packed is on or after 2020-09-20T20:00:00-04:00

example "packed late"
  as of 2040-01-01
  given packed is 2020-09-21T00:00:00-04:00
  expect prohibited
\`\`\`
`;

let served: Served;
let browser: Browser;
let folder: string;
let rows: string;

beforeAll(async () => {
  buildApp();
  folder = mkdtempSync(join(tmpdir(), 'proviso-zones-'));
  mkdirSync(join(folder, 'rulebooks', 'test', 'boxes'), { recursive: true });
  writeFileSync(join(folder, 'rulebooks', 'test', 'boxes', 'rulebook.md'), RULEBOOK);
  rows = join(folder, 'rows.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT TIMESTAMP '2020-09-21 08:30:00' AS packed, TIMESTAMP '2020-09-21 09:00:00' AS booked, 'a' AS note)
     TO '${rows}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  [served, browser] = await Promise.all([serve(DIST, join(folder, 'rulebooks')), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function prepare(page: Page): Promise<void> {
  await page.goto(`${served.address}/screen/`);
  await page.locator('.file-drop input[type="file"]').setInputFiles(rows);
  await page.locator('#rulebook').selectOption('test/boxes');
}

describe('clock times that say no zone', () => {
  it('are read in the zone of the rulebook or in one that is typed, by keyboard, and the rows are judged by it', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB', acceptDownloads: true });
    await prepare(page);
    await page.getByRole('heading', { name: 'In which zone are these times?' }).waitFor();
    const asked = page.locator('.zone-asked .zone > button');
    expect(await asked.textContent()).toBe('America/New_York');
    expect(await violations(page)).toEqual([]);
    await tabTo(page, '.zone-asked .zone > button');
    await page.keyboard.press('Enter');
    const options = page.locator('.zone-list [role="option"]');
    await options.first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('nowhere');
    await page.getByText('There is no such time zone.').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('china shang');
    await expect.poll(() => options.allTextContents()).toEqual(['Asia/Shanghai China Standard Time']);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await options.first().waitFor({ state: 'detached' });
    expect(await asked.textContent()).toBe('Asia/Shanghai');
    expect(await asked.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await options.first().waitFor();
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Go on with this zone' }).click();
    await page.locator('[data-line="rows"]').waitFor();
    const packed = page.locator('[data-fact="packed"] .zone > button');
    expect(await packed.textContent()).toBe('Asia/Shanghai');

    // The row's own date needs a zone too: that of the rulebook, until another is chosen.
    await page.getByLabel('each row’s own date').check();
    await page.getByLabel('Column with the date of the row').selectOption('note');
    expect(await page.locator('.by .zone').count()).toBe(0);
    await page.getByLabel('Column with the date of the row').selectOption('booked');
    expect(await page.locator('.by .zone > button').textContent()).toBe('America/New_York');
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.waitForFunction(() => document.querySelector('.run .note') === null);
    expect(await violations(page)).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the map of columns' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toEqual({
      rulebook: 'test/boxes',
      columns: { packed: { column: 'packed', zone: 'Asia/Shanghai' } },
      as_of: { column: 'booked', zone: 'America/New_York' },
    });
    await page.getByRole('button', { name: 'Screen 1 row' }).click();
    await page.locator('[data-bin="prohibited"] a').click();
    await page.locator('.window tbody a').first().click();
    await page.locator('#cells').waitFor();
    expect(await page.locator('h1').textContent()).toBe('Prohibited');
    expect(await page.getByRole('link', { name: 'Answer what is missing' }).count()).toBe(0);
    expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
    await page.context().close();
  });

  it('are asked about in Chinese, on a phone, with the list open in view', async () => {
    const { page, faults } = await openPage(browser, served.address, {
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await prepare(page);
    await page.getByRole('heading', { name: '这些时刻属于哪个时区？' }).waitFor();
    const asked = page.locator('.zone-asked .zone > button');
    await asked.tap();
    const options = page.locator('.zone-list [role="option"]');
    await options.first().waitFor();
    expect(await options.count()).toBeGreaterThan(300);
    await page.getByLabel('查找时区').fill('中国');
    await expect.poll(() => options.allTextContents()).toEqual([expect.stringContaining('Asia/Shanghai')]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect((await options.first().boundingBox())?.height).toBeGreaterThanOrEqual(40);
    expect(await violations(page)).toEqual([]);
    await options.first().tap();
    await expect.poll(() => asked.textContent()).toBe('Asia/Shanghai');
    expect(await options.count()).toBe(0);
    await page.getByRole('button', { name: '采用此时区并继续' }).tap();
    await page.locator('[data-line="rows"]').waitFor();
    expect(await page.locator('[data-fact="packed"] .zone > button').textContent()).toBe('Asia/Shanghai');
    expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
    await page.context().close();
  });
});
