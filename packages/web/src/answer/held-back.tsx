import type { Answer } from '@proviso/logic';
import { useWords } from '../i18n/words.tsx';
import type { Glossary } from './glossary.ts';

/** What the answer would be were every provision in force, and what stands in the way. */
export function HeldBackNote({
  answer,
  glossary,
}: {
  readonly answer: Answer;
  readonly glossary: Glossary | undefined;
}) {
  const { say, beginning } = useWords();
  const { heldBack } = answer;
  if (heldBack === null) return null;
  const event = heldBack.event === null ? '' : (glossary?.event(heldBack.event) ?? '');
  return (
    <section className="held-back" aria-labelledby="held-back">
      <h2 id="held-back">{say('answer.heldBack')}</h2>
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
