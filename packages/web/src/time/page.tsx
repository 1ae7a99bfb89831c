import type { FrontFacts } from '../front/facts.ts';
import type { Catalogues } from '../i18n/words.tsx';
import commonEn from '../messages/en/common.json' with { type: 'json' };
import en from '../messages/en/time.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import zh from '../messages/zh/time.json' with { type: 'json' };
import { Shell } from '../shell/shell.tsx';

/** The words of the page. */
export const TIME_CATALOGUES: Catalogues = { en: [commonEn, en], zh: [commonZh, zh] };

/** The page in its frame. */
export function TimePage(_: { readonly shelf: FrontFacts['rulebooks'] }) {
  return <Shell part="time">{null}</Shell>;
}
