import { type ScalarValue, textIn, type Value } from '@proviso/model';
import { useCallback } from 'react';
import type { PosedQuestion } from '../api/contract.ts';
import { LOCALES } from '../i18n/language.ts';
import { useWords, type Words } from '../i18n/words.tsx';

/** Shows an answer to a question. */
export type Show = (question: Pick<PosedQuestion, 'type' | 'values'>, value: Value | null) => string;

/** How an answer to a question is shown in the language of the page. */
export function useShown(): Show {
  const words = useWords();
  return useCallback<Show>((question, value) => showScalar(question, value, words), [words]);
}

/** An answer in words. */
export function showScalar(
  { type, values }: Pick<PosedQuestion, 'type' | 'values'>,
  value: Value | null,
  { say, language, list, dayOrMoment }: Words,
): string {
  const scalar = type.kind === 'list' || type.kind === 'set' ? type.of : type;
  const one = (part: ScalarValue): string => {
    if (typeof part === 'boolean') return say(part ? 'common.yes' : 'common.no');
    if (scalar.kind === 'enumeration')
      return textIn(values?.find(({ name }) => name === part)?.label, language) || part;
    if (scalar.kind === 'country') return regionName(LOCALES[language], part);
    if (scalar.kind === 'date' || scalar.kind === 'instant') return dayOrMoment(part);
    return 'unit' in scalar && scalar.unit === 'percent' ? `${part}%` : part;
  };
  if (value === null) return say('common.dontKnow');
  return typeof value === 'string' || typeof value === 'boolean' ? one(value) : list(value.map(one));
}

const regions = new Map<string, Intl.DisplayNames>();

/** A country's name; its code when it has none. */
function regionName(locale: string, code: string): string {
  const names = regions.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  regions.set(locale, names);
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
