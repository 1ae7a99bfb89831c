import { useEffect, useId, useRef, useState } from 'react';
import { Dates } from '../answer/dates.tsx';
import type { Glossary } from '../answer/glossary.ts';
import { HeldBackNote } from '../answer/held-back.tsx';
import { Proof } from '../answer/proof.tsx';
import { sentenceOf } from '../answer/statement.tsx';
import { explain } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { askAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { VerdictWord } from '../shell/verdict.tsx';
import type { RowQuestion, RowReply } from './contract.ts';
import { caseOf, RowData, useGlossary } from './row-told.tsx';

/** A row that changes: its verdict and the whole proof before and after, beside each other. */
export function RowBoth(props: {
  readonly reply: RowReply;
  readonly prefix: string;
  readonly before: RowQuestion;
  readonly title: string;
}) {
  const { reply, before, title } = props;
  const [detail, setDetail] = useState<'short' | 'full'>('short');
  const heading = useRef<HTMLHeadingElement>(null);
  const glossary = useGlossary(reply.question.rulebook);
  useEffect(() => heading.current?.focus(), []);
  const shared = { glossary, detail, choose: setDetail };
  return (
    <div className="answer">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="both">
        <Side {...shared} side="before" question={before} />
        <Side {...shared} side="after" question={reply.question} />
      </div>
      <RowData reply={reply} prefix={props.prefix} glossary={glossary} />
    </div>
  );
}

/** The row by one of the two. */
function Side(props: {
  readonly side: 'before' | 'after';
  readonly question: RowQuestion;
  readonly glossary: Glossary | undefined;
  readonly detail: 'short' | 'full';
  choose(detail: 'short' | 'full'): void;
}) {
  const { side, question, glossary, detail, choose } = props;
  const words = useWords();
  const { say, language } = words;
  const id = useId();
  const told = useReply(JSON.stringify([question, detail]), (signal) => explain(question, detail, language, signal));
  const asked = caseOf(question);
  const answer = told.state === 'failed' ? undefined : told.value?.answer;
  return (
    <article className="answer" data-side={side} data-verdict={answer?.verdict} aria-labelledby={id}>
      <h2 id={id}>{say(`screen.${side}`)}</h2>
      {told.state === 'failed' ? (
        <Failed {...told} />
      ) : told.value === undefined ? (
        <Loading />
      ) : (
        <>
          <div className="statement">
            <p className="verdict">
              <VerdictWord verdict={told.value.answer.verdict} />
            </p>
            <p>{sentenceOf(told.value.answer, words)}</p>
          </div>
          <Dates answer={told.value.answer} />
          <p>
            <a href={askAddress(question.rulebook, asked, { kind: 'answer' })}>{say('screen.row.ask')}</a>
          </p>
          <HeldBackNote answer={told.value.answer} glossary={glossary} under={id} />
          <Proof
            rulebook={question.rulebook}
            asked={asked}
            explanation={told.value.explanation}
            detail={detail}
            choose={choose}
            under={id}
          />
        </>
      )}
    </article>
  );
}
