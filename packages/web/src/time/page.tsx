import { lazy, Suspense, useEffect } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { Loading } from '../ask/loading.tsx';
import { rulebookIn, timeAddress } from '../case/addresses.ts';
import type { Catalogues } from '../i18n/words.tsx';
import commonEn from '../messages/en/common.json' with { type: 'json' };
import en from '../messages/en/time.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import zh from '../messages/zh/time.json' with { type: 'json' };
import { useSearch } from '../shell/address.ts';
import { Shelf } from '../shell/shelf.tsx';
import { Shell } from '../shell/shell.tsx';

const Clocks = lazy(() => import('./clocks.tsx'));

/** The words of the page. */
export const TIME_CATALOGUES: Catalogues = { en: [commonEn, en], zh: [commonZh, zh] };

/** The page in its frame: a case on both clocks, or the shelf of rulebooks. */
export function TimePage({ shelf }: { readonly shelf: readonly RulebookEntry[] }) {
  const rulebook = rulebookIn('', useSearch());
  useEffect(() => {
    delete document.documentElement.dataset.restoring;
  }, []);
  return (
    <Shell part="time">
      {rulebook === undefined ? (
        <Shelf heading="time.heading" shelf={shelf} address={timeAddress} />
      ) : (
        <Suspense fallback={<Loading />}>
          <Clocks rulebook={rulebook} />
        </Suspense>
      )}
    </Shell>
  );
}
