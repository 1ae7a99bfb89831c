import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { tabTo } from '../helpers/browser.ts';
import { publish, type SmallRulebook, withdraw } from '../helpers/published.ts';
import { ASKER, AUTHOR, readShelf } from '../helpers/read-shelf.ts';

const book = (id: string, title: string): SmallRulebook => ({
  id,
  title: { en: title, zh: `${title}（中文）` },
  effective: '2031-02-01',
});

const shelf = readShelf();

/** What stands on the page of versions that are shown. */
const told = (page: Page) => page.locator('.version-list li p').allInnerTexts();

describe('versions on the shelf of Read', () => {
  it('are listed with who and when, and an earlier one is put back, all by keyboard', async () => {
    await publish(shelf.served.address, book('my/moon', 'Moon one'));
    await publish(shelf.served.address, book('my/moon', 'Moon two'));
    const { page, faults } = await shelf.open(shelf.served);
    const summary = page.getByText('2 versions');
    await summary.waitFor();
    await tabTo(page, '.versions > summary');
    await page.keyboard.press('Enter');
    await page.getByText('Version 2: Moon two').waitFor();
    const date = /^\d+ \w+ \d{4}, \d\d:\d\d$/;
    const shown = (await told(page)).map((text) => /^(.*)\nPublished by local, (.*)\n(.*)$/.exec(text)?.slice(1));
    expect(shown).toEqual([
      ['Version 2: Moon two', expect.stringMatching(date), 'Served now'],
      ['Version 1: Moon one', expect.stringMatching(date), 'Replaced by the next version'],
    ]);
    expect(await page.getByRole('button', { name: 'Put back: Version 2' }).count()).toBe(0);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
      expect(await violations(page), theme).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await tabTo(page, '.version-list button');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Put version 1 of “Moon one” back?' });
    await dialog.getByText('It takes the place of the version that is served now.').waitFor();
    expect(await violations(page)).toEqual([]);
    await tabTo(page, '.confirm button:not(.quiet)');
    await page.keyboard.press('Enter');
    await page.getByText('Version 1 of Moon one is served again.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Version 1 of Moon one is served again.');
    await page.getByText('3 versions').waitFor();
    await page.getByText('Version 3: Moon one').waitFor();
    expect((await told(page))[0]).toMatch(/Served now$/);
    // The first has the text that is served now.
    await expect.poll(() => page.locator('.version-list button').count()).toBe(1);
    await page.getByRole('link', { name: 'Moon one' }).waitFor();
    await withdraw(shelf.served.address, 'my/moon');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('of one that was taken back stand below the list, in Chinese too, and it comes back from there', async () => {
    await publish(shelf.served.address, book('my/sun', 'Sun'));
    await withdraw(shelf.served.address, 'my/sun');
    const { page, faults } = await shelf.open(shelf.served, 'zh-CN');
    const gone = page.locator('.withdrawn .shelf-list > li', { hasText: 'Sun（中文）' });
    await page.getByRole('heading', { name: '已撤回' }).waitFor();
    await gone.getByText('1 个版本').click();
    const [only] = await gone.locator('.version-list li p').allInnerTexts();
    expect(only).toMatch(/^第 1 版：Sun（中文）\n由 local 于 .+ 发布\n由 local 于 .+ 撤回$/);
    expect(await violations(page)).toEqual([]);
    await gone.getByRole('button', { name: '恢复：第 1 版' }).click();
    const dialog = page.getByRole('alertdialog', { name: '恢复“Sun（中文）”第 1 版？' });
    await dialog.getByRole('button', { name: '确认恢复' }).click();
    await page.getByText('Sun（中文）第 1 版重新提供。').waitFor();
    await page.getByRole('link', { name: 'Sun（中文）' }).waitFor();
    await gone.waitFor({ state: 'detached' });
    await withdraw(shelf.served.address, 'my/sun');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('of a shipped one are put back in its place, and that is said', async () => {
    await publish(shelf.served.address, book('us/tiktok', 'Ours'));
    await withdraw(shelf.served.address, 'us/tiktok');
    const { page, faults } = await shelf.open(shelf.served);
    await page.locator('h1 + .shelf-list').getByText('1 version').click();
    await page.getByRole('button', { name: 'Put back: Version 1' }).click();
    await page.getByText('A rulebook of this name ships. Yours is served in its place').waitFor();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.locator('.shelf-list li', { hasText: 'in place of the one that ships' }).waitFor();
    await page.getByRole('button', { name: 'Take back: Ours' }).waitFor();
    await withdraw(shelf.served.address, 'us/tiktok');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('come twenty at a time', async () => {
    for (let number = 1; number <= 23; number++)
      await publish(shelf.served.address, book('my/many', `Edition ${number}`));
    const { page, faults } = await shelf.open(shelf.served);
    await page.locator('h1 + .shelf-list').getByText('23 versions').click();
    await page.getByText('Version 4: Edition 4').waitFor();
    expect(await page.locator('.version-list > li').count()).toBe(20);
    await page.getByRole('button', { name: 'Earlier versions' }).click();
    await page.getByText('Version 1: Edition 1').waitFor();
    expect(await page.locator('.version-list > li').count()).toBe(23);
    expect(await page.getByRole('button', { name: 'Earlier versions' }).count()).toBe(0);
    await withdraw(shelf.served.address, 'my/many');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('are seen by whoever reads rulebooks; putting one back needs the role, and asks for it', async () => {
    await publish(shelf.guarded.address, book('my/moon', 'Moon one'), AUTHOR);
    await publish(shelf.guarded.address, book('my/moon', 'Moon two'), AUTHOR);
    const { page, faults } = await shelf.open(shelf.guarded);
    await page.evaluate((token) => sessionStorage.setItem('proviso.token', token), ASKER);
    await page.reload();
    await page.getByText('2 versions').click();
    await page.getByRole('button', { name: 'Put back: Version 1' }).click();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.getByRole('alert').getByText('This needs the role author.').waitFor();
    await page.getByRole('button', { name: 'Use another token' }).click();
    await page.locator('dialog.access input').fill(AUTHOR);
    await page.keyboard.press('Enter');
    await page.getByText('Version 1 of Moon one is served again.').waitFor();
    expect(faults.filter((fault) => !/status of 40[13]/.test(fault))).toEqual([]);
    await page.context().close();
  });
});
