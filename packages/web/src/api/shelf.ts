import { tokenHeader } from './access.ts';
import type { RulebookEntry } from './contract.ts';
import { isRulebookLists, type RulebookLists } from './shapes.ts';

/** What the service says of its rulebooks: which there are; that it wants a token; nothing that can be understood. */
export type ShelfReply =
  | ({ readonly kind: 'here' } & RulebookLists)
  | { readonly kind: 'token' }
  | { readonly kind: 'silent' };

/** Asks the service for its rulebooks. Nobody is asked for a token because of this. */
export async function askForShelf(signal: AbortSignal): Promise<ShelfReply> {
  try {
    const reply = await fetch('/v1/rulebooks', { headers: tokenHeader(), credentials: 'same-origin', signal });
    if (reply.status === 401) return { kind: 'token' };
    const body: unknown = reply.ok ? await reply.json() : undefined;
    return isRulebookLists(body) ? { kind: 'here', ...body } : { kind: 'silent' };
  } catch {
    return { kind: 'silent' };
  }
}

/** The rulebooks that the service has, by id; undefined when it does not say, or not to somebody without a token. */
export async function servedShelf(signal: AbortSignal): Promise<readonly RulebookEntry[] | undefined> {
  const reply = await askForShelf(signal);
  return reply.kind === 'here' ? reply.rulebooks : undefined;
}

const CHANGED = 'proviso-shelf';

/** Tells the page that the list of the service is another one now. */
export function shelfChanged(): void {
  dispatchEvent(new Event(CHANGED));
}

/** Is told when the list of the service has changed. Returns what ends that. */
export function watchShelf(listen: () => void): () => void {
  addEventListener(CHANGED, listen);
  return () => removeEventListener(CHANGED, listen);
}

/** Whether two lists show and mean the same. */
export function isSameShelf(left: readonly RulebookEntry[], right: readonly RulebookEntry[]): boolean {
  return JSON.stringify(left.map(shown)) === JSON.stringify(right.map(shown));
}

function shown(entry: RulebookEntry): readonly unknown[] {
  const { id, title, digest, origin, shadows, publication, versions } = entry;
  return [id, title.en, title.zh, digest, origin, shadows, publication?.by, publication?.at, versions];
}
