import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildApp, DIST, RULEBOOKS } from './app.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serve } from './serve.ts';

/** A token that may ask, and one that may publish as well. */
export const ASKER = 'asker-0123456789abcdefghijk';
export const AUTHOR = 'author-0123456789abcdefghi';

const TOKENS = [
  { name: 'Bo', roles: ['ask'], token: ASKER },
  { name: 'Ada', roles: ['author'], token: AUTHOR },
];

/** Two services and a browser for the tests of a file. */
export interface ReadShelf {
  /** It asks for no token. */
  readonly served: Served;
  /** It knows {@link ASKER} and {@link AUTHOR}. */
  readonly guarded: Served;
  /** Opens the page with the shelf. */
  open(service: Served, locale?: string): Promise<{ readonly page: Page; readonly faults: string[] }>;
}

/** Starts the services and the browser before the tests of the file that calls it, and stops them after. */
export function readShelf(): ReadShelf {
  let started: readonly [Served, Served, Browser] | undefined;
  const parts = () => {
    if (started === undefined) throw new Error('nothing is started before the tests run');
    return started;
  };
  beforeAll(async () => {
    buildApp();
    started = await Promise.all([serve(DIST, RULEBOOKS), serve(DIST, RULEBOOKS, { tokens: TOKENS }), startBrowser()]);
  });
  afterAll(async () => {
    if (started === undefined) return;
    const [served, guarded, browser] = started;
    await browser.close();
    await Promise.all([served.stop(), guarded.stop()]);
  });
  return {
    get served() {
      return parts()[0];
    },
    get guarded() {
      return parts()[1];
    },
    async open({ address }, locale = 'en-GB') {
      const { page, faults } = await openPage(parts()[2], address, { locale });
      await page.goto(`${address}/read/`);
      return { page, faults };
    },
  };
}
