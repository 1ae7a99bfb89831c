import type { Catalogues } from '../i18n/words.tsx';
import answerEn from '../messages/en/answer.json' with { type: 'json' };
import askEn from '../messages/en/ask.json' with { type: 'json' };
import commonEn from '../messages/en/common.json' with { type: 'json' };
import answerZh from '../messages/zh/answer.json' with { type: 'json' };
import askZh from '../messages/zh/ask.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import { Shell } from '../shell/shell.tsx';
import { Ask, type AskProps } from './ask.tsx';

/** The words of the interview and of the answer. */
export const ASK_CATALOGUES: Catalogues = { en: [commonEn, askEn, answerEn], zh: [commonZh, askZh, answerZh] };

/** The interview in its frame. */
export function AskPage(props: AskProps) {
  return (
    <Shell part="ask">
      <Ask {...props} />
    </Shell>
  );
}
