import { textIn } from '@proviso/model';
import type { Words } from '../i18n/words.tsx';
import { binName } from './bins.tsx';
import type { Summary } from './contract.ts';
import type { Filter } from './place.ts';

/** What the rows of a filter have in common, in words. */
export function filterName(filter: Filter, { questions }: Summary, { say, language }: Words): string {
  switch (filter.kind) {
    case 'bin':
      return say(binName(filter.bin));
    case 'question': {
      const step = questions[filter.question - 1];
      return say('screen.rows.question', { text: textIn(step?.text, language) || (step?.need.name ?? '') });
    }
    case 'provision':
      return say('screen.rows.provision', { provision: filter.provision });
    default:
      return say(`screen.rows.${filter.kind}`);
  }
}
