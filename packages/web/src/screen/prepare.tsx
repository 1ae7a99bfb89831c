import { textIn } from '@proviso/model';
import { useState } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useTitle } from '../ask/question-page.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import { publishedText } from '../shell/published.tsx';
import { go } from '../shell/use-fragment.ts';
import { useShelf } from '../shell/use-shelf.ts';
import { AddedNames } from './added-names.tsx';
import { type AddedPrefix, NO_PREFIX, prefixAnew } from './added-prefix.ts';
import { glance, mapText, withDates } from './column-map.ts';
import { Columns, NOTHING_MAPPED } from './columns.tsx';
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
import { ZoneAsked } from './zone-asked.tsx';
import { AS_OF, withZoneInText } from './zones.ts';

/** A file that has come in: by which rulebook, when, from which columns; what it looks like; and then it is screened. */
export default function Prepare(props: {
  readonly upload: string;
  readonly name: string;
  readonly shelf: readonly RulebookEntry[];
}) {
  const { upload, name } = props;
  const words = useWords();
  const { say, language } = words;
  const shelf = useShelf(props.shelf);
  const [rulebook, setRulebook] = useState('');
  const [chosen, setChosen] = useState<ChosenVantage>(BLANK_VANTAGE);
  const [reading, setReading] = useState<ChosenReading>(AS_DETECTED);
  const [prefix, setPrefix] = useState(NO_PREFIX);
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
    sheets,
    clashes,
    look,
  } = usePreflight((fresh, order) => {
    setMap(fresh.map);
    setLooked(JSON.stringify({ ...order, map: mapText(fresh.map) }));
  });
  useTitle(say('screen.prepare', { name }));

  const now: Chosen = { vantage: chosen, reading, prefix: prefix.text };
  const orderOf = (by: string, text: string | undefined, changed: Partial<Chosen> = {}): Order => ({
    upload,
    rulebook: by,
    ...toldOf({ ...now, ...changed }, text),
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
    const added = prefixAnew(prefix);
    setReading(next);
    setPrefix(added);
    setMap(undefined);
    look(orderOf(rulebook, loaded, { reading: next, prefix: added.text }));
  };
  const rename = (next: AddedPrefix) => {
    setPrefix(next);
    look(orderOf(rulebook, map === undefined ? loaded : mapText(datedMap(map, chosen)), { prefix: next.text }));
  };
  const load = (text: string) => {
    const { rulebook: named, dated, zone = '' } = glance(text);
    const id = shelf.some((one) => one.id === named) && named !== undefined ? named : rulebook;
    const vantage: ChosenVantage = dated === undefined ? chosen : { ...chosen, by: 'column', column: dated, zone };
    setRulebook(id);
    setChosen(vantage);
    setLoaded(text);
    if (id !== '') look(orderOf(id, text, { vantage }));
  };
  const zoned = (fact: string, column: string, zone: string) => {
    const text = withZoneInText(map === undefined ? loaded : mapText(datedMap(map, chosen)), rulebook, {
      fact,
      column,
      zone,
    });
    const vantage: ChosenVantage = fact === AS_OF ? { ...chosen, by: 'column', column, zone } : chosen;
    setChosen(vantage);
    setLoaded(text);
    look(orderOf(rulebook, text, { vantage }));
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
  const nothing = map !== undefined && map.columns.length === 0 && datedMap(map, chosen).asOf === undefined;
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
            {shelf.map((one) => (
              <option key={one.id} value={one.id}>
                {listedAs(one, words)}
              </option>
            ))}
          </select>
        </p>
        <MapFile name={name} map={map === undefined ? undefined : datedMap(map, chosen)} load={load} />
      </section>
      {rulebook !== '' && (
        <FileReading name={name} chosen={reading} detected={found?.preflight.detected} sheets={sheets} change={read} />
      )}
      {rulebook !== '' && <VantageForm rulebook={rulebook} chosen={chosen} found={found} change={setChosen} />}
      {(clashes || prefix.text !== '') && <AddedNames prefix={prefix} clashes={clashes} change={rename} />}
      {unread !== undefined &&
        (unread.reason === 'no_zone' && unread.values.fact !== undefined && unread.values.column !== undefined ? (
          <ZoneAsked
            key={unread.values.fact}
            column={unread.values.column}
            rulebook={rulebook}
            goOn={(zone) => zoned(unread.values.fact ?? '', unread.values.column ?? '', zone)}
          />
        ) : (
          <ScreenFailed failure={unread} retry={() => look(order)} />
        ))}
      {busy && (
        <p className="loading" role="status">
          {say('screen.looking')}
        </p>
      )}
      {ready && (
        <>
          <Findings found={found} rulebook={rulebook} />
          <Mapping rulebook={rulebook} found={found} map={map} nothing={nothing} change={setMap} />
        </>
      )}
      {failure !== undefined && <ScreenFailed failure={failure} retry={start} />}
      {ready && (
        <div className="run">
          {changed && <p className="note">{say('screen.changed')}</p>}
          <p className="actions">
            <button
              type="button"
              onClick={start}
              disabled={sending || busy || nothing}
              aria-describedby={nothing ? NOTHING_MAPPED : undefined}
            >
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

/** The title of a rulebook; with who published it, if somebody did. */
function listedAs(rulebook: RulebookEntry, words: Words): string {
  const text = textIn(rulebook.title, words.language);
  const aside = publishedText(rulebook, words);
  return aside === undefined ? text : words.say('common.aside', { text, aside });
}

function datedMap(map: ColumnMap, { by, column, zone }: ChosenVantage): ColumnMap {
  return withDates(map, by === 'column' && column !== '' ? column : undefined, zone);
}

/** What a person has chosen besides rulebook and columns. */
interface Chosen {
  readonly vantage: ChosenVantage;
  readonly reading: ChosenReading;
  readonly prefix: string;
}

/** The part of an order that a person chooses. */
function toldOf({ vantage, reading, prefix }: Chosen, map: string | undefined): Omit<Order, 'upload' | 'rulebook'> {
  const { by, asOf, knownOn, readings, amount, unit } = vantage;
  return {
    ...toldReading(reading),
    ...(prefix === '' ? {} : { prefix }),
    ...(by === 'date' && asOf !== '' ? { asOf } : {}),
    ...(knownOn === '' ? {} : { knownOn }),
    ...(Object.keys(readings).length === 0 ? {} : { readings }),
    ...(map === undefined ? {} : { map }),
    ...(amount === '' ? {} : { amount }),
    ...(amount === '' || unit === '' ? {} : { unit }),
  };
}
