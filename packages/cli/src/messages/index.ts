import type { Language } from '@proviso/model';
import type { Messages } from './contract.ts';
import { decision as decisionEn } from './en/decision.ts';
import { errors as errorsEn } from './en/errors.ts';
import { types as typesEn } from './en/types.ts';
import { words as wordsEn } from './en/words.ts';
import { decision as decisionZh } from './zh/decision.ts';
import { errors as errorsZh } from './zh/errors.ts';
import { types as typesZh } from './zh/types.ts';
import { words as wordsZh } from './zh/words.ts';

const MESSAGES: Readonly<Record<Language, Messages>> = {
  en: { language: 'en', words: wordsEn, decision: decisionEn, errors: errorsEn, types: typesEn },
  zh: { language: 'zh', words: wordsZh, decision: decisionZh, errors: errorsZh, types: typesZh },
};

/** The messages of a language. */
export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}

/** The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
