import { textIn } from '@proviso/model';
import { useEffect, useRef } from 'react';
import type { PosedQuestion } from '../api/contract.ts';
import { askAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import type { PageProps } from './common.ts';
import { CopyLink } from './copy-link.tsx';
import { useTitle } from './question-page.tsx';
import { useShown } from './shown.ts';

/** What a colleague who was asked one question sees after the answer: the link to send back. */
export function PassedOn(props: PageProps & { readonly under: string; readonly question: PosedQuestion }) {
  const { say, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useShown();
  useEffect(() => heading.current?.focus(), []);
  useTitle(say('ask.oneQuestion.thanks'));
  const { question, asked } = props;
  const given = asked.facts.find(([path]) => path === question.fact)?.[1] ?? null;
  return (
    <div className="question">
      <h1 ref={heading} tabIndex={-1}>
        {say('ask.oneQuestion.thanks')}
      </h1>
      <p className="help">{say('ask.oneQuestion.thanks.help')}</p>
      <p>
        {textIn(question.question, language)} <strong>{shown(question, given)}</strong>
      </p>
      <CopyLink address={askAddress(props.rulebook, asked, { kind: 'next' })} label={say('ask.passOn.copy')} />
      <p className="under">{props.under}</p>
    </div>
  );
}
