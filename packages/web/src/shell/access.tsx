import { lazy, Suspense, useSyncExternalStore } from 'react';
import { askedFor, heldToken, signOut, watchAccess } from '../api/access.ts';
import { useWords } from '../i18n/words.tsx';

const AccessDialog = lazy(() => import('./access-dialog.tsx'));

/** The way out for whoever gave a token, and the question for a token while a request waits for one. */
export function Access() {
  const { say } = useWords();
  const held = useSyncExternalStore(
    watchAccess,
    () => heldToken() !== undefined,
    () => false,
  );
  const asked = useSyncExternalStore(watchAccess, askedFor, () => undefined);
  return (
    <>
      {held && (
        <button type="button" className="link" onClick={signOut}>
          {say('access.signOut')}
        </button>
      )}
      {asked !== undefined && (
        <Suspense fallback={null}>
          <AccessDialog reason={asked} />
        </Suspense>
      )}
    </>
  );
}
