import { useEffect, useRef, useState } from 'react';
import { heldToken } from '../api/access.ts';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { download, downloadAddress } from './requests.ts';
import type { ResultProps } from './results.tsx';

/** The results as files. */
export function Downloads({ screened, summary }: ResultProps) {
  const { say, language } = useWords();
  const changed = (screened.comparison?.changed.rows ?? 0) > 0;
  const formats = (
    [
      ['csv', true],
      ['xlsx', true],
      ['parquet', true],
      ['jsonl', true],
      ['changed', changed],
      ['errors', summary.bad.rows > 0],
      ['html', true],
    ] as const
  ).filter(([, there]) => there);
  const fetched = useFetched(screened.id);
  // Where no token is needed the browser writes the file as it comes; with one, it is fetched first.
  const plain = heldToken() === undefined;
  return (
    <section aria-labelledby="download" className="downloads screen-only">
      <h2 id="download">{say('screen.download')}</h2>
      {fetched.failure !== undefined && (
        <Failed failure={fetched.failure.why} retry={() => fetched.start(fetched.failure?.format ?? '')} />
      )}
      <ul>
        {formats.map(([format]) => (
          <li key={format}>
            {plain ? (
              <a href={downloadAddress(screened.id, format, language)} download>
                {say(`screen.download.${format}`)}
              </a>
            ) : (
              <button
                type="button"
                className="link"
                aria-disabled={fetched.format !== undefined}
                onClick={() => fetched.format === undefined && fetched.start(format)}
              >
                {say(`screen.download.${format}`)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="quietly">
        {fetched.format !== undefined && say('screen.download.fetching')}
      </p>
      <p className="actions">
        {fetched.format !== undefined && (
          <button type="button" className="quiet" onClick={fetched.stop}>
            {say('screen.cancel')}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => print()}>
          {say('answer.print')}
        </button>
      </p>
    </section>
  );
}

/** One file at a time that is fetched with the token. */
function useFetched(id: string) {
  const { language } = useWords();
  const [format, setFormat] = useState<string>();
  const [failure, setFailure] = useState<{ readonly format: string; readonly why: ServiceFailure }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = (wanted: string) => {
    const controller = new AbortController();
    running.current = controller;
    setFormat(wanted);
    setFailure(undefined);
    download(id, wanted, language, controller.signal)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setFailure({ format: wanted, why: asFailure(error) });
      })
      .finally(() => setFormat(undefined));
  };
  return { format, failure, start, stop: () => running.current?.abort() };
}
