import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser } from '../helpers/browser.ts';
import { fillDate } from '../helpers/dates.ts';
import { publish, type SmallRulebook, withdraw } from '../helpers/published.ts';
import { type Served, serve } from '../helpers/serve.ts';

const BOOK = fileURLToPath(new URL('../../../../examples/us-platform-2020/book.csv', import.meta.url));
const AUTHOR = 'author-0123456789abcdefghi';
const MOON: SmallRulebook = {
  id: 'my/moon',
  title: { en: 'Exports to the moon', zh: '对月球的出口' },
  effective: '2031-02-01',
};
const OURS: SmallRulebook = {
  id: 'us/wechat',
  title: { en: 'WeChat as we read it', zh: '我们所理解的微信限制' },
  effective: '2032-03-04',
};
const SHIPPED = { en: 'US restrictions on WeChat', zh: '美国对微信的限制' };

/** As it ships; with published rulebooks; the same with tokens. */
let plain: Served;
let served: Served;
let guarded: Served;
let browser: Browser;

beforeAll(async () => {
  buildApp();
  const tokens = [{ name: 'Ada', roles: ['author'], token: AUTHOR }];
  [plain, served, guarded, browser] = await Promise.all([
    serve(DIST, RULEBOOKS),
    serve(DIST, RULEBOOKS),
    serve(DIST, RULEBOOKS, { tokens }),
    startBrowser(),
  ]);
  for (const rulebook of [MOON, OURS]) {
    await publish(served.address, rulebook);
    await publish(guarded.address, rulebook, AUTHOR);
  }
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([plain, served, guarded].map((one) => one?.stop()));
});

/** Opens a page and waits until the service has answered for its list. */
async function open(address: string, path: string, locale = 'en-GB'): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await openPage(browser, new URL(address).origin, { locale });
  await Promise.all([
    page.waitForResponse((reply) => reply.url().endsWith('/v1/rulebooks')),
    page.goto(address + path),
  ]);
  return { page, faults };
}

