import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser } from '../helpers/browser.ts';
import { type Served, serve } from '../helpers/serve.ts';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/us-platform-2020', import.meta.url));

let served: Served;
let browser: Browser;
let id: string;

beforeAll(async () => {
  buildApp();
  [served, browser] = await Promise.all([serve(DIST, RULEBOOKS), startBrowser()]);
  id = await screened();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Has the first rows of the sample book screened. */
async function screened(): Promise<string> {
  const text = readFileSync(join(EXAMPLE, 'book.csv'), 'utf8').split('\n').slice(0, 1201).join('\n');
  const sent = await fetch(`${served.address}/v1/uploads?name=book.csv`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: `${text}\n`,
  });
  const { id: upload }: { id: string } = await sent.json();
  const order = {
    upload,
    rulebook: 'us/wechat',
    asOf: '2020-09-21',
    knownOn: '2020-09-18',
    map: readFileSync(join(EXAMPLE, 'map.json'), 'utf8'),
  };
  const made = await fetch(`${served.address}/v1/screenings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  const { id: screening }: { id: string } = await made.json();
  for (;;) {
    const { state }: { state: string } = await (await fetch(`${served.address}/v1/screenings/${screening}`)).json();
    if (state === 'done') return screening;
    if (state !== 'queued' && state !== 'running') throw new Error(`the screening is ${state}`);
    await setTimeout(50);
  }
}

/** Opens rows in a page whose window to print is only noted down: it stays open until it is said to be done. */
async function rowsPage(show: string, locale = 'en-GB'): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const opened = await openPage(browser, served.address, { locale });
  await opened.page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printing', '');
  });
  await opened.page.goto(`${served.address}/screen/#screening=${id}&show=${show}`);
  await opened.page.locator('.window tbody a').first().waitFor();
  return opened;
}

const PRINTED = '.printed-rows tbody tr';

it('rows are printed as a plain table from the first in view, at most 500, and the page is then as before', async () => {
  const { page, faults } = await rowsPage('all&at=301');
  const total = Number(await page.locator('.window table').getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(1000);
  const button = page.getByRole('button', { name: `Print 500 of ${total.toLocaleString('en')} rows` });
  expect(await violations(page)).toEqual([]);
  await button.click();
  await page.locator('html[data-printing]').waitFor();
  expect(await page.locator(PRINTED).count()).toBe(500);
  const numbers = await page.locator(`${PRINTED} th`).allTextContents();
  expect(numbers[0]).toBe('301');
  expect(numbers.at(-1)).toBe('800');
  // On the screen nothing of it is seen; on paper it is there instead of the window.
  expect(await page.locator('.printed-rows').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.printed-rows').isVisible()).toBe(true);
  expect(await page.locator('.window').isVisible()).toBe(false);
  expect(await page.locator('.printed-rows > p').first().textContent()).toBe(
    `Rows 301 to 800 of ${total.toLocaleString('en')}. All rows can be downloaded from the page of the screening.`,
  );
  // Where columns are many, those of the file stand in one, by their names and without empty cells.
  const head = await page.locator('.printed-rows thead th').allTextContents();
  expect(head.slice(0, 2)).toEqual(['Row', 'Verdict']);
  expect(head.at(-1)).toBe('The row as it is in the file');
  expect(await page.locator(`${PRINTED} .gathered`).first().textContent()).toMatch(/^Record ID: R000000301 /);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (process.env.PROVISO_PRINTED !== undefined) writeFileSync(process.env.PROVISO_PRINTED, pdf);
  // A4 across, on more than a few sheets.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 84[12][\d.]* 59[45]/);
  const sheets = [...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count));
  expect(Math.max(...sheets)).toBeGreaterThan(10);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.locator('.printed-rows').waitFor({ state: 'detached' });
  await page.locator('.window').focus();
  await page.keyboard.press('End');
  await page.locator(`tr[aria-rowindex="${total + 1}"] a`).waitFor();
  // Near the end the last 500 are printed.
  await button.click();
  await page.locator(PRINTED).first().waitFor({ state: 'attached' });
  expect(await page.locator(`${PRINTED} th`).last().textContent()).toBe(total.toLocaleString('en'));
  expect(await page.locator(PRINTED).count()).toBe(500);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('fewer rows are printed all, with what is the same in words of the page; printed otherwise, the page names the button', async () => {
  const { page, faults } = await rowsPage('prohibited', 'zh-CN');
  const total = Number(await page.locator('.window table').getAttribute('aria-rowcount')) - 1;
  expect(total).toBeLessThanOrEqual(500);
  await page.emulateMedia({ media: 'print' });
  await page.getByText(`共 ${total} 行。如需打印各行，请使用屏幕上表格上方的“打印”按钮`).waitFor();
  expect(await page.locator('.window').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: `打印这 ${total} 行` }).click();
  await page.locator('html[data-printing]').waitFor();
  expect(await page.locator(PRINTED).count()).toBe(total);
  expect(await page.locator('.printed-rows > p').first().textContent()).toBe(`全部 ${total} 行。`);
  expect(await page.locator(`${PRINTED} td`).first().textContent()).toBe('禁止');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('rows that cannot be fetched are not printed, and it is said', async () => {
  const { page } = await rowsPage('all');
  await page.route('**/rows?limit=500*', (route) => route.abort());
  await page.getByRole('button', { name: 'Print 500 of' }).click();
  await page.locator('.print-rows [role="alert"]').waitFor();
  expect(await page.locator('.printed-rows').count()).toBe(0);
  expect(await page.locator('html[data-printing]').count()).toBe(0);
  await page.context().close();
});
