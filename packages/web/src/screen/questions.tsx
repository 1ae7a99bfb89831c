import { textIn } from '@proviso/model';
import { useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { QuestionStep } from './contract.ts';
import { groupDigits, moneyOf, shareOf } from './figures.ts';
import { Bar } from './figures-bar.tsx';
import { writePlace } from './place.ts';
import type { ResultProps } from './results.tsx';

/** Questions that are shown at first. */
const FIRST = 5;

/** What to ask: the unknown that settles most rows first, then the next. */
export function Questions({ screened, summary }: ResultProps) {
  const { say } = useWords();
  const [all, showAll] = useState(false);
  const { undetermined, questions, rest } = summary;
  const settling = questions.filter(({ settles, mentioned }) => settles.rows > 0 || mentioned.rows > 0);
  const shown = all ? settling : settling.slice(0, FIRST);
  const left = shown.at(-1)?.left.rows ?? undetermined.rows;
  return (
    <section aria-labelledby="questions" className="to-ask">
      <h2 id="questions">{say('screen.questions')}</h2>
      {undetermined.rows === 0 ? (
        <p>{say('screen.questions.none')}</p>
      ) : (
        <>
          <p className="note">{say('screen.questions.note', { count: undetermined.rows })}</p>
          <ol>
            {shown.map((step, index) => (
              <Step
                key={`${step.need.kind} ${step.need.name}`}
                step={step}
                number={index + 1}
                screened={screened}
                summary={summary}
              />
            ))}
          </ol>
          {settling.length > shown.length ? (
            <p>
              <button type="button" className="link" onClick={() => showAll(true)}>
                {say('screen.questions.more', { count: settling.length - shown.length, left })}
              </button>
            </p>
          ) : (
            rest.rows > 0 && (
              <p className="note">{say('screen.questions.rest', { count: rest.rows, unknowns: rest.unknowns })}</p>
            )
          )}
        </>
      )}
    </section>
  );
}

function Step(props: ResultProps & { readonly step: QuestionStep; readonly number: number }) {
  const { step, number, screened, summary } = props;
  const { say, language } = useWords();
  const { need, text, settles, settled, left, mentioned } = step;
  const { undetermined, amountColumn } = summary;
  const money = moneyOf(settles, amountColumn);
  const place = { kind: 'rows', id: screened.id, filter: { kind: 'question', question: number }, at: 1 } as const;
  return (
    <li data-need={need.name}>
      <p className="ask-this">{say(`screen.ask.${need.kind}`, { text: textIn(text, language) || need.name })}</p>
      <p className="settles">
        {settles.rows === 0 ? (
          say('screen.settlesNone', { count: mentioned.rows })
        ) : (
          <a href={`#${writePlace(place)}`}>
            {say(number === 1 ? 'screen.settles.first' : 'screen.settles', { count: settles.rows })}
          </a>
        )}{' '}
        <span className="quietly">
          {[
            settles.rows === 0 ? '' : say('screen.settles.share', { share: shareOf(settles.rows, undetermined.rows) }),
            money,
            say('screen.left', { count: left.rows }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </p>
      <Bar
        parts={[
          { name: 'settled', count: settled.rows - settles.rows },
          { name: 'settles', count: settles.rows },
        ]}
        whole={undetermined.rows}
      />
      <span className="unseen">
        {say('screen.settled', {
          count: groupDigits(String(settled.rows)),
          all: groupDigits(String(undetermined.rows)),
        })}
      </span>
    </li>
  );
}
