import type { Language } from '@proviso/model';
import type { SummaryWords } from './contract.ts';
import { words as en } from './en.ts';
import { words as zh } from './zh.ts';

const WORDS: Readonly<Record<Language, SummaryWords>> = { en, zh };

/** The words of a summary in a language. */
export function summaryWordsIn(language: Language): SummaryWords {
  return WORDS[language];
}
