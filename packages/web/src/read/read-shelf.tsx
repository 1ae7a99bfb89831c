import { textIn } from '@proviso/model';
import { useId } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { readAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import { Published } from '../shell/published.tsx';
import { useKnownShelf } from '../shell/use-shelf.ts';
import type { Change } from './change.ts';
import { ShelfChange, useShelfChange } from './shelf-change.tsx';
import { Versions } from './versions.tsx';

/** The rulebooks to read, and those that were taken back. Authors take back here what was published, or put it back. */
export function ReadShelf({ shelf: built }: { readonly shelf: readonly RulebookEntry[] }) {
  const { say, language } = useWords();
  const { shelf, withdrawn } = useKnownShelf(built);
  const changing = useShelfChange();
  const id = useId();
  return (
    <>
      <h1>{say('read.title')}</h1>
      <ul className="shelf-list">
        {shelf.map((rulebook) => (
          <li key={rulebook.id}>
            <a href={readAddress(rulebook.id)}>{textIn(rulebook.title, language)}</a> <Published rulebook={rulebook} />
            <Keeping rulebook={rulebook} change={changing.ask} />
          </li>
        ))}
      </ul>
      <ShelfChange {...changing} />
      {withdrawn.length > 0 && (
        <section className="withdrawn" aria-labelledby={`${id}-withdrawn`}>
          <h2 id={`${id}-withdrawn`}>{say('versions.withdrawnHeading')}</h2>
          <ul className="shelf-list">
            {withdrawn.map((one) => (
              <li key={one.id}>
                {textIn(one.title, language)}
                <div className="keeping">
                  <Versions id={one.id} count={one.versions} listed={undefined} change={changing.ask} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Of a rulebook that was published once: its versions, and taking it back. */
function Keeping({ rulebook, change }: { readonly rulebook: RulebookEntry; change(change: Change): void }) {
  const { say, language } = useWords();
  const { id, title, origin, versions } = rulebook;
  if (versions === 0) return null;
  return (
    <div className="keeping">
      {origin === 'published' && (
        <button
          type="button"
          className="quiet"
          aria-haspopup="dialog"
          aria-label={say('common.pair', { left: say('withdraw.ask'), right: textIn(title, language) })}
          onClick={() => change({ kind: 'withdraw', rulebook })}
        >
          {say('withdraw.ask')}
        </button>
      )}
      <Versions id={id} count={versions} listed={rulebook} change={change} />
    </div>
  );
}
