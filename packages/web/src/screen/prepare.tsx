import { textIn } from '@proviso/model';
import { useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useTitle } from '../ask/question-page.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import type { FrontFacts } from '../front/facts.ts';
import { useWords } from '../i18n/words.tsx';
import { go } from '../shell/use-fragment.ts';
import { glance, mapText, withDates } from './column-map.ts';
import { Columns } from './columns.tsx';
import type { ColumnMap, Order } from './contract.ts';
import { FileReading } from './file-reading.tsx';
import { Findings } from './findings.tsx';
import { MapFile } from './map-file.tsx';
import { writePlace } from './place.ts';
import { AS_DETECTED, type ChosenReading, toldReading } from './reading.ts';
import { screen } from './requests.ts';
import { ScreenFailed } from './trouble/screen-failed.tsx';
import { usePreflight } from './use-preflight.ts';
import { BLANK_VANTAGE, type ChosenVantage, VantageForm } from './vantage-form.tsx';

/** A file that has come in: by which rulebook, when, from which columns; what it looks like; and then it is screened. */
export default function Prepare(props: {
  readonly upload: string;
  readonly name: string;
  readonly shelf: FrontFacts['rulebooks'];
}) {
  const { upload, name, shelf } = props;
  const { say, language } = useWords();
  const [rulebook, setRulebook] = useState('');
  const [chosen, setChosen] = useState<ChosenVantage>(BLANK_VANTAGE);
  const [reading, setReading] = useState<ChosenReading>(AS_DETECTED);
  const [map, setMap] = useState<ColumnMap>();
  /** The text of the map file that was loaded. */
  const [loaded, setLoaded] = useState<string>();
  const [looked, setLooked] = useState('');
  const [failure, setFailure] = useState<ServiceFailure>();
  const [sending, setSending] = useState(false);
  const {
    found,
    failure: unread,
    busy,
    look,
  } = usePreflight((fresh, order) => {
    setMap(fresh.map);
    setLooked(JSON.stringify({ ...order, map: mapText(fresh.map) }));
  });
  useTitle(say('screen.prepare', { name }));

  const orderOf = (by: string, text: string | undefined, vantage = chosen, read = reading): Order => ({
    upload,
    rulebook: by,
    ...toldReading(read),
    ...toldOf(vantage, text),
  });
  const order = orderOf(rulebook, map === undefined ? undefined : mapText(datedMap(map, chosen)));
  const changed = map !== undefined && JSON.stringify(order) !== looked;
  const choose = (id: string) => {
    setRulebook(id);
    setMap(undefined);
    setLoaded(undefined);
    if (id !== '') look(orderOf(id, undefined));
  };
  // Read otherwise, the file may have other columns: which gives which fact is found anew.
  const read = (next: ChosenReading) => {
    setReading(next);
    setMap(undefined);
    look(orderOf(rulebook, loaded, chosen, next));
  };
  const load = (text: string) => {
    const { rulebook: named, dated } = glance(text);
    const id = shelf.some((one) => one.id === named) && named !== undefined ? named : rulebook;
    const vantage: ChosenVantage = dated === undefined ? chosen : { ...chosen, by: 'column', column: dated };
    setRulebook(id);
    setChosen(vantage);
    setLoaded(text);
    if (id !== '') look(orderOf(id, text, vantage));
  };
  const start = () => {
    setSending(true);
    setFailure(undefined);
    screen(order, language).then(
      ({ id }) => go(writePlace({ kind: 'screening', id })),
      (error: unknown) => {
        setSending(false);
        setFailure(asFailure(error));
      },
    );
  };
  const ready = map !== undefined && found !== undefined;
  return (
    <div className="prepare">
      <p className="eyebrow">
        <a href="#start">{say('screen.heading')}</a>
      </p>
      <h1>{say('screen.prepare', { name })}</h1>
      <section aria-labelledby="which">
        <h2 id="which">{say('screen.which')}</h2>
        <p className="form-field">
          <label htmlFor="rulebook">{say('common.rulebook')}</label>
          <select id="rulebook" value={rulebook} onChange={(event) => choose(event.target.value)}>
            <option value="">{say('screen.choose')}</option>
            {shelf.map(({ id, title }) => (
              <option key={id} value={id}>
                {textIn(title, language)}
              </option>
            ))}
          </select>
        </p>
        <MapFile name={name} map={map === undefined ? undefined : datedMap(map, chosen)} load={load} />
      </section>
      {rulebook !== '' && (
        <FileReading name={name} chosen={reading} detected={found?.preflight.detected} change={read} />
      )}
      {rulebook !== '' && (
        <VantageForm
          rulebook={rulebook}
          chosen={chosen}
          columns={found?.columns.map((column) => column.name) ?? []}
          change={setChosen}
        />
      )}
      {unread !== undefined && <ScreenFailed failure={unread} retry={() => look(order)} />}
      {busy && (
        <p className="loading" role="status">
          {say('screen.looking')}
        </p>
      )}
      {ready && (
        <>
          <Findings found={found} rulebook={rulebook} />
          <Mapping rulebook={rulebook} found={found} map={map} change={setMap} />
        </>
      )}
      {failure !== undefined && <ScreenFailed failure={failure} retry={start} />}
      {ready && (
        <div className="run">
          {changed && <p className="note">{say('screen.changed')}</p>}
          <p className="actions">
            <button type="button" onClick={start} disabled={sending || busy}>
              {say('screen.run', { count: found.preflight.rows })}
            </button>
            {changed && (
              <button type="button" className="quiet" onClick={() => look(order)} disabled={busy}>
                {say('screen.lookAgain')}
              </button>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

function Mapping(props: Omit<Parameters<typeof Columns>[0], 'book'> & { readonly rulebook: string }) {
  const book = useRulebook(props.rulebook);
  return book.state === 'here' ? <Columns {...props} book={book.value} /> : null;
}

function datedMap(map: ColumnMap, { by, column }: ChosenVantage): ColumnMap {
  return withDates(map, by === 'column' && column !== '' ? column : undefined);
}

/** The part of an order that a person chooses. */
function toldOf(
  { by, asOf, knownOn, readings, amount, unit }: ChosenVantage,
  map: string | undefined,
): Omit<Order, 'upload' | 'rulebook'> {
  return {
    ...(by === 'date' && asOf !== '' ? { asOf } : {}),
    ...(knownOn === '' ? {} : { knownOn }),
    ...(Object.keys(readings).length === 0 ? {} : { readings }),
    ...(map === undefined ? {} : { map }),
    ...(amount === '' ? {} : { amount }),
    ...(amount === '' || unit === '' ? {} : { unit }),
  };
}
