import { textIn } from '@proviso/model';
import { useEffect, useMemo } from 'react';
import { nextQuestion, questionOf } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import { withFact } from '../case/case.ts';
import type { Fragment, Place } from '../case/fragment.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { Asked } from './asked.tsx';
import type { PageProps } from './common.ts';
import { Loading } from './loading.tsx';
import { PassedOn } from './passed-on.tsx';
import { useQuestion } from './use-question.ts';

/** Puts the next question that matters, or one that is asked again. */
export function Interview(
  props: PageProps & {
    readonly place: Extract<Place, { kind: 'next' | 'question' | 'only' }>;
    replace(to: Fragment): void;
  },
) {
  const { rulebook, asked, place, go } = props;
  const { say, language, dayOrMoment } = useWords();
  const fact = place.kind === 'next' ? undefined : place.fact;
  // A question asked before comes back when the answers before it are given.
  const before = useMemo(() => {
    const at = asked.facts.findIndex(([path]) => path === fact);
    return at < 0 ? asked.facts : asked.facts.slice(0, at);
  }, [asked, fact]);
  const question = questionOf(rulebook, asked, before);
  const reply = useReply(JSON.stringify(question), (signal) => nextQuestion(question, language, signal));
  const found = useQuestion(rulebook, fact, reply);
  const ended = place.kind === 'next' && reply.state === 'here' && reply.value.next === null;
  const { replace } = props;
  useEffect(() => {
    if (ended) replace({ asked, place: { kind: asked.facts.length === 0 ? 'answer' : 'check' } });
    if (!ended) prefetch();
  }, [ended, asked, replace]);
  if (reply.state === 'failed') return <Failed {...reply} alone />;
  if (found === undefined || ended) return <Loading />;
  const answered = place.kind === 'only' && asked.facts.some(([path]) => path === fact);
  const under = say('ask.under', {
    title: textIn(props.title, language),
    date: dayOrMoment(asked.asOf ?? ''),
    known:
      asked.knownOn === undefined
        ? say('common.onAllKnown')
        : say('common.onKnown', { date: dayOrMoment(asked.knownOn) }),
  });
  if (answered) return <PassedOn {...props} under={under} question={found} />;
  const last = asked.facts.at(-1)?.[0];
  const back: Fragment =
    fact !== undefined
      ? { asked, place: { kind: 'check' } }
      : last === undefined
        ? { asked, place: { kind: 'when' } }
        : { asked, place: { kind: 'question', fact: last } };
  return (
    <Asked
      key={found.fact}
      question={found}
      waiting={reply.state === 'waiting'}
      under={under}
      count={
        place.kind === 'only'
          ? say('ask.oneQuestion')
          : say('ask.count', {
              number: before.length + 1,
              left: reply.value === undefined ? 1 : Math.max(reply.value.atMostLeft, 1),
            })
      }
      given={asked.facts.find(([path]) => path === found.fact)?.[1]}
      back={place.kind === 'only' ? undefined : () => go(back)}
      answer={(value) => {
        const next = withFact(asked, found.fact, value);
        go({
          asked: next,
          place:
            place.kind === 'only'
              ? place
              : { kind: place.kind === 'question' && hasLater(asked.facts, found.fact) ? 'check' : 'next' },
        });
      }}
      passOn={place.kind === 'only' ? undefined : { rulebook, asked }}
      seeAnswer={
        place.kind === 'only' || asked.facts.length === 0 ? undefined : () => go({ asked, place: { kind: 'answer' } })
      }
      form={place.kind === 'only' ? undefined : () => go({ asked, place: { kind: 'form' } })}
      focus
    />
  );
}

/** Whether answers were given after this one: then it was changed from the list of answers. */
function hasLater(facts: PageProps['asked']['facts'], fact: string): boolean {
  const at = facts.findIndex(([path]) => path === fact);
  return at >= 0 && at < facts.length - 1;
}

let fetched = false;
/** Fetches the pages that come after the questions while somebody reads. */
function prefetch(): void {
  if (fetched) return;
  fetched = true;
  setTimeout(() => {
    void import('./check.tsx').catch(() => undefined);
    void import('../answer/answer-page.tsx').catch(() => undefined);
  }, 1500);
}
