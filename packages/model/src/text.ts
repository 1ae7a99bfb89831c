/**
 * A text in several languages, keyed by BCP 47 language tag (`en`, `zh`).
 * Every text that a person reads has at least `en`; rulebooks that ship with Proviso have `en` and `zh`.
 */
export type LocalizedText = Readonly<Record<string, string>>;

/** The languages in which Proviso itself speaks. A rulebook may hold more. */
export const LANGUAGES = ['en', 'zh'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** The text in the language asked for, else in English, else in whatever language there is; `''` for no text at all. */
export function textIn(text: LocalizedText | undefined, language: string): string {
  if (text === undefined) return '';
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}
