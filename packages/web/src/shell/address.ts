import { useSyncExternalStore } from 'react';

/** What the page is told by its address; in the page as the server sends it, what it was made for. */
export function useSearch(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => location.search,
    () => '',
  );
}
