import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser, tabTo } from '../helpers/browser.ts';
import { fillDate } from '../helpers/dates.ts';
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

const LANGUAGES = {
  en: {
    locale: 'en-GB',
    check: 'Check your answers',
    prohibited: 'Prohibited',
    date: (parts: readonly string[]) => parts.toReversed(),
  },
  zh: { locale: 'zh-CN', check: '核对您的回答', prohibited: '禁止', date: (parts: readonly string[]) => parts },
} as const;

const HOSTING: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(`${RULEBOOKS}/us/wechat/examples/hosting.json`, 'utf8'),
);
const CASE = new URLSearchParams(
  Object.entries({ 'as-of': '2020-09-21', 'known-on': '2020-09-18', ...HOSTING }).map(([name, value]) => [
    name,
    String(value),
  ]),
).toString();

describe('the interview by keyboard alone', () => {
  it.each(['en', 'zh'] as const)('leads to the answer and its memo (%s)', async (language) => {
    const words = LANGUAGES[language];
    const { page, faults } = await openPage(browser, served.address, { locale: words.locale, acceptDownloads: true });
    await page.goto(`${served.address}/ask/`);
    await page.locator('form[data-question="rulebook"]').waitFor();
    await chooseByKeyboard(page, 'us/wechat');
    await page.locator('form[data-question="when"]').waitFor();
    await typeDate(page, '#as-of', words.date(['2020', '9', '21']));
    await tabTo(page, 'details > summary');
    await page.keyboard.press('Enter');
    await typeDate(page, '#known-on', words.date(['2020', '09', '18']));
    await page.keyboard.press('Enter');
    for (let asked = 0; asked < 20; asked++) {
      await page.waitForFunction(
        () => document.querySelector('form[data-question]:not([data-question="when"]), .answers') !== null,
      );
      if ((await page.locator('.answers').count()) > 0) break;
      await answerByKeyboard(page);
    }
    expect(await page.locator('h1').textContent()).toBe(words.check);
    await tabTo(page, '.actions button:first-child');
    await page.keyboard.press('Enter');
    await page.locator('.statement h1').waitFor();
    expect(await page.locator('.statement h1').textContent()).toBe(words.prohibited);
    await tabTo(page, '.keep .actions button:nth-child(2)');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes a date in the order of the page, whatever the browser’s is, and refuses one that is not finished', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-US' });
    await page.goto(`${served.address}/ask/us/wechat/`);
    const names = () => page.locator('.date-parts').first().locator('[data-part]').allTextContents();
    expect(await names()).toEqual(['Day', 'Month', 'Year']);
    await page.locator('#as-of').fill('9');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('Give a date that exists').waitFor();
    expect(await page.locator('#as-of').inputValue()).toBe('9');
    await fillDate(page, 'as-of', '2020-10-09');
    await page.getByRole('button', { name: '中文' }).click();
    expect(await names()).toEqual(['年', '月', '日']);
    expect(await page.locator('#as-of').inputValue()).toBe('2020');
    await page.getByRole('group', { name: '交易日期' }).getByLabel('日').fill('31');
    await page.locator('details > summary').click();
    await page.locator('#known-on').fill('2020');
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('known-on');
    expect(await violations(page)).toEqual([]);
    await fillDate(page, 'known-on', '2020-09-18');
    await page.getByRole('button', { name: '继续' }).click();
    await page.locator('form[data-question="application"]').waitFor();
    expect(new URL(page.url()).hash).toBe('#as-of=2020-10-31&known-on=2020-09-18');
    await page.goto(`${served.address}/ask/us/wechat/?lang=en#as-of=2020-10-31&go-to=when`);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#as-of')?.value === '31');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('goes back, takes "I don’t know" for an answer, and says what is wrong', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/ask/us/wechat/#as-of=2020-09-21&known-on=2020-09-18`);
    const application = page.locator('form[data-question="application"]');
    await application.getByRole('button', { name: 'Continue' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await application.getByRole('button', { name: 'I don’t know' }).click();
    await application.waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toContain('application=%3F');
    await page.goBack();
    await application.waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('asks a colleague one question and gives a link back', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/ask/us/wechat/#as-of=2020-09-21&application=wechat&only-one=territory`);
    await page.locator('form[data-question="territory"] select').selectOption('US');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Thank you').waitFor();
    expect(await page.locator('.copy input').inputValue()).toContain('territory=US');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the answer', () => {
  it('is saved, and sends no fact before that', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.goto(`${served.address}/ask/us/wechat/#${CASE}&go-to=answer`);
    await page.getByRole('button', { name: 'Save this decision' }).click();
    await page.getByText('Saved as').waitFor();
    expect(sent.filter((address) => address.includes('hosting'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('in hindsight says what held it back', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/ask/us/wechat/#${CASE.replace(/&?known-on=[^&]*/, '')}&go-to=answer`);
    await page.locator('.held-back', { hasText: 'enjoined' }).waitFor();
    expect(await page.locator('.statement h1').textContent()).toBe('Not restricted');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('follows the compact form as it is filled in', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/ask/us/wechat/#as-of=2020-09-21&known-on=2020-09-18&go-to=form`);
    await page.locator('.so-far .verdict', { hasText: 'Undetermined' }).waitFor();
    await page.getByLabel('Application concerned').selectOption('tiktok');
    await page.locator('.so-far .verdict', { hasText: 'Not restricted' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('reading and time', () => {
  it('scrubbing what was known changes the status of a paragraph', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/read/?rulebook=us/wechat&as-of=2020-09-21&known-on=2020-09-18`);
    const status = page.locator('#WC-2 .status-mark');
    await status.filter({ hasText: 'in force' }).waitFor();
    await page.getByLabel('Scrub what was known').focus();
    for (let step = 0; step < 10 && !(await status.textContent())?.includes('enjoined'); step++)
      await page.keyboard.press('ArrowRight');
    expect(await status.textContent()).toContain('enjoined');
    expect(await page.locator('section.part:has(#WC-2)').getAttribute('data-status')).toBe('enjoined');
    const examples = page.locator('section.part:has(#WC-2) details.examples');
    await examples.locator('summary').click();
    await examples.getByText('as expected').first().waitFor();
    expect(await examples.getByText('differs').count()).toBe(0);
    await page.locator('#hosting .condition .name').first().hover();
    await page.locator('[role="tooltip"]', { hasText: 'hosting_service' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says once on the Chinese page that headings are in English', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'zh-CN' });
    await page.goto(`${served.address}/read/?rulebook=us/wechat`);
    await page.locator('.document-language', { hasText: '标题、来源和引文保留规则书的英文原文' }).waitFor();
    expect(await page.locator('.document-language').count()).toBe(1);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.document-language').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows where a case is prohibited, held back and open, with tables', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/time/?rulebook=us/wechat`);
    await page.locator('svg .cell-prohibited').first().waitFor();
    expect(await page.locator('svg .cell-held_back').count()).toBeGreaterThan(0);
    await page.getByText('The same as a table').click();
    expect(await page.locator('.clock-table a', { hasText: 'Prohibited' }).count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

const PAGES: readonly (readonly [name: string, path: string, ready: string])[] = [
  ['front', '/', '.worked'],
  ['choice of a rulebook', '/ask/', 'form'],
  ['date', '/ask/us/wechat/', 'form'],
  ['question', '/ask/us/wechat/#as-of=2020-09-21&known-on=2020-09-18', 'form[data-question="application"]'],
  ['check', `/ask/us/wechat/#${CASE}&go-to=check`, '.answers'],
  ['answer', `/ask/us/wechat/#${CASE}&go-to=answer`, '.said'],
  ['form', `/ask/us/wechat/#${CASE}&go-to=form`, '.so-far .verdict'],
  ['read', '/read/?rulebook=us/eo-13971', '.document'],
  ['time', '/time/?rulebook=us/wechat', 'svg .cell-prohibited'],
  ['screening', '/screen/', '.drop'],
  ['documentation', '/docs/concepts/verdicts/', 'article h1'],
];

describe('every page', () => {
  it.each(PAGES)(
    '%s: axe finds nothing, nothing is cut off at 360 px, in either language and either colours',
    async (_, path, ready) => {
      for (const language of ['en', 'zh'] as const) {
        const { page, faults } = await openPage(browser, served.address, { locale: LANGUAGES[language].locale });
        await page.goto(served.address + path);
        await page.locator(ready).first().waitFor();
        for (const theme of ['light', 'dark'] as const) {
          await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
          expect(await violations(page), `${language} ${theme}`).toEqual([]);
        }
        await page.setViewportSize({ width: 360, height: 800 });
        const cut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(cut, `${language}: wider than 360 px`).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('keeps its address when the language changes', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    const address = `${served.address}/ask/us/wechat/#${CASE}&go-to=answer`;
    await page.goto(address);
    await page.locator('.statement h1', { hasText: 'Prohibited' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.locator('.statement h1', { hasText: '禁止' }).waitFor();
    expect(page.url()).toBe(address);
    await page.reload();
    await page.locator('.statement h1', { hasText: '禁止' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a slow line', () => {
  // One answer of the server is enough: how long it takes is measured by bench/cold-phone.mjs.
  it('shows the first question from the page alone', async () => {
    const { page } = await openPage(browser, served.address, { viewport: { width: 360, height: 740 } });
    await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    await page.goto(`${served.address}/ask/us/wechat/`, { waitUntil: 'commit' });
    await page.locator('#as-of').waitFor();
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    await page.context().close();
  });
});

/** Types a date part by part, in the order in which the page has them. */
async function typeDate(page: Page, first: string, parts: readonly string[]): Promise<void> {
  await tabTo(page, first);
  for (const [index, part] of parts.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(part);
  }
}

/** Chooses a radio by arrow keys and continues. */
async function chooseByKeyboard(page: Page, value: string): Promise<void> {
  await tabTo(page, '.choices input');
  await page.keyboard.press('Space');
  for (let step = 0; step < 30; step++) {
    if ((await page.evaluate(() => document.querySelector<HTMLInputElement>('.choices :checked')?.value)) === value)
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Answers the question on the page as the case of hosting does; what that does not say, with "I don't know". */
async function answerByKeyboard(page: Page): Promise<void> {
  const form = page.locator('form[data-question]:not([data-question="when"])');
  const fact = (await form.getAttribute('data-question')) ?? '';
  const value = HOSTING[fact];
  if (value === undefined) {
    await tabTo(page, '.actions button.quiet');
    await page.keyboard.press('Enter');
  } else if ((await form.locator('select').count()) > 0) {
    await tabTo(page, 'select');
    for (let step = 0; step < 300 && (await form.locator('select').inputValue()) !== value; step++)
      await page.keyboard.press('ArrowDown');
    await tabTo(page, 'button[type="submit"]');
    await page.keyboard.press('Enter');
  } else await chooseByKeyboard(page, String(value));
  await page.locator(`form[data-question="${fact}"]`).waitFor({ state: 'detached' });
}
