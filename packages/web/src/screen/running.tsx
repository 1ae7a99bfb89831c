import { useEffect, useRef, useState } from 'react';
import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import { go } from '../shell/use-fragment.ts';
import type { Screened } from './contract.ts';
import { writePlace } from './place.ts';
import { type Change, follow, stop } from './requests.ts';

/** A screening under way: how far it is, and a way to stop it. */
export function Running({ screened, ended }: { readonly screened: Screened; ended(): void }) {
  const { say, language } = useWords();
  const [now, setNow] = useState<Change>(screened);
  const told = useRef(ended);
  told.current = ended;
  const { id, source, order } = screened;
  useEffect(() => {
    const controller = new AbortController();
    void follow(id, language, setNow, () => told.current(), controller.signal);
    return () => controller.abort();
  }, [id, language]);
  useTitle(say('screen.running', { name: source }));
  const phase = now.state === 'queued' ? 'queued' : (now.progress?.phase ?? 'opening');
  const share = now.progress?.share;
  const cancel = () => {
    stop(id, language).then(
      () => go(writePlace({ kind: 'prepare', upload: order.upload, name: source })),
      () => told.current(),
    );
  };
  return (
    <div className="running">
      <h1>{say('screen.running', { name: source })}</h1>
      <p className="lead" role="status">
        {say(`screen.phase.${phase}`)}
      </p>
      <progress max={1} aria-label={say('screen.progress')} {...(share === undefined ? {} : { value: share })} />
      <p className="actions">
        {share !== undefined && (
          <span className="quietly">{say('screen.percent', { percent: Math.floor(share * 100) })}</span>
        )}
        <button type="button" className="quiet" onClick={cancel}>
          {say('screen.cancel')}
        </button>
      </p>
      <p className="note">{say('screen.running.leave')}</p>
    </div>
  );
}