/** How far the page moved by itself since it was opened. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

describe('a service with what ships alone', () => {
  it.each(['/', '/ask/', '/ask/us/wechat/', '/read/', '/time/'])('%s stays as it was built', async (path) => {
    const { page, faults } = await openPage(browser, plain.address, { locale: 'en-GB' });
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        const main = document.querySelector('#page');
        if (main === null) throw new Error('there is no page');
        Object.assign(window, { changes: 0 });
        new MutationObserver((records) =>
          Object.assign(window, { changes: Number(Reflect.get(window, 'changes')) + records.length }),
        ).observe(main, { childList: true, subtree: true, characterData: true });
      });
    });
    const [reply] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/v1/rulebooks')),
      page.goto(plain.address + path),
    ]);
    expect(reply.status()).toBe(200);
    expect(await shifts(page)).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'changes'))).toBe(0);
    if (path === '/ask/us/wechat/')
      expect(await page.getByRole('button', { name: '20 September 2020' }).count()).toBe(1);
    expect(await page.locator('.published, .other-text').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('published rulebooks', () => {
  const LISTS = [
    ['front page', '/', '.shelf li'],
    ['choice of Ask', '/ask/', '.choices label'],
    ['shelf of Read', '/read/', '.shelf-list li'],
    ['shelf of Time', '/time/', '.shelf-list li'],
  ] as const;
  it.each(LISTS)('are listed with who and when: %s', async (_, path, item) => {
    for (const [locale, language, said, instead] of [
      ['en-GB', 'en', /Published by local, \d+ \w+ \d{4}, \d\d:\d\d/, 'in place of the one that ships'],
      ['zh-CN', 'zh', /由 local 于 \d{4}年\d+月\d+日 \d\d:\d\d 发布/, '代替随附的规则书'],
    ] as const) {
      const { page, faults } = await open(served.address, path, locale);
      const moon = page.locator(item, { hasText: MOON.title[language] });
      await moon.waitFor();
      expect(await moon.locator('.published').textContent()).toMatch(said);
      expect(await moon.locator('.published').textContent()).not.toContain(instead);
      expect(await page.locator(item, { hasText: OURS.title[language] }).textContent()).toContain(instead);
      expect(await page.locator(item, { hasText: SHIPPED[language] }).count()).toBe(0);
      expect(await page.locator(`${item} .published`).count()).toBe(2);
      for (const theme of ['light', 'dark']) {
        await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
        expect(await violations(page), `${language} ${theme}`).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  it('can be chosen and asked about', async () => {
    const { page, faults } = await open(served.address, '/ask/');
    await page.getByLabel(MOON.title.en).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.eyebrow', { hasText: MOON.title.en }).waitFor();
    await page.getByRole('button', { name: '1 February 2031' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('form[data-question="boxes"]', { hasText: 'How many boxes?' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('are among those by which a file is screened', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/screen/`);
    await page.locator('.file-drop input[type="file"]').setInputFiles(BOOK);
    const option = page.locator('#rulebook option[value="my/moon"]');
    await option.waitFor({ state: 'attached' });
    expect(await option.textContent()).toMatch(/^Exports to the moon \(Published by local, /);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a rulebook in place of a shipped one', () => {
  it('has its own title and days on the first page of Ask, in either language', async () => {
    const { page, faults } = await open(served.address, '/ask/us/wechat/');
    await page.locator('.eyebrow', { hasText: OURS.title.en }).waitFor();
    await page.locator('.days button', { hasText: '4 March 2032' }).waitFor();
    expect(await page.locator('.days button').count()).toBe(1);
    await page.getByRole('button', { name: '中文' }).click();
    await page.locator('.eyebrow', { hasText: OURS.title.zh }).waitFor();
    await page.locator('.days button', { hasText: '2032年3月4日' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is what the front page says its example is not of', async () => {
    const { page, faults } = await open(served.address, '/');
    await page.locator('.other-text', { hasText: 'This service answers by another version' }).waitFor();
    expect(await page.locator('.worked .note').textContent()).toContain(`${SHIPPED.en}, 2020-2021, as it ships`);
    expect(await page.locator('.worked a').count()).toBe(1);
    await page.getByRole('link', { name: 'Ask this service' }).click();
    await page.locator('.eyebrow', { hasText: OURS.title.en }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('gives its place back when it is taken back', async () => {
    await withdraw(served.address, OURS.id);
    const { page, faults } = await open(served.address, '/');
    await page.locator('.shelf li', { hasText: MOON.title.en }).waitFor();
    expect(await page.locator('.shelf li', { hasText: SHIPPED.en }).count()).toBe(1);
    expect(await page.locator('.other-text').count()).toBe(0);
    expect(await page.locator('.worked a').count()).toBe(4);
    await publish(served.address, OURS);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a list that cannot be had', () => {
  it.each(['/', '/ask/', '/ask/us/wechat/', '/read/', '/time/'])('asks nobody for a token: %s', async (path) => {
    const { page, faults } = await open(guarded.address, path);
    await page.locator('main', { hasText: SHIPPED.en }).waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator('dialog, [role="alert"], .published').count()).toBe(0);
    expect(faults.filter((fault) => !fault.includes('status of 401'))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['en-GB', 'once it has an access token', 'Give the access token', '4 March 2032'],
    ['zh-CN', '服务收到访问令牌之后', '提供访问令牌', '2032年3月4日'],
  ])(
    'shows no days of a text that may not be the one served, says why, and offers to give the token: %s',
    async (...words) => {
      const [locale, why, give, date] = words;
      const { page, faults } = await open(guarded.address, '/ask/us/wechat/', locale);
      await page.locator('.days', { hasText: why }).waitFor();
      expect(await page.locator('.days fieldset').count()).toBe(0);
      for (const theme of ['light', 'dark']) {
        await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
        expect(await violations(page), theme).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: give }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: give }).click();
      await page.locator('dialog.access input').fill(AUTHOR);
      await page.keyboard.press('Enter');
      await page.locator('.days button', { hasText: date }).waitFor();
      expect(await page.locator('.days button').count()).toBe(1);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('days');
      expect(faults.filter((fault) => !fault.includes('status of 401'))).toEqual([]);
      await page.context().close();
    },
  );

  it('shows no days before the service has said which text it has, nor when it does not say', async () => {
    const { page } = await openPage(browser, served.address, { locale: 'en-GB' });
    const held: (() => Promise<void>)[] = [];
    await page.route('**/v1/rulebooks', (route) => void held.push(() => route.fulfill({ status: 500, body: '{}' })));
    await page.goto(`${served.address}/ask/us/wechat/`);
    await expect.poll(() => held.length).toBe(1);
    await page.locator('.days fieldset').waitFor({ state: 'attached' });
    expect(await page.locator('.days fieldset').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '20 September 2020' }).count()).toBe(0);
    await held[0]?.();
    await page.locator('.days fieldset').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('comes as soon as a token was given for something else', async () => {
    const { page } = await open(guarded.address, '/ask/us/wechat/');
    await fillDate(page, 'as-of', '2033-01-01');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('dialog.access input').fill(AUTHOR);
    await page.keyboard.press('Enter');
    await page.locator('form[data-question="boxes"]').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('.eyebrow', { hasText: OURS.title.en }).waitFor();
    await page.locator('.days button', { hasText: '4 March 2032' }).waitFor();
    await page.goto(`${guarded.address}/read/`);
    await page.locator('.published', { hasText: 'Published by Ada' }).first().waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.shelf li', { hasText: SHIPPED.en }).waitFor();
    expect(await page.locator('dialog, .published').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['no reply', undefined],
    ['a fault', { status: 500, body: '{}' }],
    ['something else', { status: 200, contentType: 'application/json', body: '{"rulebooks":[{"id":"x"}]}' }],
    ['no JSON', { status: 200, contentType: 'application/json', body: '<html>' }],
  ] as const)('leaves the list as it was built: %s', async (_, answer) => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    let asked = 0;
    await page.route('**/v1/rulebooks', (route) => {
      asked++;
      return answer === undefined ? route.abort() : route.fulfill(answer);
    });
    await page.goto(`${served.address}/read/`);
    await expect.poll(() => asked).toBe(1);
    await page.waitForTimeout(200);
    expect(await page.locator('.shelf-list li').count()).toBe(3);
    expect(await page.locator('[role="alert"], dialog').count()).toBe(0);
    expect(faults.filter((fault) => !/Failed to load resource/.test(fault))).toEqual([]);
    await page.context().close();
  });
});
