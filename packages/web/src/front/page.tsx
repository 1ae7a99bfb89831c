import type { Catalogues } from '../i18n/words.tsx';
import commonEn from '../messages/en/common.json' with { type: 'json' };
import en from '../messages/en/front.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import zh from '../messages/zh/front.json' with { type: 'json' };
import { Shell } from '../shell/shell.tsx';
import type { FrontFacts } from './facts.ts';
import { Front } from './front.tsx';

/** The words of the front page. */
export const FRONT_CATALOGUES: Catalogues = { en: [commonEn, en], zh: [commonZh, zh] };

/** The front page in its frame. */
export function FrontPage({ facts }: { readonly facts: FrontFacts }) {
  return (
    <Shell part="front">
      <Front facts={facts} />
    </Shell>
  );
}
