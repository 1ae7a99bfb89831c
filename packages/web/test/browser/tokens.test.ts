import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser, tabTo } from '../helpers/browser.ts';
import { fillDate } from '../helpers/dates.ts';
import { type Served, serve } from '../helpers/serve.ts';

const BOOK = fileURLToPath(new URL('../../../../examples/us-platform-2020/book.csv', import.meta.url));
const MAP = join(BOOK, '..', 'map.json');
const GATE = 'gate-0123456789abcdefghijkl';
const COLLEAGUE = 'colleague-0123456789abcdef';
const QUESTION = '/ask/us/wechat/#as-of=2020-09-21&known-on=2020-09-18';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  buildApp();
  const tokens = [
    { name: 'gate', roles: ['ask'], token: GATE },
    { name: 'colleague', roles: ['screen'], token: COLLEAGUE },
  ];
  [served, browser] = await Promise.all([serve(DIST, RULEBOOKS, { tokens }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Opens a page; the refusals without which no token is asked for are no faults. */
async function open(locale: string): Promise<{ page: Page; faults: string[]; sent: string[] }> {
  const { page, faults } = await openPage(browser, served.address, { locale, acceptDownloads: true });
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  return { page, faults, sent };
}

function other(faults: readonly string[]): readonly string[] {
  return faults.filter((fault) => !/status of 40[13]/.test(fault));
}

async function give(page: Page, token: string): Promise<void> {
  await page.locator('dialog.access input').fill(token);
  await page.keyboard.press('Enter');
}

describe('a service with tokens', () => {
  it('shows its pages to everybody, asks for the token by keyboard, and says when it is wrong', async () => {
    const { page, faults, sent } = await open('en-GB');
    await page.goto(served.address + QUESTION);
    const dialog = page.locator('dialog.access');
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
    for (const language of ['zh-Hans', 'en']) {
      await page.evaluate((to) => {
        const name = to === 'en' ? 'English' : '中文';
        [...document.querySelectorAll<HTMLElement>('.switch button')].find((one) => one.textContent === name)?.click();
      }, language);
      for (const theme of ['light', 'dark']) {
        await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
        expect(await violations(page), `${language}, ${theme}`).toEqual([]);
      }
    }
    for (const wrong of ['wrong-0123456789abcdefghijk', 'with space', '令牌', '']) {
      await give(page, wrong);
      await dialog.getByRole('alert').getByText('This token is not known here').waitFor();
      expect(await dialog.locator('input').getAttribute('aria-invalid')).toBe('true');
      expect(await violations(page)).toEqual([]);
    }
    await give(page, GATE);
    await page.locator('form[data-question="application"]').waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => [sessionStorage.length, JSON.stringify(localStorage), document.cookie])).toEqual([
      1,
      expect.not.stringContaining(GATE),
      '',
    ]);
    expect(sent.filter((address) => address.includes(GATE))).toEqual([]);
    await page.reload();
    await page.locator('form[data-question="application"]').waitFor();
    expect(other(faults)).toEqual([]);
    await page.context().close();
  });

  it('loses nothing of what was entered when the token is asked for in the middle', async () => {
    const { page, faults } = await open('zh-CN');
    await page.goto(`${served.address}/ask/us/wechat/#as-of=2020-09-21&known-on=2020-09-18&go-to=form`);
    await give(page, GATE);
    await page.locator('.so-far .verdict').waitFor();
    await page.evaluate(() => sessionStorage.clear());
    const amount = page.locator('.form-field input[type="text"]').first();
    await amount.fill('12');
    const application = page.locator('select:has(option[value="tiktok"])');
    await application.selectOption('tiktok');
    await page.locator('dialog.access').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByText('本服务只答复持有令牌的人').waitFor();
    await page.getByRole('button', { name: '重试' }).click();
    await give(page, GATE);
    await page.locator('.so-far .verdict', { hasText: '不受限制' }).waitFor();
    expect(await amount.inputValue()).toBe('12');
    expect(await application.inputValue()).toBe('tiktok');
    expect(other(faults)).toEqual([]);
    await page.context().close();
  });

  it('says which role is wanting, takes a token that has it, and screens, follows and downloads with it', async () => {
    const { page, faults, sent } = await open('en-GB');
    await page.goto(`${served.address}/screen/`);
    await give(page, GATE);
    await page.getByRole('alert').getByText('This needs the role screen.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use another token' }).click();
    await give(page, COLLEAGUE);
    await page.getByRole('alert').getByText('This needs the role').waitFor({ state: 'detached' });
    await page.evaluate(() => sessionStorage.clear());
    await page.locator('.file-drop input[type="file"]').setInputFiles(BOOK);
    await give(page, COLLEAGUE);
    await page.locator('#rulebook').waitFor();
    await page.locator('.map-file input[type="file"]').setInputFiles(MAP);
    await page.locator('[data-line="mapped"]').waitFor();
    await fillDate(page, 'as-of', '2020-09-21');
    await page.evaluate(() => sessionStorage.clear());
    await page.getByRole('button', { name: 'Screen 10,000 rows' }).click();
    await give(page, COLLEAGUE);
    await page.locator('.bins').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'All rows with their verdicts, CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('book.verdicts.csv');
    expect(
      readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\n').length,
    ).toBe(10_001);
    expect(await violations(page)).toEqual([]);
    expect(sent.filter((address) => address.includes(COLLEAGUE))).toEqual([]);
    expect(other(faults)).toEqual([]);
    await page.context().close();
  });

  it('forgets the token when signed out, and shows nothing that was fetched with it', async () => {
    const { page, faults } = await open('en-GB');
    await page.goto(served.address + QUESTION);
    await give(page, GATE);
    await page.locator('form[data-question="application"]').waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await tabTo(page, '.settings button.link');
    await page.keyboard.press('Enter');
    await page.locator('.worked').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    await page.goBack();
    await page.locator('dialog.access').waitFor();
    expect(await page.locator('form[data-question="application"]').count()).toBe(0);
    expect(other(faults)).toEqual([]);
    await page.context().close();
  });
});
