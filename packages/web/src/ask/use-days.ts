import type { RulebookEntry } from '../api/contract.ts';
import { useReply } from '../api/use-reply.ts';
import { useWords } from '../i18n/words.tsx';

/**
 * Days worth asking about under a rulebook. Those of the text that the page was built with stand in the page; of any other
 * text they are worked out here, and there are none until then. `rulebook` is null while nobody wants them.
 */
export function useDays(
  rulebook: RulebookEntry | null,
  built: readonly RulebookEntry[],
  notable: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const { language } = useWords();
  const known = rulebook === null || built.some(({ id, digest }) => id === rulebook.id && digest === rulebook.digest);
  const reply = useReply(known ? null : `${rulebook.id} ${rulebook.digest}`, async (signal) => {
    if (rulebook === null) return [];
    const { servedDays } = await import('./served-days.ts');
    return servedDays(rulebook.id, language, signal);
  });
  if (rulebook === null) return [];
  if (known) return notable[rulebook.id] ?? [];
  return reply.state === 'here' ? reply.value : [];
}
