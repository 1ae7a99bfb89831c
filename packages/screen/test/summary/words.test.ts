import { LANGUAGES } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { words as englishOfDecide } from '../../../cli/src/messages/en/words.ts';
import { words as chineseOfDecide } from '../../../cli/src/messages/zh/words.ts';
import { summaryWordsIn } from '../../src/summary/words/index.ts';

const OF_DECIDE = { en: englishOfDecide, zh: chineseOfDecide };

describe('the words of a summary', () => {
  it.each(LANGUAGES)('are those of `proviso decide` (%s)', (language) => {
    const { verdicts, mayProceed, statuses } = summaryWordsIn(language);
    expect({ verdicts, mayProceed, statuses }).toEqual({
      verdicts: OF_DECIDE[language].verdicts,
      mayProceed: OF_DECIDE[language].mayProceed,
      statuses: OF_DECIDE[language].statuses,
    });
  });

  it.each([
    ['en', 1, '1 row'],
    ['en', 2_000, '2,000 rows'],
    ['zh', 2_000, '2,000 行'],
  ] as const)('count rows (%s, %d)', (language, count, text) => {
    expect(summaryWordsIn(language).rows(count)).toBe(text);
  });
});
