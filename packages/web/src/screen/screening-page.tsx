import { useState } from 'react';
import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import type { Place } from './place.ts';
import { screening } from './requests.ts';
import { Results } from './results.tsx';
import { RowPage } from './row-page.tsx';
import { RowsPage } from './rows-page.tsx';
import { Running } from './running.tsx';
import { Stopped } from './stopped.tsx';
import '../styles/answer.css';

/** A screening: under way, stopped, or its results, rows and single rows. */
export default function ScreeningPage({ place }: { readonly place: Extract<Place, { readonly id: string }> }) {
  const { language } = useWords();
  const [version, setVersion] = useState(0);
  const reply = useReply(`${place.id} ${version}`, (signal) => screening(place.id, language, signal));
  if (reply.state === 'failed') return <Failed {...reply} />;
  if (reply.value === undefined) return <Loading />;
  const screened = reply.value;
  const { state, summary } = screened;
  if (state === 'queued' || state === 'running')
    return <Running screened={screened} ended={() => setVersion((before) => before + 1)} />;
  if (state !== 'done' || summary === null) return <Stopped screened={screened} />;
  const shared = { screened, summary };
  if (place.kind === 'rows') return <RowsPage key={JSON.stringify(place.filter)} {...shared} place={place} />;
  if (place.kind === 'row') return <RowPage {...shared} place={place} />;
  return <Results {...shared} />;
}
