import { useState } from 'react';
import { Loading } from '../ask/loading.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords } from '../i18n/words.tsx';
import { ZoneField } from './zone-field.tsx';

/** Asks for the zone of a column without which the file cannot be looked at. */
export function ZoneAsked(props: { readonly column: string; readonly rulebook: string; goOn(zone: string): void }) {
  const { column, rulebook } = props;
  const { say } = useWords();
  const book = useRulebook(rulebook);
  const [chosen, setChosen] = useState('');
  // The field comes with its proposal: a list that is open would close when it arrived.
  if (book.state === 'waiting') return <Loading />;
  const zone = chosen === '' && book.state === 'here' ? book.value.rulebook.zone.id : chosen;
  return (
    <section aria-labelledby="zone" className="zone-asked">
      <h2 id="zone">{say('screen.zone.asked')}</h2>
      <ZoneField column={column} rulebook={rulebook} zone={zone} change={setChosen} />
      <p className="actions">
        <button type="button" disabled={zone === ''} onClick={() => props.goOn(zone)}>
          {say('screen.zone.goOn')}
        </button>
      </p>
    </section>
  );
}
