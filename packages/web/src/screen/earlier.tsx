import { useState } from 'react';
import { useReply } from '../api/use-reply.ts';
import { showMoment } from '../i18n/dates.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import { Failed, lacksRole } from '../shell/failed.tsx';
import type { ScreeningEntry } from './contract.ts';
import { writePlace } from './place.ts';
import { remove, screenings } from './requests.ts';

/** Screenings made before: to open again, or to remove. Nothing where there are none. */
export function Earlier() {
  const words = useWords();
  const { say, language } = words;
  const [version, setVersion] = useState(0);
  const [asked, setAsked] = useState<string>();
  const reply = useReply(`screenings ${version}`, (signal) => screenings(language, signal));
  if (reply.state === 'failed' && (reply.failure.status === 401 || lacksRole(reply.failure)))
    return <Failed {...reply} />;
  const list = reply.state === 'failed' ? undefined : reply.value;
  if (list === undefined || list.length === 0) return null;
  const drop = (entry: ScreeningEntry) => {
    setAsked(undefined);
    remove(entry, language, list)
      .catch(() => undefined)
      .finally(() => setVersion((before) => before + 1));
  };
  return (
    <section aria-labelledby="earlier" className="earlier">
      <h2 id="earlier">{say('screen.earlier')}</h2>
      <ul>
        {list.map((entry) => (
          <li key={entry.id} data-state={entry.state}>
            <span>
              <a href={`#${writePlace({ kind: 'screening', id: entry.id })}`}>{entry.source}</a>{' '}
              <span className="quietly">{linesOf(entry, words)}</span>
            </span>
            {asked === entry.id ? (
              <span className="actions">
                <button type="button" className="link" onClick={() => drop(entry)}>
                  {say('screen.remove.sure')}
                </button>
                <button type="button" className="link" onClick={() => setAsked(undefined)}>
                  {say('screen.remove.keep')}
                </button>
              </span>
            ) : (
              <button
                type="button"
                className="link"
                aria-label={say('screen.remove.of', { name: entry.source })}
                onClick={() => setAsked(entry.id)}
              >
                {say('screen.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function linesOf({ order, madeAt, state, rows }: ScreeningEntry, { say, language, day }: Words): string {
  const when = order.asOf === undefined ? '' : say('screen.earlier.asOf', { date: day(order.asOf) });
  const how = state === 'done' ? say('screen.rows', { count: rows ?? 0 }) : say(`screen.state.${state}`);
  return [order.rulebook, when, how, showMoment(language, madeAt)].filter((part) => part !== '').join(' · ');
}
