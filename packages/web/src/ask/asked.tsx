import { textIn, type Value } from '@proviso/model';
import { useState } from 'react';
import type { PosedQuestion } from '../api/contract.ts';
import { askAddress } from '../case/addresses.ts';
import type { Case } from '../case/case.ts';
import { useWords } from '../i18n/words.tsx';
import { Control, isChosen } from './control.tsx';
import { CopyLink } from './copy-link.tsx';
import { readDraft, startDraft } from './draft.ts';
import { QuestionPage } from './question-page.tsx';

/** What one question needs. */
export interface AskedProps {
  readonly question: PosedQuestion;
  /** The next question is on its way. */
  readonly waiting: boolean;
  readonly under: string;
  readonly count: string;
  /** The answer given before; undefined when there is none. */
  readonly given: Value | null | undefined;
  readonly focus: boolean;
  readonly back: (() => void) | undefined;
  readonly seeAnswer: (() => void) | undefined;
  readonly form: (() => void) | undefined;
  readonly passOn: { readonly rulebook: string; readonly asked: Case } | undefined;
  answer(value: Value | null): void;
}

/** One question about the transaction. */
export function Asked(props: AskedProps) {
  const { question, answer } = props;
  const { say, language } = useWords();
  const [draft, setDraft] = useState(() => startDraft(props.given));
  const [problem, setProblem] = useState<string>();
  const submit = () => {
    const read = readDraft(question.type, draft);
    if (read.ok) answer(read.value);
    else
      setProblem(
        say(
          read.problem === 'empty'
            ? isChosen(question)
              ? 'ask.problem.choose'
              : 'ask.problem.enter'
            : `ask.problem.${read.problem}`,
        ),
      );
  };
  return (
    <QuestionPage
      id={question.fact}
      above={
        <>
          {props.back !== undefined && (
            <p className="back">
              <button type="button" className="link" onClick={props.back}>
                <span aria-hidden="true">‹ </span>
                {say('ask.back')}
              </button>
            </p>
          )}
          <p className="eyebrow" aria-live="polite">
            {props.count}
          </p>
        </>
      }
      heading={textIn(question.question, language)}
      help={textIn(question.help, language)}
      problem={problem}
      problemAt="answer-0"
      focus={props.focus}
      submit={submit}
      buttons={
        <>
          <button type="submit" disabled={props.waiting}>
            {say('ask.continue')}
          </button>
          <button type="button" className="quiet" onClick={() => answer(null)} disabled={props.waiting}>
            {say('ask.dontKnow')}
          </button>
        </>
      }
      below={
        <>
          <WhyAsked question={question} />
          {props.passOn !== undefined && (
            <details>
              <summary>{say('ask.passOn')}</summary>
              <p className="help">{say('ask.passOn.help')}</p>
              <CopyLink
                address={askAddress(props.passOn.rulebook, withoutAnswer(props.passOn.asked, question.fact), {
                  kind: 'only',
                  fact: question.fact,
                })}
                label={say('ask.passOn.copy')}
              />
            </details>
          )}
          <p className="under">
            {props.under}
            {props.seeAnswer !== undefined && (
              <button type="button" className="link" onClick={props.seeAnswer}>
                {say('ask.answerNow')}
              </button>
            )}
            {props.form !== undefined && (
              <button type="button" className="link" onClick={props.form}>
                {say('ask.allAtOnce')}
              </button>
            )}
          </p>
        </>
      }
    >
      <Control question={question} draft={draft} change={setDraft} wrong={problem !== undefined} id="answer" />
    </QuestionPage>
  );
}

function withoutAnswer(asked: Case, fact: string): Case {
  return { ...asked, facts: asked.facts.filter(([path]) => path !== fact) };
}

function WhyAsked({ question }: { readonly question: PosedQuestion }) {
  const { say, alternatives, language } = useWords();
  const { canSettle, rules } = question.why;
  return (
    <details>
      <summary>{say('ask.why')}</summary>
      <p>
        {canSettle.length === 0
          ? say('ask.why.matters')
          : say('ask.why.settles', { verdicts: alternatives(canSettle.map((one) => say(`verdictWord.${one}`))) })}
      </p>
      {rules.length > 0 && (
        <>
          <p>{say('ask.why.rules')}</p>
          <ul>
            {rules.map((rule) => {
              const name = textIn(rule.label, language) || rule.rule;
              return (
                <li key={rule.rule}>
                  {rule.provision === undefined ? name : say('common.aside', { text: name, aside: rule.provision })}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </details>
  );
}
