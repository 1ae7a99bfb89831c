import type { Page } from 'playwright-core';

/** Fills in a date, `YYYY-MM-DD`, part by part. @param id the id of its first part */
export async function fillDate(page: Page, id: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  for (const [part, value] of Object.entries({ year, month, day }))
    await page.locator(`.date-parts:has(#${id}) [data-part="${part}"] input`).fill(value);
}
