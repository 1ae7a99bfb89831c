import { textIn } from '@proviso/model';
import { useState } from 'react';
import type { FrontFacts } from '../front/facts.ts';
import { useWords } from '../i18n/words.tsx';
import { QuestionPage } from './question-page.tsx';

/** The first page: which rulebook. */
export function ChooseRulebook(props: { readonly shelf: FrontFacts['rulebooks']; choose(id: string): void }) {
  const { say, language } = useWords();
  const [chosen, choose] = useState<string>();
  const [problem, setProblem] = useState<string>();
  return (
    <QuestionPage
      id="rulebook"
      heading={say('ask.chooseRulebook')}
      help={say('ask.chooseRulebook.help')}
      problem={problem}
      problemAt="rulebook-0"
      focus={false}
      submit={() => (chosen === undefined ? setProblem(say('ask.problem.rulebook')) : props.choose(chosen))}
      buttons={<button type="submit">{say('ask.continue')}</button>}
    >
      <fieldset className="choices">
        <legend className="unseen">{say('ask.chooseRulebook')}</legend>
        {props.shelf.map(({ id, title }, index) => (
          <label key={id}>
            <input
              id={`rulebook-${index}`}
              type="radio"
              name="rulebook"
              value={id}
              checked={chosen === id}
              onChange={() => choose(id)}
            />
            <span>{textIn(title, language)}</span>
          </label>
        ))}
      </fieldset>
    </QuestionPage>
  );
}
