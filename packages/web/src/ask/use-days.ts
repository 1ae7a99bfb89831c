import type { RulebookEntry } from '../api/contract.ts';
import { useReply } from '../api/use-reply.ts';
import { useWords } from '../i18n/words.tsx';
import type { KnownShelf } from '../shell/use-shelf.ts';

/** Days worth asking about. */
export interface NotableDays {
  readonly days: readonly string[];
  /**
   * `here`: they are those of the text that the service answers by. `waiting`: it has not said yet which that is. `token`: it
   * says so only to somebody with a token. `silent`: it does not say.
   */
  readonly said: 'here' | 'waiting' | 'token' | 'silent';
}

/**
 * Days worth asking about under a rulebook. Those of the text that the page was built with stand in the page, and count once
 * the service has said that it has that text; of any other text they are worked out here, and there are none until then.
 * `wanted` is false while nobody wants them.
 */
export function useDays(
  id: string | undefined,
  wanted: boolean,
  { shelf, said }: KnownShelf,
  built: readonly RulebookEntry[],
  notable: Readonly<Record<string, readonly string[]>>,
): NotableDays {
  const { language } = useWords();
  const rulebook = wanted ? shelf.find((one) => one.id === id) : undefined;
  const isBuilt = built.some((one) => one.id === rulebook?.id && one.digest === rulebook.digest);
  const other = rulebook === undefined || isBuilt ? null : rulebook;
  const reply = useReply(other === null ? null : `${other.id} ${other.digest}`, async (signal) => {
    if (other === null) return [];
    const { servedDays } = await import('./served-days.ts');
    return servedDays(other.id, language, signal);
  });
  if (said === 'token' || said === 'silent') return { days: [], said };
  const days = other === null ? (notable[rulebook?.id ?? ''] ?? []) : reply.state === 'here' ? reply.value : [];
  return { days, said: said ?? 'waiting' };
}
