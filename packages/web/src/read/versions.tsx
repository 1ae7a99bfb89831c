import { textIn } from '@proviso/model';
import { useState } from 'react';
import type { RulebookEntry, VersionEntry } from '../api/contract.ts';
import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { showMoment } from '../i18n/dates.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import type { Change } from './change.ts';
import { versions } from './publish-requests.ts';

interface VersionsProps {
  readonly id: string;
  /** How many there are. */
  readonly count: number;
  /** What the service has under this id. */
  readonly listed: RulebookEntry | undefined;
  change(change: Change): void;
}

/** The versions of a rulebook that were published, behind a line that opens. */
export function Versions(props: VersionsProps) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('versions.heading', { count: props.count })}</summary>
      {open && <Page {...props} cursor={undefined} />}
    </details>
  );
}

/** Some versions, latest first, and those before them once they are wanted. */
function Page(props: VersionsProps & { readonly cursor: number | undefined }) {
  const { id, count, listed, cursor } = props;
  const { say, language } = useWords();
  const [earlier, showEarlier] = useState(false);
  // What is served, and how many there are, says whether the list is another one.
  const key = JSON.stringify([id, cursor, count, listed?.digest, listed?.origin]);
  const reply = useReply(key, (signal) => versions(id, cursor, language, signal));
  if (reply.state === 'failed') return <Failed {...reply} />;
  if (reply.value === undefined) return <Loading />;
  const { next } = reply.value;
  return (
    <>
      <ul className="version-list">
        {reply.value.versions.map((version) => (
          <Version key={version.version} version={version} {...props} />
        ))}
      </ul>
      {next !== null && !earlier && (
        <p>
          <button type="button" className="quiet" onClick={() => showEarlier(true)}>
            {say('versions.earlier')}
          </button>
        </p>
      )}
      {next !== null && earlier && <Page {...props} cursor={next} />}
    </>
  );
}

/** One version: which, by whom, when, what became of it; for authors a button to put it back. */
function Version({ version, id, listed, change }: VersionsProps & { readonly version: VersionEntry }) {
  const words = useWords();
  const { say, language } = words;
  const number = say('versions.number', { number: version.version });
  const isServedNow = listed?.origin === 'published' && listed.digest === version.digest;
  return (
    <li>
      <p>
        <strong>{say('common.pair', { left: number, right: textIn(version.title, language) })}</strong>
        <span>{publishedText(version, words)}</span>
        <span>{fateOf(version, words)}</span>
      </p>
      {!isServedNow && (
        <button
          type="button"
          className="quiet"
          aria-haspopup="dialog"
          aria-label={say('common.pair', { left: say('putBack.ask'), right: number })}
          onClick={() => change({ kind: 'putBack', id, version, listed })}
        >
          {say('putBack.ask')}
        </button>
      )}
    </li>
  );
}

function publishedText({ publication }: VersionEntry, { say, language }: Words): string {
  if (publication === null) return say('versions.byOtherMeans');
  return say('versions.published', { by: publication.by, at: showMoment(language, publication.at) });
}

function fateOf({ served, withdrawn }: VersionEntry, { say, language }: Words): string {
  if (served) return say('versions.served');
  if (withdrawn === null) return say('versions.replaced');
  const { by, at } = withdrawn;
  if (by === null || at === null) return say('versions.removed');
  return say('versions.withdrawn', { by, at: showMoment(language, at) });
}
