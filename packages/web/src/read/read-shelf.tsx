import { textIn } from '@proviso/model';
import type { RulebookEntry } from '../api/contract.ts';
import { readAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import { Published } from '../shell/published.tsx';
import { useShelf } from '../shell/use-shelf.ts';
import { useWithdrawal, Withdrawal } from './withdrawal.tsx';

/** The rulebooks to read. Authors take back here what was published. */
export function ReadShelf({ shelf: built }: { readonly shelf: readonly RulebookEntry[] }) {
  const { say, language } = useWords();
  const shelf = useShelf(built);
  const withdrawal = useWithdrawal();
  return (
    <>
      <h1>{say('read.title')}</h1>
      <ul className="shelf-list">
        {shelf.map((rulebook) => {
          const title = textIn(rulebook.title, language);
          return (
            <li key={rulebook.id}>
              <a href={readAddress(rulebook.id)}>{title}</a> <Published rulebook={rulebook} />
              {rulebook.origin === 'published' && (
                <p className="shelf-actions">
                  <button
                    type="button"
                    className="quiet"
                    aria-haspopup="dialog"
                    aria-label={say('common.pair', { left: say('withdraw.ask'), right: title })}
                    onClick={() => withdrawal.ask(rulebook)}
                  >
                    {say('withdraw.ask')}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <Withdrawal {...withdrawal} />
    </>
  );
}
