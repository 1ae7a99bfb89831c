import { tokenHeader } from './access.ts';
import type { RulebookEntry } from './contract.ts';
import { isRulebookList } from './shapes.ts';

/**
 * The rulebooks that the service has, by id; undefined when it does not say, or not to somebody without a token. Nobody is
 * asked for one because of this.
 */
export async function servedShelf(signal: AbortSignal): Promise<readonly RulebookEntry[] | undefined> {
  try {
    const reply = await fetch('/v1/rulebooks', { headers: tokenHeader(), credentials: 'same-origin', signal });
    const body: unknown = reply.ok ? await reply.json() : undefined;
    return isRulebookList(body) ? body.rulebooks : undefined;
  } catch {
    return undefined;
  }
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

function shown({ id, title, digest, origin, shadows, publication }: RulebookEntry): readonly unknown[] {
  return [id, title.en, title.zh, digest, origin, shadows, publication?.by, publication?.at];
}
