import type { Language } from './text.ts';

/** What is said to a person, in each of the languages. */
export type Said = Readonly<Record<Language, string>>;

/** What is wrong and what would be right, in one language and without a final stop. */
export interface Advice {
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly hint: string;
}

/** Advice in English, which programs may rely on, and the same in Chinese. */
export interface BilingualAdvice extends Advice {
  /** The same in Chinese. */
  readonly zh: Advice;
}

/** Advice from what is said in each language. */
export function bilingual(message: Said, hint: Said): BilingualAdvice {
  return { message: message.en, hint: hint.en, zh: { message: message.zh, hint: hint.zh } };
}

/** Advice in the language asked for. */
export function adviceIn({ hint, message, zh }: BilingualAdvice, language: Language): Advice {
  return language === 'zh' ? zh : { message, hint };
}
