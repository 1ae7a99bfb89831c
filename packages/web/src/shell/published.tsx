import type { RulebookEntry } from '../api/contract.ts';
import { showMoment } from '../i18n/dates.ts';
import { useWords, type Words } from '../i18n/words.tsx';

/** Says of a rulebook that was published who did so, and when; nothing of one that ships. */
export function Published({ rulebook }: { readonly rulebook: RulebookEntry }) {
  const words = useWords();
  const text = publishedText(rulebook, words);
  return text === undefined ? null : <span className="published">{text}</span>;
}

/** By whom and when a rulebook was published, as text; undefined for one that ships. */
export function publishedText(
  { origin, shadows, publication }: RulebookEntry,
  { say, language }: Words,
): string | undefined {
  if (origin !== 'published') return undefined;
  return say('shelf.published', {
    told: publication === null ? 'no' : 'yes',
    by: publication?.by ?? '',
    at: publication === null ? '' : showMoment(language, publication.at),
    shadows: shadows ? 'yes' : 'no',
  });
}
