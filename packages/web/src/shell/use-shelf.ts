import { useEffect, useState } from 'react';
import { heldToken, watchAccess } from '../api/access.ts';
import type { RulebookEntry } from '../api/contract.ts';
import { isSameShelf, servedShelf, watchShelf } from '../api/shelf.ts';

/**
 * The rulebooks to list: those that the page was built with, until the service has said that its own are others. Where it
 * wants a token, that is once one was given.
 */
export function useShelf(built: readonly RulebookEntry[]): readonly RulebookEntry[] {
  const [shelf, setShelf] = useState(built);
  useEffect(() => {
    let controller = new AbortController();
    let token = heldToken();
    const ask = () => {
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      void servedShelf(signal).then((served) => {
        if (served === undefined || signal.aborted) return;
        setShelf(isSameShelf(built, served) ? built : served);
      });
    };
    const unwatch = watchAccess(() => {
      const held = heldToken();
      if (held === undefined || held === token) return;
      token = held;
      ask();
    });
    const unwatchShelf = watchShelf(ask);
    ask();
    return () => {
      unwatch();
      unwatchShelf();
      controller.abort();
    };
  }, [built]);
  return shelf;
}
