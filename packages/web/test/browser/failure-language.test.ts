import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser } from '../helpers/browser.ts';
import { publish, type SmallRulebook } from '../helpers/published.ts';
import { type Served, serve } from '../helpers/serve.ts';

const MOON: SmallRulebook = {
  id: 'my/moon',
  title: { en: 'Exports to the moon', zh: '对月球的出口' },
  effective: '2031-02-01',
};

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

/** The first alert on a page, once it has this text and none in another language. */
async function alertSays(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.getByRole('alert').first().locator('p').first().textContent()).toBe(text);
}

describe('a failure, when the language of the page is changed', () => {
  it.each([
    [
      'of a rulebook that is read',
      '/read/?rulebook=none/such',
      /^There is no rulebook "none\/such"/,
      /^没有.*"none\/such"/,
    ],
    ['of a question', '/ask/us/wechat/#as-of=2020-09-21&nonsense=1', /nonsense/, /没有名为.*nonsense/],
  ])('is told by the service again: %s', async (_, path, english, chinese) => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(served.address + path);
    const told = page.getByRole('alert').first().locator('p').first();
    await expect.poll(() => told.textContent()).toMatch(english);
    const before = await told.textContent();
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => told.textContent()).toMatch(chinese);
    expect(await told.textContent()).not.toBe(before);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => told.textContent()).toBe(before);
    expect(await violations(page)).toEqual([]);
    expect(faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
    await page.context().close();
  });

  it('has a file that cannot be read looked at again', async () => {
    const { page } = await openPage(browser, served.address, { locale: 'zh-CN' });
    await page.goto(`${served.address}/screen/`);
    const csv = 'application,activity,territory,verdict\nwechat,internet_hosting,US,old\n';
    const file = { name: 'clerk.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('.file-drop input[type="file"]').setInputFiles(file);
    await page.locator('#rulebook').selectOption('us/wechat');
    const told = page.getByRole('alert').first();
    await told.getByText('与判断结果要添加的列同名').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await told.getByText('The input already has a column verdict').waitFor();
    expect(await told.textContent()).not.toMatch(/\p{Script=Han}/u);
    await page.context().close();
  });

  it('keeps what stands there until the service has answered, and asks but once for each change', async () => {
    const { page } = await openPage(browser, served.address, { locale: 'en-GB' });
    const asked: string[] = [];
    const held: (() => Promise<void>)[] = [];
    await page.route('**/v1/rulebooks/us%2Fwechat', async (route) => {
      const language = String(route.request().headers()['accept-language']);
      asked.push(language);
      const detail = language === 'zh' ? '暂时无法读取' : 'Not readable at the moment';
      const answer = () =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ detail }) });
      if (language === 'zh') held.push(answer);
      else await answer();
    });
    await page.goto(`${served.address}/read/?rulebook=us/wechat`);
    await alertSays(page, 'Not readable at the moment');
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => held.length).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(1);
    await held[0]?.();
    await alertSays(page, '暂时无法读取');
    await page.waitForTimeout(200);
    expect(asked).toEqual(['en', 'zh']);
    await page.context().close();
  });

  it('is told in words of the page where the request cannot be made again: nothing is sent', async () => {
    await publish(served.address, MOON);
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'GET' || sent.push(request.method()));
    await page.goto(`${served.address}/read/`);
    await page.getByRole('button', { name: 'Take back: Exports to the moon' }).click();
    await publish(served.address, { ...MOON, title: { en: 'Moon, second edition', zh: '月球，第二版' } });
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('alert').getByText('The version that is served now is').waitFor();
    const told = await page.getByRole('alert').textContent();
    await page.getByRole('button', { name: '中文' }).click();
    await alertSays(page, '目前提供的已是另一版本。替换之前请先查看该版本。');
    expect(await page.getByRole('alert').textContent()).not.toMatch(/[a-z]{4}/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toBe(told);
    expect(sent).toEqual(['DELETE']);
    expect(faults.filter((fault) => !/status of 412/.test(fault))).toEqual([]);
    await page.context().close();
  });
});
