import { useMemo, useRef, useState } from 'react';
import { Dates } from '../answer/dates.tsx';
import { Glossary } from '../answer/glossary.ts';
import { HeldBackNote } from '../answer/held-back.tsx';
import { Proof } from '../answer/proof.tsx';
import { Statement } from '../answer/statement.tsx';
import { explain } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { askAddress } from '../case/addresses.ts';
import type { Case } from '../case/case.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { cellText } from './cell-text.ts';
import type { RowReply } from './contract.ts';
import { groupDigits } from './figures.ts';
import { filterName } from './filter-name.ts';
import { type Place, writePlace } from './place.ts';
import { row } from './requests.ts';
import type { ResultProps } from './results.tsx';

/** One row: its verdict with the whole proof, its facts and its cells. */
export function RowPage(props: ResultProps & { readonly place: Extract<Place, { readonly kind: 'row' }> }) {
  const { screened, summary, place } = props;
  const words = useWords();
  const { say, language } = words;
  const { id, row: number } = place;
  const reply = useReply(`${id} ${number}`, (signal) => row(id, number, language, signal));
  const title = say('screen.row', { number: groupDigits(String(number)), name: screened.source });
  useTitle(title);
  return (
    <>
      <p className="eyebrow">
        <a href={`#${writePlace({ ...place, kind: 'rows' })}`}>
          {say('screen.back', { name: filterName(place.filter, summary, words) })}
        </a>
        {' · '}
        {title}
      </p>
      {reply.state === 'failed' ? (
        <Failed {...reply} />
      ) : reply.value === undefined ? (
        <Loading />
      ) : (
        <Told reply={reply.value} />
      )}
    </>
  );
}

function Told({ reply }: { readonly reply: RowReply }) {
  const { question, cells } = reply;
  const words = useWords();
  const { say, language } = words;
  const [detail, setDetail] = useState<'short' | 'full'>('short');
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useReply(JSON.stringify([question, detail]), (signal) => explain(question, detail, language, signal));
  const book = useRulebook(question.rulebook);
  const loaded = book.state === 'here' ? book.value : undefined;
  const glossary = useMemo(() => (loaded === undefined ? undefined : new Glossary(loaded, words)), [loaded, words]);
  const asked = caseOf(question);
  if (told.state === 'failed') return <Failed {...told} />;
  if (told.value === undefined) return <Loading />;
  const { answer, explanation } = told.value;
  return (
    <article className="answer" data-verdict={answer.verdict}>
      <Statement answer={answer} heading={heading} />
      <Dates answer={answer} />
      <p className="actions">
        <a className="button" href={askAddress(question.rulebook, asked, { kind: 'answer' })}>
          {say('screen.row.ask')}
        </a>
        <a href={askAddress(question.rulebook, asked)}>{say('screen.row.goOn')}</a>
      </p>
      <HeldBackNote answer={answer} glossary={glossary} />
      <Proof rulebook={question.rulebook} asked={asked} explanation={explanation} detail={detail} choose={setDetail} />
      {glossary !== undefined && (
        <section aria-labelledby="facts">
          <h2 id="facts">{say('screen.row.facts')}</h2>
          <dl className="said">
            {asked.facts.map(([path, value]) => (
              <div key={path}>
                <dt>{glossary.fact(path)}</dt>
                <dd>{glossary.value(path, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="cells">
        <h2 id="cells">{say('screen.row.cells')}</h2>
        <dl className="said">
          {Object.entries(cells).map(([column, cell]) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{cellText(column, cell, words)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}

function caseOf({ asOf, knownOn, readings = {}, facts }: RowReply['question']): Case {
  return { asOf, knownOn, readings, facts: Object.entries(facts) };
}
