import { lazy, Suspense, useEffect } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { Loading } from '../ask/loading.tsx';
import { rulebookIn } from '../case/addresses.ts';
import type { Catalogues } from '../i18n/words.tsx';
import commonEn from '../messages/en/common.json' with { type: 'json' };
import en from '../messages/en/read.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import zh from '../messages/zh/read.json' with { type: 'json' };
import { useSearch } from '../shell/address.ts';
import { Shell } from '../shell/shell.tsx';
import { Publish } from './publish.tsx';
import { ReadShelf } from './read-shelf.tsx';

const Reader = lazy(() => import('./reader.tsx'));

/** The words of the page. */
export const READ_CATALOGUES: Catalogues = { en: [commonEn, en], zh: [commonZh, zh] };

/** The page in its frame: a rulebook as a document, or the shelf of rulebooks. */
export function ReadPage({ shelf }: { readonly shelf: readonly RulebookEntry[] }) {
  const rulebook = rulebookIn('', useSearch());
  useEffect(() => {
    delete document.documentElement.dataset.restoring;
  }, []);
  return (
    <Shell part="read">
      {rulebook === undefined ? (
        <>
          <ReadShelf shelf={shelf} />
          <Publish />
        </>
      ) : (
        <Suspense fallback={<Loading />}>
          <Reader rulebook={rulebook} />
        </Suspense>
      )}
    </Shell>
  );
}
