import type { Answer } from '@proviso/logic';
import type { RefObject } from 'react';
import { useWords, type Words } from '../i18n/words.tsx';
import { VerdictWord } from '../shell/verdict.tsx';

/** The verdict, and whether the transaction may go ahead, in one sentence. */
export function Statement({
  answer,
  heading,
}: {
  readonly answer: Answer;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const words = useWords();
  return (
    <div className="statement">
      <h1 ref={heading} tabIndex={-1}>
        <VerdictWord verdict={answer.verdict} />
      </h1>
      <p className="lead">{sentenceOf(answer, words)}</p>
      {!answer.enforced && <p className="note">{words.say('answer.notEnforced')}</p>}
    </div>
  );
}

/** What the answer says to a person in one sentence. */
export function sentenceOf({ verdict, mayProceed, possible }: Answer, { say, alternatives }: Words): string {
  if (verdict !== 'undetermined') return say(`answer.${verdict}`);
  const could = alternatives(possible.map((one) => say(`verdictWord.${one}`)));
  return say(mayProceed === 'only_if' ? 'answer.undetermined.only_if' : 'answer.undetermined', { possible: could });
}
