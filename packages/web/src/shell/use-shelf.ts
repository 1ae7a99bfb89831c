import { useEffect, useState } from 'react';
import { heldToken, watchAccess } from '../api/access.ts';
import type { RulebookEntry, WithdrawnEntry } from '../api/contract.ts';
import { askForShelf, isSameShelf, type ShelfReply, watchShelf } from '../api/shelf.ts';

/** The rulebooks to list, and how sure that is. */
export interface KnownShelf {
  /** Those of the service once it has said which; those that the page was built with until then. */
  readonly shelf: readonly RulebookEntry[];
  /** Those that were taken back. */
  readonly withdrawn: readonly WithdrawnEntry[];
  /** What the service has said; undefined before it has said anything. */
  readonly said: ShelfReply['kind'] | undefined;
}

const NONE: readonly WithdrawnEntry[] = [];

/**
 * The rulebooks to list: those that the page was built with, until the service has said that its own are others. Where it
 * wants a token, that is once one was given.
 */
export function useKnownShelf(built: readonly RulebookEntry[]): KnownShelf {
  const [known, setKnown] = useState<KnownShelf>({ shelf: built, withdrawn: NONE, said: undefined });
  useEffect(() => {
    let controller = new AbortController();
    let token = heldToken();
    const ask = () => {
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      void askForShelf(signal).then((reply) => {
        if (!signal.aborted) setKnown((before) => after(before, reply, built));
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
  return known;
}

/** The rulebooks to list, whatever the service has said. */
export function useShelf(built: readonly RulebookEntry[]): readonly RulebookEntry[] {
  return useKnownShelf(built).shelf;
}

/** What is known after a reply; what was known before stays where the service does not say. */
function after(before: KnownShelf, reply: ShelfReply, built: readonly RulebookEntry[]): KnownShelf {
  if (reply.kind !== 'here') return { ...before, said: before.said === 'here' ? 'here' : reply.kind };
  const { rulebooks, withdrawn } = reply;
  return { shelf: isSameShelf(built, rulebooks) ? built : rulebooks, withdrawn, said: 'here' };
}
