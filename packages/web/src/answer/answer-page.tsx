import { textIn } from '@proviso/model';
import { useEffect, useRef, useState } from 'react';
import { explain, questionOf } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import type { PageProps } from '../ask/common.ts';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { Change } from './change.tsx';
import { Dates } from './dates.tsx';
import { Duties, Facts, Presumed, Suppositions } from './details.tsx';
import { Glossary } from './glossary.ts';
import { HeldBackNote } from './held-back.tsx';
import { Keep } from './keep.tsx';
import { Missing } from './missing.tsx';
import { Proof } from './proof.tsx';
import { Statement } from './statement.tsx';
import { UnderReadings } from './under-readings.tsx';
import '../styles/answer.css';

/** The answer: the verdict in one sentence first, then the dates, the reasons, and what could change it. */
export default function AnswerPage(props: PageProps) {
  const { rulebook, title, asked } = props;
  const words = useWords();
  const { say, language } = words;
  const [detail, setDetail] = useState<'short' | 'full'>('short');
  const question = questionOf(rulebook, asked);
  const reply = useReply(JSON.stringify([question, detail]), (signal) => explain(question, detail, language, signal));
  const book = useRulebook(rulebook);
  const heading = useRef<HTMLHeadingElement>(null);
  const here = reply.state !== 'failed' && reply.value !== undefined;
  useEffect(() => {
    if (here) heading.current?.focus();
  }, [here]);
  useTitle(here && reply.value !== undefined ? say(`verdict.${reply.value.answer.verdict}`) : say('answer.title'));
  if (reply.state === 'failed') return <Failed {...reply} alone />;
  if (reply.value === undefined) return <Loading />;
  const { answer, explanation } = reply.value;
  const glossary = book.state === 'here' ? new Glossary(book.value, words) : undefined;
  const shared = { ...props, answer, glossary };
  return (
    <article className="answer" data-verdict={answer.verdict}>
      <p className="eyebrow">{textIn(title, language)}</p>
      <Statement answer={answer} heading={heading} />
      <Dates answer={answer} />
      <HeldBackNote {...shared} />
      <Proof rulebook={rulebook} asked={asked} explanation={explanation} detail={detail} choose={setDetail} />
      {glossary !== undefined && (
        <>
          <UnderReadings {...shared} glossary={glossary} />
          <Missing {...shared} glossary={glossary} />
          <Change {...shared} glossary={glossary} />
          <Duties {...shared} glossary={glossary} />
          <Presumed {...shared} glossary={glossary} />
          <Suppositions {...shared} glossary={glossary} />
          <Facts {...shared} glossary={glossary} />
        </>
      )}
      <Keep {...shared} />
      <p className="scope">
        {say('answer.scope', {
          id: answer.rulebook.id,
          digest: answer.rulebook.digest.slice(0, 19),
          engine: answer.engine,
        })}
      </p>
    </article>
  );
}
