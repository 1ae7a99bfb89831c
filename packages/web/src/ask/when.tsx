import { parseDate, parseInstant, textIn } from '@proviso/model';
import { useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { PageProps } from './common.ts';
import { DateInput } from './date-input.tsx';
import { Days } from './days.tsx';
import { QuestionPage } from './question-page.tsx';
import type { NotableDays } from './use-days.ts';

/** The second page: on which day, and on what knowledge. */
export function When({ title, asked, go, days }: PageProps & { readonly days: NotableDays }) {
  const { say, language } = useWords();
  const [asOf, setAsOf] = useState(asked.asOf ?? '');
  const [knownOn, setKnownOn] = useState(asked.knownOn ?? '');
  const [wrong, setWrong] = useState<'as-of' | 'known-on'>();
  const submit = () => {
    if (!isMoment(asOf)) return setWrong('as-of');
    if (knownOn !== '' && !isMoment(knownOn)) return setWrong('known-on');
    go({ asked: { ...asked, asOf, knownOn: knownOn === '' ? undefined : knownOn }, place: { kind: 'next' } });
  };
  return (
    <QuestionPage
      id="when"
      above={<p className="eyebrow">{textIn(title, language)}</p>}
      heading={say('ask.when')}
      help={say('ask.when.help')}
      problem={wrong === undefined ? undefined : say('ask.problem.date')}
      problemAt={wrong}
      focus={asked.asOf !== undefined}
      submit={submit}
      buttons={<button type="submit">{say('ask.continue')}</button>}
    >
      <div className="field">
        <label htmlFor="as-of">{say('ask.date')}</label>
        <span className="with-button">
          <Moment id="as-of" label={say('ask.date')} value={asOf} change={setAsOf} wrong={wrong === 'as-of'} />
          <button type="button" className="quiet" onClick={() => setAsOf(today())}>
            {say('ask.today')}
          </button>
        </span>
      </div>
      <Days notable={days} chosen={asOf} choose={setAsOf} />
      <details open={knownOn !== ''}>
        <summary>{say('ask.knownOn.more')}</summary>
        <div className="field">
          <label htmlFor="known-on">{say('ask.knownOn')}</label>
          <p className="help" id="known-on-help">
            {say('ask.knownOn.help')}
          </p>
          <Moment
            id="known-on"
            label={say('ask.knownOn')}
            value={knownOn}
            change={setKnownOn}
            wrong={wrong === 'known-on'}
            help="known-on-help"
          />
        </div>
      </details>
    </QuestionPage>
  );
}

/** A date, or an instant when the address brought one. */
function Moment(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly help?: string;
  change(value: string): void;
}) {
  const { id, label, value, wrong, help, change } = props;
  return value.includes('T') ? (
    <input
      id={id}
      type="text"
      aria-invalid={wrong}
      aria-describedby={help}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  ) : (
    <DateInput id={id} label={label} value={value} invalid={wrong} described={help} change={change} />
  );
}

function isMoment(text: string): boolean {
  return parseDate(text) !== undefined || parseInstant(text) !== undefined;
}

function today(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
