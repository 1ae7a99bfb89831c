import { parseDate, textIn } from '@proviso/model';
import { useEffect, useId, useMemo, useRef } from 'react';
import { sentenceOf } from '../answer/statement.tsx';
import { decide, questionOf } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import { type Case, withFact, withoutFact, withReading } from '../case/case.ts';
import { writeFragment } from '../case/fragment.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { replace } from '../shell/use-fragment.ts';
import { VerdictWord } from '../shell/verdict.tsx';
import type { PageProps } from './common.ts';
import { DateInput } from './date-input.tsx';
import { factsOf } from './declared.ts';
import { FormField } from './form-field.tsx';
import { Loading } from './loading.tsx';
import { useTitle } from './question-page.tsx';
import { useRulebook } from './use-rulebook.ts';
import '../styles/form.css';

/** All questions on one page, with the answer beside them as they are filled in. */
export default function Form({ rulebook, title, asked, go }: PageProps) {
  const words = useWords();
  const { say, language } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(say('ask.form'));
  const book = useRulebook(rulebook);
  const question = questionOf(rulebook, asked);
  const reply = useReply(JSON.stringify(question), (signal) => decide(question, language, signal));
  const ready = book.state === 'here';
  useEffect(() => {
    if (ready) heading.current?.focus();
  }, [ready]);
  const facts = useMemo(() => (book.state === 'here' ? factsOf(book.value.declarations) : []), [book]);
  if (book.state === 'failed') return <Failed {...book} alone />;
  if (book.state === 'waiting') return <Loading />;
  const change = (next: Case) => replace(writeFragment({ asked: next, place: { kind: 'form' } }));
  const answer = reply.state === 'failed' ? undefined : reply.value;
  const needed = new Set(answer?.needs.map(({ name }) => name));
  return (
    <div className="compact">
      <form onSubmit={(event) => event.preventDefault()}>
        <p className="eyebrow">{textIn(title, language)}</p>
        <h1 ref={heading} tabIndex={-1}>
          {say('ask.form')}
        </h1>
        <p className="help">{say('ask.form.help')}</p>
        <div className="fields">
          <DateField
            label={say('ask.date')}
            value={asked.asOf ?? ''}
            change={(asOf) => parseDate(asOf) !== undefined && change({ ...asked, asOf })}
          />
          <DateField
            label={say('ask.knownOn')}
            value={asked.knownOn ?? ''}
            change={(knownOn) =>
              (knownOn === '' || parseDate(knownOn) !== undefined) &&
              change({ ...asked, knownOn: knownOn === '' ? undefined : knownOn })
            }
          />
          {facts.map(({ path }) => {
            const posed = book.value.questionOn(path);
            return (
              posed !== undefined && (
                <FormField
                  key={path}
                  question={posed}
                  given={asked.facts.find(([name]) => name === path)?.[1]}
                  matters={needed.has(path)}
                  change={(value) =>
                    change(value === undefined ? withoutFact(asked, path) : withFact(asked, path, value))
                  }
                />
              )
            );
          })}
        </div>
        {book.value.declarations.readings.length > 0 && (
          <fieldset className="form-readings">
            <legend>{say('ask.form.readings')}</legend>
            {book.value.declarations.readings.map((reading) => (
              <label key={reading.name} className="form-field" data-matters={needed.has(reading.name) ? '' : undefined}>
                <span>
                  {textIn(reading.question, language)}
                  {needed.has(reading.name) && <em> {say('ask.form.matters')}</em>}
                </span>
                <select
                  value={asked.readings[reading.name] ?? ''}
                  onChange={(event) => change(withReading(asked, reading.name, event.target.value || undefined))}
                >
                  <option value="">{say('ask.form.unsettled')}</option>
                  {reading.alternatives.map((alternative) => (
                    <option key={alternative.name} value={alternative.name}>
                      {textIn(alternative.label, language)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
        )}
      </form>
      <aside className="so-far" aria-labelledby="so-far">
        <h2 id="so-far">{say('ask.form.answer')}</h2>
        <div aria-live="polite" aria-busy={reply.state === 'waiting'}>
          {reply.state === 'failed' && <Failed {...reply} />}
          {answer !== undefined && (
            <>
              <p className="verdict">
                <VerdictWord verdict={answer.verdict} />
              </p>
              <p>{sentenceOf(answer, words)}</p>
            </>
          )}
        </div>
        <p className="actions">
          <button type="button" onClick={() => go({ asked, place: { kind: 'answer' } })}>
            {say('ask.see')}
          </button>
          <button type="button" className="link" onClick={() => go({ asked, place: { kind: 'next' } })}>
            {say('ask.oneByOne')}
          </button>
        </p>
      </aside>
    </div>
  );
}

function DateField(props: { readonly label: string; readonly value: string; change(value: string): void }) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      {props.value.includes('T') ? (
        <input id={id} type="text" value={props.value} onChange={(event) => props.change(event.target.value)} />
      ) : (
        <DateInput id={id} label={props.label} value={props.value} change={props.change} />
      )}
    </div>
  );
}
