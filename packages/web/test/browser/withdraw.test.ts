import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { tabTo } from '../helpers/browser.ts';
import { publish, type SmallRulebook, withdraw } from '../helpers/published.ts';
import { ASKER, AUTHOR, readShelf } from '../helpers/read-shelf.ts';

const MOON: SmallRulebook = {
  id: 'my/moon',
  title: { en: 'Exports to the moon', zh: '对月球的出口' },
  effective: '2031-02-01',
};
const OURS: SmallRulebook = { ...MOON, id: 'us/wechat', title: { en: 'WeChat as we read it', zh: '我们所理解的微信' } };
const TAKE_BACK = 'Take back: Exports to the moon';

const shelf = readShelf();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('taking a published rulebook back on the shelf of Read', () => {
  it('is offered for published ones alone, asks first, and can be left by keyboard without a trace', async () => {
    await publish(shelf.served.address, MOON);
    const { page, faults } = await shelf.open(shelf.served);
    const button = page.getByRole('button', { name: TAKE_BACK });
    await button.waitFor();
    expect(await page.locator('.keeping > button').count()).toBe(1);
    await tabTo(page, '.keeping > button');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Take “Exports to the moon” back?' });
    await dialog.getByText('there is no other rulebook of this name').waitFor();
    await dialog
      .getByText('Decisions that were saved keep the version they were made with. The version can be put back.')
      .waitFor();
    expect(await focused(page)).toBe('Leave it');
    for (const theme of ['light', 'dark']) {
      await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
      expect(await violations(page), theme).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const key of ['Escape', 'Enter']) {
      await page.keyboard.press(key);
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(TAKE_BACK);
      if (key === 'Escape') await page.keyboard.press('Enter');
    }
    expect(await button.count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes it off the list and says so where the focus goes', async () => {
    await publish(shelf.served.address, MOON);
    const { page, faults } = await shelf.open(shelf.served);
    await page.getByRole('button', { name: TAKE_BACK }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.locator('h1 + .shelf-list > li', { hasText: 'Exports to the moon' }).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Exports to the moon is taken back.');
    expect(await page.locator('h1 + .shelf-list > li').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    expect((await fetch(`${shelf.served.address}/v1/rulebooks/my%2Fmoon`)).status).toBe(404);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says in Chinese that the shipped one answers again, and lists that one', async () => {
    await publish(shelf.served.address, OURS);
    const { page, faults } = await shelf.open(shelf.served, 'zh-CN');
    await page.getByRole('button', { name: '撤回：我们所理解的微信' }).click();
    const dialog = page.getByRole('alertdialog', { name: '撤回“我们所理解的微信”？' });
    await dialog.getByText('重新由随附的同名规则书作答').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await page.getByText('我们所理解的微信已撤回，重新提供随附的规则书。').waitFor();
    await page.locator('.shelf-list li', { hasText: '美国对微信的限制' }).waitFor();
    expect(await page.locator('.keeping > button').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('does not take back what somebody else published meanwhile, and shows that instead', async () => {
    await publish(shelf.served.address, MOON);
    const { page, faults } = await shelf.open(shelf.served);
    await page.getByRole('button', { name: TAKE_BACK }).click();
    await publish(shelf.served.address, { ...MOON, title: { en: 'Moon, second edition', zh: '月球，第二版' } });
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('alert').getByText('The version that is served now is').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Take back: Moon, second edition' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe('The list shows what is served now.');
    await withdraw(shelf.served.address, MOON.id);
    expect(faults.filter((fault) => !fault.includes('status of 412'))).toEqual([]);
    await page.context().close();
  });

  it('says which role is wanting, and goes on with another token', async () => {
    await publish(shelf.guarded.address, MOON, AUTHOR);
    const { page, faults } = await shelf.open(shelf.guarded);
    await page.evaluate((token) => sessionStorage.setItem('proviso.token', token), ASKER);
    await page.reload();
    await page.getByRole('button', { name: TAKE_BACK }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('alert').getByText('This needs the role author.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use another token' }).click();
    await page.locator('dialog.access input').fill(AUTHOR);
    await page.keyboard.press('Enter');
    await page.getByText('Exports to the moon is taken back.').waitFor();
    expect(faults.filter((fault) => !/status of 40[13]/.test(fault))).toEqual([]);
    await page.context().close();
  });
});
