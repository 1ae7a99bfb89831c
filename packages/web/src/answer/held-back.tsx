import type { Answer } from '@proviso/logic';
import { useId } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { Glossary } from './glossary.ts';

/** What the answer would be were every provision in force, and what stands in the way. */
export function HeldBackNote(props: {
  readonly answer: Answer;
  readonly glossary: Glossary | undefined;
  /** The id of the heading that it stands under, where there are several; its own is then of level 3. */
  readonly under?: string;
}) {
  const { answer, glossary, under } = props;
  const { say, beginning } = useWords();
  const id = useId();
  const Heading = under === undefined ? 'h2' : 'h3';
  const { heldBack } = answer;
  if (heldBack === null) return null;
  const event = heldBack.event === null ? '' : (glossary?.event(heldBack.event) ?? '');
  return (
    <section className="held-back" aria-labelledby={under === undefined ? id : `${under} ${id}`}>
      <Heading id={id}>{say('answer.heldBack')}</Heading>
      <p>
        {say('answer.heldBack.text', {
          verdict: say(`verdictWord.${heldBack.verdict}`),
          provision: glossary?.provision(heldBack.provision) ?? heldBack.provision,
          status: say(`status.${heldBack.status}`),
          since: heldBack.since === null ? '' : say('answer.heldBack.since', { date: beginning(heldBack.since) }),
          event: event === '' ? '' : say('answer.heldBack.event', { event }),
        })}
      </p>
      <p className="cite">{heldBack.citation}</p>
    </section>
  );
}
