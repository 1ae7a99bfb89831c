import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { publish, type SmallRulebook, smallRulebook } from '../helpers/published.ts';
import { ASKER, AUTHOR, readShelf } from '../helpers/read-shelf.ts';
import type { Served } from '../helpers/serve.ts';

const MOON: SmallRulebook = {
  id: 'my/moon',
  title: { en: 'Exports to the moon', zh: '对月球的出口' },
  effective: '2031-02-01',
};

const shelf = readShelf();

async function open(service: Served, locale?: string): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await shelf.open(service, locale);
  await page.locator('.publish summary').click();
  return { page, faults };
}

function choose(page: Page, text: string): Promise<void> {
  const file = { name: 'rulebook.md', mimeType: 'text/markdown', buffer: Buffer.from(text) };
  return page.locator('.publish input[type="file"]').setInputFiles(file);
}

describe('publishing on the shelf of Read', () => {
  it('shows errors with their lines in the language of the page, and failed examples, and offers no publishing', async () => {
    const { page, faults } = await open(shelf.served);
    const wrong = smallRulebook(MOON).replace('when boxes', 'when crates');
    const line = wrong.split('\n').findIndex((one) => one.includes('crates')) + 1;
    await choose(page, wrong);
    const remark = page.locator('.remarks li[data-severity="error"]');
    await remark.getByText(`Line ${line}, error: unknown name`).waitFor();
    await remark.getByText('there is no fact or term `crates` (known are').waitFor();
    expect(await page.locator('.publish button').count()).toBe(0);
    await page.getByRole('button', { name: '中文' }).click();
    await remark.getByText(`第 ${line} 行，错误：未知的名称`).waitFor();
    await remark.getByText('没有名为 `crates` 的事实或术语（已知的有').waitFor();
    expect(await remark.textContent()).not.toContain('there is');
    await page.getByText('rulebook.md 不能发布').waitFor();
    for (const theme of ['light', 'dark']) {
      await page.evaluate((colours) => document.documentElement.setAttribute('data-theme', colours), theme);
      expect(await violations(page), theme).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await choose(page, smallRulebook(MOON).replace('expect prohibited', 'expect not_restricted'));
    await page.getByText('示例“eleven boxes”与所写结论不符').waitFor();
    expect(await page.locator('.publish button').count()).toBe(0);
    await choose(page, '# Words\n\n```proviso\nvocabulary my/words\n  title en "Words" zh "词汇"\n```\n');
    await page.getByText('rulebook.md 是词汇表').waitFor();
    expect(await page.locator('.publish button').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('publishes a new text, which is listed at once, replaces it, and knows the text that is served', async () => {
    const { page, faults } = await open(shelf.served);
    await choose(page, smallRulebook(MOON));
    await page.getByText('Exports to the moon (my/moon) has no errors. Its example comes out as it says.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Exports to the moon is published.').waitFor();
    await page.locator('.shelf-list li', { hasText: 'Published by local' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await choose(page, smallRulebook(MOON));
    await page.getByText('This very text is served now.').waitFor();
    expect(await page.locator('.publish button').count()).toBe(0);
    await choose(page, smallRulebook({ ...MOON, title: { en: 'Moon, second edition', zh: '月球，第二版' } }));
    await page.getByText('It takes the place of the version that is served now.').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.locator('.shelf-list li', { hasText: 'Moon, second edition' }).waitFor();
    await page.getByRole('link', { name: 'Read it' }).click();
    await page.locator('.document').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says that a shipped rulebook is stood before, and does so only by a button that says it', async () => {
    const { page, faults } = await open(shelf.served);
    await choose(page, smallRulebook({ ...MOON, id: 'us/tiktok', title: { en: 'Ours', zh: '我们的' } }));
    await page.getByText('A rulebook of this name ships.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Publish in place of the shipped one' }).click();
    await page.locator('.shelf-list li', { hasText: 'in place of the one that ships' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('does not overwrite what somebody else published meanwhile', async () => {
    const { page, faults } = await open(shelf.served);
    const own = { ...MOON, id: 'my/sun' };
    await choose(page, smallRulebook({ ...own, title: { en: 'My sun', zh: '我的太阳' } }));
    const button = page.getByRole('button', { name: 'Publish', exact: true });
    await button.waitFor();
    await publish(shelf.served.address, { ...own, title: { en: 'Their sun', zh: '他们的太阳' } });
    await button.click();
    await page.getByRole('alert').getByText('The version that is served now is').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('It takes the place of the version that is served now.').waitFor();
    expect(faults.filter((fault) => !fault.includes('status of 412'))).toEqual([]);
    await page.context().close();
  });

  it('asks for a token only once a file is chosen, and says which role is wanting', async () => {
    const { page, faults } = await open(shelf.guarded);
    expect(await page.locator('dialog').count()).toBe(0);
    await choose(page, smallRulebook(MOON));
    await page.locator('dialog.access input').fill(ASKER);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This needs the role author.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use another token' }).click();
    await page.locator('dialog.access input').fill(AUTHOR);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.locator('.shelf-list li', { hasText: 'Published by Ada' }).waitFor();
    expect(faults.filter((fault) => !/status of 40[13]/.test(fault))).toEqual([]);
    await page.context().close();
  });
});
