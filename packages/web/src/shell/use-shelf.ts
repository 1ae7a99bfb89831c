import { useEffect, useState } from 'react';
import { heldToken, watchAccess } from '../api/access.ts';
import type { RulebookEntry } from '../api/contract.ts';
import { isSameShelf, servedShelf } from '../api/shelf.ts';

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
      controller.abort();
      controller = new AbortController();
      ask();
    });
    ask();
    return () => {
      unwatch();
      controller.abort();
    };
  }, [built]);
  return shelf;
}
