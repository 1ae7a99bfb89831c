import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import { type DateParts, dateInText, dateOf, PART_ORDER, partsOf } from './date-parts.ts';

/**
 * A date, typed part by part in the order of the language of the page. The browser's own control goes by the language of the
 * browser, so that 09/10 may be either of two days.
 */
export function DateInput(props: {
  /** The id of its first part. */
  readonly id: string;
  /** What the date is. */
  readonly label: string;
  /** `YYYY-MM-DD`; empty for none. */
  readonly value: string;
  readonly invalid?: boolean;
  /** The id of a text about it. */
  readonly described?: string | undefined;
  /** Is given a date, nothing, or an unfinished date, which is none. */
  change(value: string): void;
}) {
  const { id, label, value, invalid = false, described, change } = props;
  const { say, language } = useWords();
  const [parts, setParts] = useState(() => partsOf(value));
  const told = useRef(value);
  useEffect(() => {
    // Changed from elsewhere: by a button, or by the address.
    if (value !== told.current) setParts(partsOf(value));
    told.current = value;
  }, [value]);
  const type = (next: DateParts) => {
    setParts(next);
    told.current = dateOf(next);
    change(told.current);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a paragraph, where labels and inputs do.
    <span className="date-parts" role="group" aria-label={label}>
      {PART_ORDER[language].map((part, index) => (
        <span key={part} data-part={part}>
          <span aria-hidden="true">{say(`common.${part}`)}</span>
          <input
            id={index === 0 ? id : `${id}-${part}`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label={say(`common.${part}`)}
            aria-invalid={invalid}
            aria-describedby={described}
            maxLength={part === 'year' ? 4 : 2}
            value={parts[part]}
            onChange={(event) => type({ ...parts, [part]: event.target.value.replace(/\D/g, '') })}
            onPaste={(event) => {
              const pasted = dateInText(event.clipboardData.getData('text'));
              if (pasted === undefined) return;
              event.preventDefault();
              type(pasted);
            }}
          />
        </span>
      ))}
    </span>
  );
}
