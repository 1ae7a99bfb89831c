import { textIn } from '@proviso/model';
import { useId, useState } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { servedShelf, shelfChanged } from '../api/shelf.ts';
import { readAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { Remarks } from './publish-remarks.tsx';
import { type Checked, type ChosenText, check, publish, standsBefore } from './publish-requests.ts';

/** How far somebody is who publishes. */
type Step =
  | { readonly kind: 'looking'; readonly text: ChosenText }
  | { readonly kind: 'checked' | 'done'; readonly text: ChosenText; readonly found: Found }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure; retry(): void };

interface Found {
  readonly checked: Checked;
  /** What the service has under this id. */
  readonly listed: RulebookEntry | undefined;
}

/** For authors: choose a file, see what is wrong with it, publish it. */
export function Publish() {
  const { say, language } = useWords();
  const id = useId();
  const [step, setStep] = useState<Step>();
  const [sending, setSending] = useState(false);
  const look = async (text: ChosenText): Promise<void> => {
    // Another file may be chosen while this one is looked at.
    const tell = (next: Step) => setStep((now) => (now?.kind === 'looking' && now.text === text ? next : now));
    setStep({ kind: 'looking', text });
    try {
      const checked = await check(text, language);
      const shelf = await servedShelf(new AbortController().signal);
      tell({ kind: 'checked', text, found: { checked, listed: shelf?.find((one) => one.id === checked.id) } });
    } catch (error) {
      tell({ kind: 'failed', failure: asFailure(error), retry: () => void look(text) });
    }
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      await look({ name: file.name, bytes: await file.arrayBuffer() });
    } catch (error) {
      setStep({ kind: 'failed', failure: asFailure(error), retry: () => void choose(file) });
    }
  };
  const send = async (text: ChosenText, found: Found): Promise<void> => {
    setSending(true);
    try {
      await publish(found.checked.id ?? '', text, found.listed, language);
      setStep({ kind: 'done', text, found });
      shelfChanged();
    } catch (error) {
      setStep({ kind: 'failed', failure: asFailure(error), retry: () => void look(text) });
    }
    setSending(false);
  };
  return (
    <details className="publish">
      <summary>{say('publish.heading')}</summary>
      <p className="help" id={`${id}-help`}>
        {say('publish.lead')}
      </p>
      <p className="form-field">
        <label htmlFor={`${id}-file`}>{say('publish.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".md,text/markdown"
          aria-describedby={`${id}-help`}
          // The same file can be chosen again once it was put right.
          onClick={(event) => {
            event.currentTarget.value = '';
          }}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </p>
      {step?.kind === 'failed' && <Failed failure={step.failure} retry={step.retry} />}
      <div role="status">
        {step?.kind === 'looking' && <p className="loading">{say('publish.looking', { name: step.text.name })}</p>}
        {step?.kind === 'checked' && <Result name={step.text.name} found={step.found} />}
        {step?.kind === 'done' && (
          <p>
            {say('publish.done', { title: textIn(step.found.checked.title ?? undefined, language) })}{' '}
            <a href={readAddress(step.found.checked.id ?? '')}>{say('publish.read')}</a>
          </p>
        )}
      </div>
      {step?.kind === 'checked' && canBePublished(step.found) && (
        <p className="actions">
          <button type="button" disabled={sending} onClick={() => void send(step.text, step.found)}>
            {say(isBeforeShipped(step.found) ? 'publish.instead' : 'publish.do')}
          </button>
        </p>
      )}
    </details>
  );
}

/** What was found, in words, and what publishing would do. */
function Result({ name, found }: { readonly name: string; readonly found: Found }) {
  const { say, language } = useWords();
  const { checked, listed } = found;
  const { sound, kind, id, title, errors, failed, examples, digest } = checked;
  if (sound && kind !== 'rulebook') return <p>{say('publish.vocabulary', { name })}</p>;
  return (
    <>
      <p>
        {sound
          ? say('publish.sound', { title: textIn(title ?? undefined, language), id: id ?? '', examples: examples ?? 0 })
          : say('publish.unsound', { name, errors, failed: failed.length })}
      </p>
      <Remarks checked={checked} />
      {sound && listed?.digest === digest && <p>{say('publish.same')}</p>}
      {sound && listed !== undefined && listed.digest !== digest && (
        <p>{say(listed.origin === 'shipped' ? 'publish.shadows' : 'publish.replaces')}</p>
      )}
    </>
  );
}

function canBePublished({ checked: { sound, kind, digest }, listed }: Found): boolean {
  return sound && kind === 'rulebook' && listed?.digest !== digest;
}

function isBeforeShipped({ listed }: Found): boolean {
  return listed !== undefined && standsBefore(listed);
}
