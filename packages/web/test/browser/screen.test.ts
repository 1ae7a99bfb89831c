import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { openPage, startBrowser, tabTo } from '../helpers/browser.ts';
import { fillDate } from '../helpers/dates.ts';
import { type Served, serve } from '../helpers/serve.ts';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/us-platform-2020', import.meta.url));
const BOOK = join(EXAMPLE, 'book.csv');
const MAP = join(EXAMPLE, 'map.json');

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

/** Axe finds nothing and nothing is cut off at 360 px, in either language and either colours; the page is left in English. */
async function expectSound(page: Page, name: string): Promise<void> {
  for (const language of ['中文', 'English']) {
    await page.getByRole('button', { name: language }).click();
    for (const theme of ['light', 'dark']) {
      await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
      expect(await violations(page), `${name}, ${language}, ${theme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(cut, `${name}, ${language}: wider than 360 px`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

/** The rows of a table that were seen whole, by their places among all, from 1. */
function placesSeen(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const box = document.querySelector('.window')?.getBoundingClientRect();
    const head = document.querySelector('.window thead th')?.getBoundingClientRect();
    if (box === undefined || head === undefined) return [];
    return [...document.querySelectorAll('.window tbody tr')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= head.bottom - 1 && bottom <= box.bottom + 1;
      })
      .map((row) => Number(row.getAttribute('aria-rowindex')) - 1);
  });
}

/** The window of rows goes to both ends and back by keys, wheel and scroll bar, and shows rows without gap at each. */
async function expectWindow(page: Page): Promise<void> {
  const total = Number(await page.locator('.window table').getAttribute('aria-rowcount')) - 1;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));
  const expectRows = async (what: string, first: (places: readonly number[]) => boolean) => {
    const found = async (): Promise<string> => {
      const places = await placesSeen(page);
      const whole = places.length > 5 && places.every((place, index) => place === (places[0] ?? 0) + index);
      const waiting = await page.locator('.window [aria-busy="true"]').count();
      return whole && waiting === 0 && first(places) ? 'as it should be' : `rows ${places.join(' ')}`;
    };
    await expect.poll(found, { timeout: 20_000, message: what }).toBe('as it should be');
  };
  await page.locator('.window').focus();
  await page.keyboard.press('End');
  expect(await focused()).toBe(String(total + 1));
  await expectRows('End', (places) => places.at(-1) === total);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  const above = Number(await focused()) - 1;
  expect(above).toBeLessThan(total - 5);
  await expectRows('PageUp', (places) => places.includes(above));
  await page.keyboard.press('Home');
  expect(await focused()).toBe('2');
  await expectRows('Home', (places) => places[0] === 1);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('3');

  await page.locator('.window').hover();
  for (let step = 0; step < 5; step++) await page.mouse.wheel(0, 400);
  // Five times 400 pixels are some fifty rows, wherever the scroll bar stands.
  await expectRows('the wheel', ([first = 0]) => first > 40 && first < 65);
  await page.locator('.window').evaluate((box) => box.scrollTo({ top: (box.scrollHeight - box.clientHeight) / 2 }));
  await expectRows('half way', ([first = 0]) => Math.abs(first - total / 2) < total / 100 + 20);
  const [half = 0] = await placesSeen(page);
  for (let step = 0; step < 5; step++) await page.mouse.wheel(0, 400);
  await expectRows('the wheel, half way', ([first = 0]) => first - half > 40 && first - half < 65);
  await page.locator('.window').evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await expectRows('the end of the scroll bar', (places) => places.at(-1) === total);
}

/** Sends a file in and has it looked at with the map of the sample book. */
async function prepare(page: Page, file: string): Promise<void> {
  await page.goto(`${served.address}/screen/`);
  await page.locator('.drop').waitFor();
  await page.locator('.file-drop input[type="file"]').setInputFiles(file);
  await page.locator('#rulebook').waitFor({ timeout: 60_000 });
  await page.locator('.map-file input[type="file"]').setInputFiles(MAP);
  await page.locator('[data-line="mapped"]').waitFor({ timeout: 60_000 });
  await fillDate(page, 'as-of', '2020-09-21');
  await fillDate(page, 'known-on', '2020-09-18');
  await page.locator('#amount').selectOption('Amount USD');
  await page.locator('#unit').fill('USD');
}

describe('a screening on the page', () => {
  it('leads from a dropped file to bins, a question, a row and its proof, and to another date', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB', acceptDownloads: true });
    await prepare(page, BOOK);
    expect(await page.locator('#rulebook').inputValue()).toBe('us/wechat');
    expect(await page.locator('[data-line="rows"] dd').textContent()).toBe('10,000');
    expect(await page.locator('#column-activity').inputValue()).toBe('Kind of activity');
    await expectSound(page, 'prepare');
    await page.getByRole('button', { name: 'Screen 10,000 rows' }).click();

    await page.locator('.bins').waitFor();
    const counts = await page.locator('.bin-rows').allTextContents();
    expect(counts).toHaveLength(5);
    expect(counts.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(10_000);
    await expectSound(page, 'results');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'All rows with their verdicts, CSV' }).click(),
    ]);
    expect(
      readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\n').length,
    ).toBe(10_001);

    const first = page.locator('.to-ask li').first().locator('.settles a');
    const settled = /[\d,]+/.exec((await first.textContent()) ?? '')?.[0] ?? '';
    await first.click();
    await page.locator('.window tbody tr').first().waitFor();
    expect(await page.locator('.pager [role="status"]').textContent()).toContain(`of ${settled}`);
    expect(await page.locator('.window table').getAttribute('aria-rowcount')).toBe(
      String(Number(settled.replaceAll(',', '')) + 1),
    );
    expect(await page.locator('.window tbody tr').count()).toBeLessThan(80);
    await expectSound(page, 'rows');
    await page.locator('.window tbody th a').first().click();
    await page.locator('.proof .tree li').first().waitFor();
    expect(await page.locator('.statement h1').textContent()).toBe('Undetermined');
    await expectSound(page, 'row');
    await page.getByRole('link', { name: 'Open in Ask' }).click();
    await page.locator('.statement h1', { hasText: 'Undetermined' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /^Back to/ }).click();
    await page.getByRole('link', { name: 'Back to book.csv' }).click();

    await page.locator('.bins p a').click();
    await page.locator('.window tbody a').first().waitFor();
    await expectWindow(page);
    await page.locator('.pager input').fill('100');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('at=100'));
    await page.locator('tr[aria-rowindex="101"] a').waitFor();
    const hundredth = await page.locator('tr[aria-rowindex="101"] a').textContent();
    await page.keyboard.press('Enter');
    await page.locator('.proof .tree li').first().waitFor();
    await page.goBack();
    await page.locator('tr[aria-rowindex="101"] a').waitFor();
    await expect.poll(async () => (await placesSeen(page))[0]).toBe(100);
    expect(await page.locator('tr[aria-rowindex="101"] a').textContent()).toBe(hundredth);
    await page.getByRole('link', { name: 'Back to book.csv' }).click();

    await fillDate(page, 'compare-known-on', '2020-09-21');
    await page.locator('.compare button').click();
    await page.locator('.compared tbody tr').first().waitFor();
    expect(await page.locator('.compared dd').allTextContents()).toEqual([
      'As of 21 September 2020, on what was known on 18 September 2020.',
      'As of 21 September 2020, on what was known on 21 September 2020.',
    ]);
    await expectSound(page, 'compared');
    await page.getByRole('link', { name: /get another answer/ }).click();
    await page.locator('.window tbody td', { hasText: 'enjoined' }).first().waitFor();
    const cells = await page.locator('.window tbody tr').first().locator('td').allTextContents();
    await page.locator('.window tbody th a').first().click();
    for (const [side, verdict] of [
      ['before', cells[0]],
      ['after', cells[1]],
    ] as const) {
      const told = page.locator(`article[data-side="${side}"]`);
      await told.locator('.proof .tree li').first().waitFor();
      expect(await told.locator('.verdict').textContent()).toBe(verdict);
    }
    await page.locator('#facts').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expectSound(page, 'a changed row');
    await page.getByRole('link', { name: 'Open in Ask' }).first().click();
    await page.locator('.statement h1', { hasText: cells[0] ?? '' }).waitFor();

    await page.goto(`${served.address}/screen/`);
    await page.locator('.earlier li').nth(1).waitFor();
    await page.getByRole('button', { name: 'Remove book.csv' }).first().click();
    await page.getByRole('button', { name: 'Remove it with its file and results' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.earlier li').length === 1);
    await expectSound(page, 'earlier screenings');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('offers what is likely, matches words in cells, and keeps it all in a map that can be saved', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB', acceptDownloads: true });
    await page.goto(`${served.address}/screen/`);
    await page.locator('.file-drop input[type="file"]').setInputFiles({
      name: 'small.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'application,activity,Land\nwechat,Hosting things,US\nwechat,internet_hosting,US\nwechat,to be checked,US\n',
      ),
    });
    await page.locator('#rulebook').selectOption('us/wechat');
    const activity = page.locator('[data-fact="activity"]');
    await activity.getByText('2 cells cannot be read: line 2 “Hosting things”; line 4 “to be checked”').waitFor();
    await activity.getByLabel('“Hosting things”').selectOption('internet_hosting');
    await activity.getByLabel('“to be checked”').selectOption('an empty cell: not known');
    await page.locator('#column-territory').selectOption('Land');
    await page.getByRole('button', { name: 'Look again' }).click();
    await activity.getByText('2 filled, 1 empty').waitFor();
    await page.waitForFunction(() => document.querySelector('[data-line="bad"]') === null);
    await expectSound(page, 'words in cells');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the map of columns' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
      rulebook: 'us/wechat',
      columns: {
        application: 'application',
        activity: { column: 'activity', values: { 'Hosting things': 'internet_hosting' }, empty: ['to be checked'] },
        territory: 'Land',
      },
    });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('proposes words for "not known", and asks for a prefix where names of columns clash', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB', acceptDownloads: true });
    await page.goto(`${served.address}/screen/`);
    await page.locator('.file-drop input[type="file"]').setInputFiles({
      name: 'clerk.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'application,activity,territory,verdict\nwechat,internet_hosting,US,old\nwechat,N/A,未知,old\nwechat,TBD,US,\n',
      ),
    });
    await page.locator('#rulebook').selectOption('us/wechat');
    await page.getByRole('alert').getByText('The input already has a column verdict').waitFor();
    await expectSound(page, 'a clash of columns');
    await page.getByLabel('Prefix of their names').fill('new_');
    await page.keyboard.press('Enter');
    await page.locator('[data-line="rows"]').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);

    const activity = page.locator('[data-fact="activity"]');
    const territory = page.locator('[data-fact="territory"]');
    await activity.getByText('“N/A”, “TBD”: such words usually say that something is not known.').waitFor();
    // Nothing is taken before somebody says so.
    await page.locator('[data-line="bad"]').waitFor();
    await activity.getByRole('button', { name: 'Read them as empty cells' }).click();
    await activity.getByText('Read as empty cells: “N/A”, “TBD”.').waitFor();
    expect(await activity.locator(':focus').textContent()).toContain('Undo');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await activity.getByRole('button', { name: 'Read them as empty cells' }).click();
    await territory.getByRole('button', { name: 'Read them as empty cells' }).click();
    await expectSound(page, 'words for "not known"');
    await page.getByRole('button', { name: 'Look again' }).click();
    await activity.getByText('1 filled, 2 empty').waitFor();
    await page.waitForFunction(() => document.querySelector('[data-line="bad"]') === null);
    await activity.getByText('Read as empty cells: “N/A”, “TBD”.').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the map of columns' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toMatchObject({
      columns: {
        application: 'application',
        activity: { column: 'activity', empty: ['N/A', 'TBD'] },
        territory: { column: 'territory', empty: ['未知'] },
      },
    });

    await fillDate(page, 'as-of', '2020-09-21');
    await fillDate(page, 'known-on', '2020-09-18');
    await page.getByRole('button', { name: 'Screen 3 rows' }).click();
    await page.locator('.bins p a').click();
    await page.locator('.window tbody a').first().waitFor();
    const heads = await page.locator('.window thead th').allTextContents();
    expect(heads.slice(0, 2)).toEqual(['Row', 'Verdict']);
    expect(heads).toContain('verdict');
    expect(heads).not.toContain('new_verdict');
    const cells = await page.locator('.window tbody tr').first().locator('td').allTextContents();
    expect(cells[0]).toBe('Undetermined');
    expect(cells[heads.indexOf('verdict') - 1]).toBe('old');
    await page.locator('.window tbody a').first().click();
    await page.locator('#cells').waitFor();
    const cell = (name: string) => page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=../dd');
    expect(await cell('verdict').textContent()).toBe('old');
    expect(await cell('new_verdict').textContent()).toBe('Undetermined');
    expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
    await page.context().close();
  });

  it('has the columns of a file matched by hand where none is recognised', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    await page.goto(`${served.address}/screen/`);
    await page.locator('.file-drop input[type="file"]').setInputFiles({
      name: 'own-words.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('x1,x2,x3\nwechat,a,note\nwechat,b,note\n'),
    });
    await page.locator('#rulebook').selectOption('us/wechat');
    await page.getByText('No column gives a fact yet.').waitFor();
    expect(await page.locator('#column-application option').allTextContents()).toEqual(['no column', 'x1', 'x2', 'x3']);
    const run = page.getByRole('button', { name: 'Screen 2 rows' });
    expect(await run.isDisabled()).toBe(true);
    await expectSound(page, 'a file of which nothing is recognised');
    await page.locator('#column-application').selectOption('x1');
    await page.locator('#column-activity').selectOption('x2');
    expect(await page.getByText('No column gives a fact yet.').count()).toBe(0);
    await page.getByRole('button', { name: 'Look again' }).click();
    const activity = page.locator('[data-fact="activity"]');
    await activity.getByLabel('“a”').selectOption('internet_hosting');
    await activity.getByLabel('“b”').selectOption('internet_hosting');
    await run.click();
    await page.locator('.bins').waitFor();
    expect(await page.locator('.bin-rows').allTextContents()).toContain('2');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('reads a file in another way where what is detected is wrong', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
    const send = async (name: string, buffer: Buffer) => {
      await page.goto(`${served.address}/screen/`);
      await page.locator('.file-drop input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
      await page.locator('#rulebook').selectOption('us/wechat');
    };
    const read = page.locator('[data-line="read"] dd');

    // Cells parted by a colon, which is not among what is detected, and text that is neither UTF-8 nor Chinese.
    await send(
      'odd.csv',
      Buffer.from('application:activity:Caf\xe9\nwechat:internet_hosting:\xfc\xe9\xe8\n', 'latin1'),
    );
    await page.getByRole('alert').getByText('neither UTF-8 nor sensible GB18030').waitFor();
    await page.locator('#encoding').selectOption('windows-1252');
    await page.getByText('No column gives a fact yet.').waitFor();
    await page.locator('#delimiter').selectOption('other');
    await page.locator('#delimiter-other').fill(':');
    await page.keyboard.press('Enter');
    await page.getByText('Encoding: Windows-1252, Delimiter: :').waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('#column-activity')?.value === 'activity',
    );
    expect(await page.locator('#column-activity option').allTextContents()).toContain('Café');
    await expectSound(page, 'a file read otherwise');
    await page.getByRole('button', { name: 'Screen 1 row' }).click();
    await page.locator('.bins').waitFor();

    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['application'], ['none yet']]), 'Cover');
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Notes');
    const rows = [
      ['application', 'activity'],
      ['wechat', 'internet_hosting'],
      ['tiktok', 'internet_hosting'],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '合同');
    await send('book.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(await read.textContent()).toBe('Sheet: Cover');
    expect(await page.locator('#encoding').count()).toBe(0);
    const sheets = page.locator('#sheet');
    expect(await sheets.locator('option').allTextContents()).toEqual(['Cover', 'Notes', '合同']);
    await sheets.selectOption('Notes');
    await page.getByRole('alert').getByText('Sheet Notes of book.xlsx is empty').waitFor();
    expect(await sheets.inputValue()).toBe('Notes');
    await sheets.selectOption('合同');
    await page.getByText('Sheet: 合同').waitFor();
    expect(await page.locator('[data-line="rows"] dd').textContent()).toBe('2');
    await expectSound(page, 'a workbook');

    // A map for another sheet than the first: the others can still be chosen.
    await page.goto(`${served.address}/screen/`);
    await page
      .locator('.file-drop input[type="file"]')
      .setInputFiles({ name: 'mapped.xlsx', mimeType: '', buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) });
    await page.locator('#rulebook').waitFor();
    const map = JSON.stringify({ rulebook: 'us/wechat', columns: { activity: 'activity' } });
    await page
      .locator('.map-file input[type="file"]')
      .setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(map) });
    await page.getByRole('alert').getByText('has no column "activity"').waitFor();
    await sheets.selectOption('合同');
    await page.getByText('Sheet: 合同').waitFor();
    expect(await page.locator('#column-activity').inputValue()).toBe('activity');

    // Its first sheet is empty: the others can still be chosen.
    const empty = utils.book_new();
    utils.book_append_sheet(empty, utils.aoa_to_sheet([]), 'Empty');
    utils.book_append_sheet(empty, utils.aoa_to_sheet(rows), 'Rows');
    await send('empty-first.xlsx', write(empty, { type: 'buffer', bookType: 'xlsx' }));
    await page.getByRole('alert').getByText('Sheet Empty of empty-first.xlsx is empty').waitFor();
    await expectSound(page, 'a workbook whose first sheet is empty');
    await sheets.selectOption('Rows');
    await page.getByText('Sheet: Rows').waitFor();
    expect(await page.locator('[data-line="rows"] dd').textContent()).toBe('2');
    expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
    await page.context().close();
  });

  it('says in Chinese why a file cannot be screened', async () => {
    const { page, faults } = await openPage(browser, served.address, { locale: 'zh-CN' });
    await page.goto(`${served.address}/screen/`);
    await page.locator('.file-drop input[type="file"]').setInputFiles({
      name: 'odd.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('application,activity,Caf\xe9\nwechat,internet_hosting,\xfc\xe9\xe8\n', 'latin1'),
    });
    await page.locator('#rulebook').selectOption('us/wechat');
    const alert = page.getByRole('alert');
    await alert.getByText('文本既不是 UTF-8，也不像 GB18030 编码的中文。').waitFor();
    expect(await alert.textContent()).toBe(
      '未能完成文本既不是 UTF-8，也不像 GB18030 编码的中文。请在“如何读取文件”处选择编码。重试',
    );
    const upload = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('upload');
    const order = { upload, rulebook: 'us/wechat', encoding: 'klingon' };
    const { id }: { id: string } = await (
      await page.request.post(`${served.address}/v1/screenings`, { data: order })
    ).json();
    await page.goto(`${served.address}/screen/#screening=${id}`);
    await alert.getByText('没有名为“klingon”的编码。').waitFor();
    expect(await alert.locator('[lang="en"]').count()).toBe(0);
    await expectSound(page, 'a screening that failed');
    await alert.getByText('There is no encoding').waitFor();
    expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
    await page.context().close();
  });

  it('says what is wrong with a file, and can be done by keyboard', async () => {
    const { page } = await openPage(browser, served.address, { locale: 'en-GB' });
    // The page asks for earlier screenings once it lives.
    await Promise.all([page.waitForResponse('**/v1/screenings'), page.goto(`${served.address}/screen/`)]);
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, '.drop button');
    await page.keyboard.press('Enter');
    await (await choosing).setFiles({
      name: 'picture.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('x'),
    });
    await page.getByRole('alert').getByText('Files named .exe cannot be read.').waitFor();
    await expectSound(page, 'a file that is refused');
    await page.context().close();
  });

  it('takes a million rows from upload to grouped bins, and any page of them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-million-'));
    try {
      const file = join(folder, 'million.csv');
      const made = spawnSync(process.execPath, [join(EXAMPLE, 'generate.mjs'), '--rows', '1000000', '-o', file]);
      expect(made.status, String(made.stderr)).toBe(0);
      const { page, faults } = await openPage(browser, served.address, { locale: 'en-GB' });
      const started = Date.now();
      await prepare(page, file);
      const prepared = Date.now();
      await page.getByRole('button', { name: 'Screen 1,000,000 rows' }).click();
      await page.locator('.bins').waitFor({ timeout: 120_000 });
      const judged = Date.now();
      const counts = await page.locator('.bin-rows').allTextContents();
      expect(counts.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(1_000_000);
      expect(await page.locator('.to-ask li').count()).toBe(5);
      const { address } = served;
      await page.goto(page.url().replace(`${address}/screen/#`, `${address}/screen/#show=not_restricted&`));
      await page.locator('.window tbody a').first().waitFor();
      const jumped = Date.now();
      await page.locator('.pager input').fill('799,801');
      await page.keyboard.press('Enter');
      await page.locator('.pager [role="status"]', { hasText: 'Rows 799,801 to' }).waitFor();
      await page.locator('tr[aria-rowindex="799802"] a').waitFor();
      const shown = Date.now() - jumped;
      await expectWindow(page);
      process.stdout.write(
        `a million rows: sent and looked at in ${prepared - started} ms, judged in ${judged - prepared} ms, row 799,801 in ${shown} ms\n`,
      );
      expect(shown).toBeLessThan(10_000);
      expect(faults).toEqual([]);
      await page.context().close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});
