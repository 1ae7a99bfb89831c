import { CODES } from '@proviso/language';
import { CHINESE_TITLES } from '@proviso/language/chinese-titles';
import { FINDING_CODES } from '@proviso/logic';
import type { LocalizedText } from '@proviso/model';

/** What the codes of the language and of `check` are called, in English and Chinese. */
export function titleOf(code: string): LocalizedText {
  const en = ENGLISH.get(code) ?? code;
  return { en, zh: CHINESE_TITLES[code] ?? en };
}

const ENGLISH: ReadonlyMap<string, string> = new Map(
  [...CODES, ...FINDING_CODES].map(({ code, title }) => [code, title]),
);
