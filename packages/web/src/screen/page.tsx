import { lazy, Suspense, useEffect } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { Loading } from '../ask/loading.tsx';
import type { Catalogues } from '../i18n/words.tsx';
import answerEn from '../messages/en/answer.json' with { type: 'json' };
import commonEn from '../messages/en/common.json' with { type: 'json' };
import en from '../messages/en/screen.json' with { type: 'json' };
import answerZh from '../messages/zh/answer.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import zh from '../messages/zh/screen.json' with { type: 'json' };
import { Shell } from '../shell/shell.tsx';
import { useHash } from '../shell/use-fragment.ts';
import { readPlace } from './place.ts';
import { StartPage } from './start-page.tsx';

const Prepare = lazy(() => import('./prepare.tsx'));
const ScreeningPage = lazy(() => import('./screening-page.tsx'));

/** The words of the page. */
export const SCREEN_CATALOGUES: Catalogues = { en: [commonEn, answerEn, en], zh: [commonZh, answerZh, zh] };

/** The page in its frame: a file to choose, a file to prepare, or a screening. Where one is stands in the fragment. */
export function ScreenPage({ shelf }: { readonly shelf: readonly RulebookEntry[] }) {
  const place = readPlace(useHash());
  useEffect(() => {
    delete document.documentElement.dataset.restoring;
  }, []);
  return (
    <Shell part="screen">
      {place.kind === 'start' ? (
        <StartPage />
      ) : (
        <Suspense fallback={<Loading />}>
          {place.kind === 'prepare' ? (
            <Prepare key={place.upload} upload={place.upload} name={place.name} shelf={shelf} />
          ) : (
            <ScreeningPage key={place.id} place={place} />
          )}
        </Suspense>
      )}
    </Shell>
  );
}
