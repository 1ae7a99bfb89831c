import type { Language } from '@proviso/model';

/** Where the chosen language is kept in the browser. */
export const LANGUAGE_KEY = 'proviso.language';
/** Where the chosen colours are kept in the browser. */
export const THEME_KEY = 'proviso.theme';

/** The language as HTML and `Intl` name it. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** Whether a text names a language that Proviso speaks. */
export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'en' || text === 'zh';
}

/** The language of a page: `?lang`, else the one chosen before, else the first that the browser prefers, else English. */
export function chooseLanguage(search: string, kept: string | null, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  if (isLanguage(kept)) return kept;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}
