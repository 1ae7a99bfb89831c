import { useState } from 'react';
import { memo, questionOf, save } from '../api/client.ts';
import type { MemoLanguage, SavedReply } from '../api/contract.ts';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { giveFile } from '../api/give-file.ts';
import type { PageProps } from '../ask/common.ts';
import { CopyLink } from '../ask/copy-link.tsx';
import { askAddress, readAddress, timeAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import { failureText } from '../shell/failed.tsx';

/** Save, PDF, link, print, and where to go from here. */
export function Keep({ rulebook, asked }: PageProps) {
  const words = useWords();
  const { say, language } = words;
  const [saved, setSaved] = useState<SavedReply>();
  const [problem, setProblem] = useState<ServiceFailure>();
  const [busy, setBusy] = useState(false);
  const question = questionOf(rulebook, asked);
  const attempt = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      setProblem(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const pdf = (lang: MemoLanguage) =>
    attempt(async () => giveFile(await memo(question, lang, language), `${rulebook.replaceAll('/', '-')}-${lang}.pdf`));
  return (
    <section className="keep" aria-labelledby="keep">
      <h2 id="keep">{say('answer.keep')}</h2>
      <p className="actions">
        <button
          type="button"
          disabled={busy || saved !== undefined}
          onClick={() => attempt(async () => setSaved(await save(question, language)))}
        >
          {say('answer.save')}
        </button>
        <button type="button" className="quiet" disabled={busy} onClick={() => pdf(language)}>
          {say('answer.pdf')}
        </button>
        <button type="button" className="quiet" disabled={busy} onClick={() => pdf('both')}>
          {say('answer.pdf.both')}
        </button>
        <button type="button" className="quiet" onClick={() => print()}>
          {say('answer.print')}
        </button>
      </p>
      <p role="status" className="saved">
        {saved !== undefined && (
          <>
            {say('answer.saved')} <code>{saved.id}</code>. {say('answer.saved.digest')}{' '}
            <code>{saved.recordDigest}</code>
          </>
        )}
      </p>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {failureText(problem, words)}
        </p>
      )}
      <CopyLink
        key={JSON.stringify(asked)}
        address={askAddress(rulebook, asked, { kind: 'answer' })}
        label={say('answer.link')}
        done={say('answer.link.copied')}
      />
      <p className="links">
        <a href={timeAddress(rulebook, asked)}>{say('answer.seeTime')}</a>
        <a href={readAddress(rulebook, asked)}>{say('answer.seeRead')}</a>
        <a href={askAddress(rulebook)}>{say('ask.restart')}</a>
      </p>
    </section>
  );
}
