import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts Chromium. @throws Error that says what to do when there is none: these tests are never left out in silence. */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.PROVISO_CHROMIUM;
  const executablePath = named ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium ${named === undefined ? `at ${PLACES.join(', ')}` : `at ${named}`}. ` +
        'Install it (Debian: apt-get install chromium) or name it with PROVISO_CHROMIUM.',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-US',
    ],
  });
}

/** A page that writes down what must not happen: errors in the console, requests to anywhere else. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors, and addresses of requests to other hosts. */
  readonly faults: string[];
}

/** Opens a page and watches it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol !== 'data:' && protocol !== 'blob:') faults.push(request.url());
  });
  return { page, faults };
}

/** Presses Tab until what is focused fits a selector. @throws Error when it cannot be reached by keyboard. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}
