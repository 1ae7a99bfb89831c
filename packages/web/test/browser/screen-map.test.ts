import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser } from '../helpers/browser.ts';
import { type Served, serve } from '../helpers/serve.ts';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  buildApp();
  [served, browser] = await Promise.all([serve(DIST, RULEBOOKS), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${served.address}/screen/`);
  await page.locator('.file-drop input[type="file"]').setInputFiles({ name, mimeType: '', buffer });
  await page.locator('#rulebook').waitFor();
}

async function savedMap(page: Page): Promise<unknown> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the map of columns' }).click(),
  ]);
  return JSON.parse(readFileSync(await saved.path(), 'utf8'));
}

it('words for an empty cell in every column are shown, added and taken away', async () => {
  const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB', acceptDownloads: true });
  const text = 'application,activity,territory\nwechat,internet_hosting,n/a\nwechat,k.A.,US\nwechat,n/a,n/a\n';
  await send(page, 'words.csv', Buffer.from(text));
  const map = JSON.stringify({
    rulebook: 'us/wechat',
    columns: { application: 'application', activity: 'activity', territory: 'territory' },
    empty: ['n/a', 'leer'],
  });
  await page
    .locator('.map-file input[type="file"]')
    .setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(map) });
  const activity = page.locator('[data-fact="activity"]');
  await activity.getByText('As in every column, read as empty cells: “n/a”, “leer”.').waitFor();
  await activity.getByText('1 filled, 1 empty').waitFor();
  const words = page.locator('.general-empty');
  expect(await words.getAttribute('open')).not.toBeNull();
  await words.getByRole('button', { name: 'Remove “leer”' }).click();
  expect(await words.locator('input').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type(' k.A. ');
  await page.keyboard.press('Enter');
  expect(await words.locator('li').evaluateAll((all) => all.map((one) => one.getAttribute('data-word')))).toEqual([
    'n/a',
    'k.A.',
  ]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Look again' }).click();
  await activity.getByText('1 filled, 2 empty').waitFor();
  expect(await savedMap(page)).toMatchObject({ empty: ['n/a', 'k.A.'] });
  for (const name of ['Remove “n/a”', 'Remove “k.A.”']) await words.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.locator('[data-line="bad"]').waitFor();
  expect(await savedMap(page)).not.toHaveProperty('empty');
  expect(await activity.locator('[data-words="general"]').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a prefix is proposed anew for the columns of another sheet; one that was typed stays while it fits', async () => {
  const book = utils.book_new();
  const sheet = (name: string, ...more: string[]) => {
    const rows = [
      ['application', 'activity', ...more],
      ['wechat', 'internet_hosting', ...more.map(() => 'old')],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  };
  sheet('Clash', 'verdict');
  sheet('Plain');
  sheet('Twice', 'verdict', 'new_verdict');
  sheet('Mine', 'mine_verdict');
  const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
  await send(page, 'book.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
  await page.locator('#rulebook').selectOption('us/wechat');
  const prefix = page.getByLabel('Prefix of their names');
  const choose = async (name: string) => {
    await page.locator('#sheet').selectOption(name);
    await page.locator('.loading').waitFor({ state: 'detached' });
  };
  await page.getByRole('button', { name: 'Use “new_”' }).click();
  await page.locator('[data-line="rows"]').waitFor();
  expect(await prefix.inputValue()).toBe('new_');
  expect(await page.getByRole('button', { name: 'Use “new_”' }).count()).toBe(0);
  // Another sheet has no such column: nothing is put before the names.
  await choose('Plain');
  await prefix.waitFor({ state: 'detached' });
  await choose('Twice');
  await page.getByRole('button', { name: 'Use “new_”' }).click();
  await page.getByRole('button', { name: 'Use “new2_”' }).click();
  await page.locator('[data-line="rows"]').waitFor();
  expect(await prefix.inputValue()).toBe('new2_');
  // One that somebody typed stays where it does not clash, and is said to clash where it does.
  await prefix.fill('mine_');
  await page.keyboard.press('Enter');
  await page.locator('[data-line="rows"]').waitFor();
  await choose('Plain');
  expect(await prefix.inputValue()).toBe('mine_');
  expect(await violations(page)).toEqual([]);
  await choose('Mine');
  await page.getByRole('alert').getByText('The input already has a column mine_verdict').waitFor();
  await page.getByRole('button', { name: 'Use “new_”' }).click();
  await page.locator('[data-line="rows"]').waitFor();
  expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
  await page.context().close();
});

it('a word of several columns is read as an empty cell in all of them at once; a date that is none says how dates are written', async () => {
  const { page, faults } = await openPage(browser, served.address, {
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  });
  const lines = ['应用;activity;territory;签约时间', 'wechat;n/a;n/a;2020-09-21 09:30', 'wechat;n/a;US;2020-09-21'];
  await send(page, 'words.csv', Buffer.from(`${lines.join('\n')}\n`));
  await page.locator('#rulebook').selectOption('us/wechat');
  await page.locator('[data-words="several"]').getByText('“n/a”').waitFor();
  await page.getByRole('button', { name: '在每一列中均按空单元格读取' }).click();
  expect(await page.locator('.general-empty input').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.getByLabel('每行用各自的日期').check();
  await page.getByLabel('行日期所在的列').selectOption('签约时间');
  await page.getByRole('button', { name: '重新查看' }).click();
  await page.locator('[data-dates="bad"]').getByText('1 个单元格不是日期。').waitFor();
  expect(await page.locator('[data-line="bad"] dd').textContent()).toBe(
    '行日期：1 个单元格（第 2 行“2020-09-21 09:30”）。',
  );
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
