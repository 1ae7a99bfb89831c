import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { go } from '../shell/use-fragment.ts';
import { writePlace } from './place.ts';
import { upload } from './requests.ts';

/** Endings of files that can be screened. */
const ENDINGS = '.csv,.tsv,.txt,.jsonl,.ndjson,.parquet,.xlsx';

interface Sending {
  readonly name: string;
  readonly share: number;
  stop(): void;
}

/** Takes a file by dropping it or choosing it, and sends it in. */
export function FileDrop() {
  const { say, language } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<{ readonly failure: ServiceFailure; readonly file: File }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const take = (file: File | undefined) => {
    if (file === undefined || running.current !== undefined) return;
    const controller = new AbortController();
    running.current = controller;
    setFailed(undefined);
    const tell = (share: number) => setSending({ name: file.name, share, stop: () => controller.abort() });
    tell(0);
    upload(file, language, tell, controller.signal)
      .then(
        ({ id: sent, name }) => go(writePlace({ kind: 'prepare', upload: sent, name })),
        (error: unknown) => {
          if (!controller.signal.aborted)
            setFailed({
              file,
              failure: asFailure(error),
            });
        },
      )
      .finally(() => {
        running.current = undefined;
        setSending(undefined);
      });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <section className="file-drop" aria-labelledby={id}>
      <h2 id={id} className="unseen">
        {say('screen.file')}
      </h2>
      {failed !== undefined && <Failed failure={failed.failure} retry={() => take(failed.file)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside does the same. */}
      <div
        className="drop"
        data-over={over ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending === undefined ? (
          <>
            <p className="drop-here">{say('screen.file.drop')}</p>
            <p>
              <button type="button" onClick={() => input.current?.click()}>
                {say('screen.file.choose')}
              </button>
            </p>
            <p className="help">{say('screen.file.kinds')}</p>
          </>
        ) : (
          <>
            <p className="drop-here">{say('screen.file.sending', { name: sending.name })}</p>
            <progress value={sending.share} max={1} aria-label={say('screen.file.sending', { name: sending.name })} />
            <p className="actions">
              <span className="quietly">{say('screen.percent', { percent: Math.floor(sending.share * 100) })}</span>
              <button type="button" className="quiet" onClick={sending.stop}>
                {say('screen.cancel')}
              </button>
            </p>
          </>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept={ENDINGS}
        hidden
        aria-label={say('screen.file')}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p className="note">{say('screen.file.stays')}</p>
    </section>
  );
}
