import { textIn } from '@proviso/model';
import { useState } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { useWords } from '../i18n/words.tsx';
import { Published } from '../shell/published.tsx';
import { QuestionPage } from './question-page.tsx';

/** The first page: which rulebook. */
export function ChooseRulebook(props: { readonly shelf: readonly RulebookEntry[]; choose(id: string): void }) {
  const { say, language } = useWords();
  const [picked, choose] = useState<string>();
  // The list may come again without what was picked.
  const chosen = props.shelf.find(({ id }) => id === picked)?.id;
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
        {props.shelf.map((rulebook, index) => (
          <label key={rulebook.id}>
            <input
              id={`rulebook-${index}`}
              type="radio"
              name="rulebook"
              value={rulebook.id}
              checked={chosen === rulebook.id}
              onChange={() => choose(rulebook.id)}
            />
            <span>
              {textIn(rulebook.title, language)} <Published rulebook={rulebook} />
            </span>
          </label>
        ))}
      </fieldset>
    </QuestionPage>
  );
}
