import { useSyncExternalStore } from 'react';

const REPLACED = 'proviso-fragment';

/** The part of the address after the #; empty in the page as the server sends it. */
export function useHash(): string {
  return useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  );
}

/** Goes to another fragment of the same page: a step that "back" takes back. */
export function go(fragment: string): void {
  location.hash = fragment;
}

/** Goes to another fragment without a step in the history. */
export function replace(fragment: string): void {
  history.replaceState(null, '', `#${fragment}`);
  dispatchEvent(new Event(REPLACED));
}

/** Writes down in the address where somebody is, for "back" and for links; the page stays as it is. */
export function note(fragment: string): void {
  history.replaceState(null, '', `#${fragment}`);
}

function subscribe(listen: () => void): () => void {
  addEventListener('hashchange', listen);
  addEventListener(REPLACED, listen);
  return () => {
    removeEventListener('hashchange', listen);
    removeEventListener(REPLACED, listen);
  };
}
