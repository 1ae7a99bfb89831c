import { textIn } from '@proviso/model';
import { useEffect, useRef } from 'react';
import { nextQuestion, questionOf } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import type { PageProps } from './common.ts';
import { Loading } from './loading.tsx';
import { useTitle } from './question-page.tsx';
import { useShown } from './shown.ts';
import { useRulebook } from './use-rulebook.ts';

/** Every answer, to look over and change before the answer is shown. */
export default function Check({ rulebook, title, asked, go }: PageProps) {
  const { say, language, dayOrMoment } = useWords();
  const shown = useShown();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(say('ask.check'));
  const book = useRulebook(rulebook);
  const question = questionOf(rulebook, asked);
  const reply = useReply(JSON.stringify(question), (signal) => nextQuestion(question, language, signal));
  const ready = book.state === 'here';
  useEffect(() => {
    if (ready) heading.current?.focus();
  }, [ready]);
  if (book.state === 'failed') return <Failed {...book} alone />;
  if (book.state === 'waiting') return <Loading />;
  const { questionOn } = book.value;
  const more = reply.state === 'here' && reply.value.next !== null;
  const open = reply.state === 'here' && reply.value.answer.verdict === 'undetermined';
  return (
    <div className="question">
      <p className="eyebrow">{textIn(title, language)}</p>
      <h1 ref={heading} tabIndex={-1}>
        {say('ask.check')}
      </h1>
      {reply.state === 'failed' && <Failed {...reply} />}
      {reply.state === 'here' && (
        <p className="help">{say(more ? 'ask.check.early' : open ? 'ask.check.open' : 'ask.check.help')}</p>
      )}
      <dl className="answers">
        <Row
          label={say('ask.date')}
          value={dayOrMoment(asked.asOf ?? '')}
          change={() => go({ asked, place: { kind: 'when' } })}
        />
        <Row
          label={say('common.knownOn')}
          value={asked.knownOn === undefined ? say('common.onAllKnown') : dayOrMoment(asked.knownOn)}
          change={() => go({ asked, place: { kind: 'when' } })}
        />
        {asked.facts.map(([path, value]) => {
          const declared = questionOn(path);
          return (
            <Row
              key={path}
              label={declared === undefined ? path : textIn(declared.question, language)}
              value={declared === undefined ? String(value) : shown(declared, value)}
              change={() => go({ asked, place: { kind: 'question', fact: path } })}
            />
          );
        })}
      </dl>
      {asked.facts.length === 0 && <p>{say('ask.check.none')}</p>}
      <p className="actions">
        <button type="button" onClick={() => go({ asked, place: { kind: 'answer' } })}>
          {say('ask.see')}
        </button>
        {more && (
          <button type="button" className="quiet" onClick={() => go({ asked, place: { kind: 'next' } })}>
            {say('ask.goOn')}
          </button>
        )}
      </p>
    </div>
  );
}

function Row(props: { readonly label: string; readonly value: string; change(): void }) {
  const { say } = useWords();
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
      <dd className="change">
        <button
          type="button"
          className="link"
          onClick={props.change}
          aria-label={say('ask.check.changeOf', { question: props.label })}
        >
          {say('ask.check.change')}
        </button>
      </dd>
    </div>
  );
}
