import { textIn, type Value } from '@proviso/model';
import { useId, useState } from 'react';
import type { PosedQuestion } from '../api/contract.ts';
import { useWords } from '../i18n/words.tsx';
import { CountrySelect } from './country-select.tsx';
import { DateInput } from './date-input.tsx';
import { readDraft, startDraft } from './draft.ts';

/** A question in the compact form. */
export interface FormFieldProps {
  readonly question: PosedQuestion;
  /** undefined: not given. */
  readonly given: Value | null | undefined;
  /** The answer still depends on it. */
  readonly matters: boolean;
  change(value: Value | null | undefined): void;
}

const UNKNOWN = '?';

/** One line of the compact form: the short name of a fact and what fits its type. */
export function FormField({ question, given, matters, change }: FormFieldProps) {
  const { say, language } = useWords();
  const id = useId();
  const [text, setText] = useState(startDraft(given).join(', '));
  const [wrong, setWrong] = useState(false);
  const { type } = question;
  const choices =
    type.kind === 'boolean'
      ? [
          { value: 'true', text: say('common.yes') },
          { value: 'false', text: say('common.no') },
        ]
      : type.kind === 'enumeration'
        ? (question.values ?? []).map((value) => ({
            value: value.name,
            text: textIn(value.label, language) || value.name,
          }))
        : undefined;
  const chosen = given === undefined ? '' : given === null ? UNKNOWN : String(given);
  const choose = (value: string) => {
    if (value === '') change(undefined);
    else if (value === UNKNOWN) change(null);
    else {
      const read = readDraft(type, [value]);
      if (read.ok) change(read.value);
    }
  };
  const leave = () => {
    if (text.trim() === '') {
      setWrong(false);
      return change(undefined);
    }
    if (text.trim() === UNKNOWN) return change(null);
    const read = readDraft(type, [text]);
    setWrong(!read.ok);
    if (read.ok) change(read.value);
  };
  return (
    <div className="form-field" data-matters={matters ? '' : undefined}>
      <label htmlFor={id} title={textIn(question.question, language)}>
        {textIn(question.label, language)}
        {matters && <em> {say('ask.form.matters')}</em>}
      </label>
      {choices !== undefined ? (
        <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{say('ask.form.notAsked')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
          <option value={UNKNOWN}>{say('common.dontKnow')}</option>
        </select>
      ) : type.kind === 'country' ? (
        <CountrySelect id={id} value={given === null ? '' : chosen} empty={say('ask.form.notAsked')} change={choose} />
      ) : type.kind === 'date' ? (
        <DateInput
          id={id}
          label={textIn(question.label, language)}
          value={given === null ? '' : chosen}
          change={choose}
        />
      ) : (
        <input
          id={id}
          type="text"
          value={text}
          aria-invalid={wrong}
          onChange={(event) => setText(event.target.value)}
          onBlur={leave}
        />
      )}
    </div>
  );
}
