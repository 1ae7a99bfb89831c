import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { AskProps } from '../ask/ask.tsx';
import { ASK_CATALOGUES, AskPage } from '../ask/page.tsx';
import { FRONT_CATALOGUES, FrontPage } from '../front/page.tsx';
import { type Catalogues, WordsProvider } from '../i18n/words.tsx';
import { READ_CATALOGUES, ReadPage } from '../read/page.tsx';
import { SCREEN_CATALOGUES, ScreenPage } from '../screen/page.tsx';
import { TIME_CATALOGUES, TimePage } from '../time/page.tsx';
import { frontFacts, notable, shippedShelf } from './facts.ts';
import { type HtmlPage, htmlOf, type PageAssets } from './html.ts';
import { readLibrary } from './library.ts';
import type { WrittenPage } from './written-page.ts';

export { makeDocs } from './docs.tsx';

/** The rulebooks that ship, for the build. */
export function shippedRulebooks(folder: string): AskProps['shelf'] {
  return shippedShelf(readLibrary(folder));
}

/** Every page of the app but the documentation, with its first screen in both languages. */
export function makePages(rulebooks: string, assets: (entry: string) => PageAssets): readonly WrittenPage[] {
  const library = readLibrary(rulebooks);
  const facts = frontFacts(rulebooks, library);
  const days = notable(library);
  const ask = (rulebook: string | undefined): HtmlPage => {
    const props: AskProps = {
      shelf: facts.rulebooks,
      rulebook,
      notable: rulebook === undefined ? days : { [rulebook]: days[rulebook] ?? [] },
    };
    return {
      file: rulebook === undefined ? 'ask/index.html' : `ask/${rulebook}/index.html`,
      ...page(ASK_CATALOGUES, <AskPage {...props} />, { en: 'Ask · Proviso', zh: '提问 · Proviso' }),
      assets: assets('ask'),
      restores: true,
      data: props,
    };
  };
  const pages: readonly HtmlPage[] = [
    {
      file: 'index.html',
      ...page(FRONT_CATALOGUES, <FrontPage facts={facts} />, {
        en: 'Proviso: may this transaction go ahead?',
        zh: 'Proviso：这笔交易可以进行吗？',
      }),
      assets: assets('front'),
      restores: false,
      data: facts,
    },
    ask(undefined),
    ...facts.rulebooks.map(({ id }) => ask(id)),
    {
      file: 'read/index.html',
      ...page(READ_CATALOGUES, <ReadPage shelf={facts.rulebooks} />, { en: 'Read · Proviso', zh: '阅读 · Proviso' }),
      assets: assets('read'),
      restores: true,
      data: { shelf: facts.rulebooks },
    },
    {
      file: 'time/index.html',
      ...page(TIME_CATALOGUES, <TimePage shelf={facts.rulebooks} />, { en: 'Time · Proviso', zh: '时间 · Proviso' }),
      assets: assets('time'),
      restores: true,
      data: { shelf: facts.rulebooks },
    },
    {
      file: 'screen/index.html',
      ...page(SCREEN_CATALOGUES, <ScreenPage shelf={facts.rulebooks} />, {
        en: 'Screen · Proviso',
        zh: '批量判断 · Proviso',
      }),
      assets: assets('screen'),
      restores: true,
      data: { shelf: facts.rulebooks },
    },
  ];
  return pages.map((one) => ({ file: one.file, text: htmlOf(one) }));
}

function page(
  catalogues: Catalogues,
  content: ReactNode,
  title: HtmlPage['title'],
): Pick<HtmlPage, 'body' | 'title' | 'description'> {
  const render = (language: 'en' | 'zh') =>
    renderToString(
      <WordsProvider initial={language} catalogues={catalogues}>
        {content}
      </WordsProvider>,
    );
  return {
    title,
    description: 'May this transaction go ahead, under this restriction, on this date, and why?',
    body: { en: render('en'), zh: render('zh') },
  };
}
