import { useEffect, useRef } from 'react';
import { anotherToken, heldToken } from '../api/access.ts';
import { useWords } from '../i18n/words.tsx';
import type { NotableDays } from './use-days.ts';

/** Days to choose from, or why they cannot be told yet. */
export function Days(props: { readonly notable: NotableDays; readonly chosen: string; choose(day: string): void }) {
  const { say, day } = useWords();
  const { days, said } = props.notable;
  const place = useRef<HTMLDivElement>(null);
  const gave = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone then.
    if (said !== 'here' || !gave.current) return;
    gave.current = false;
    place.current?.focus();
  }, [said]);
  const give = () => {
    const held = heldToken();
    void anotherToken(held, held === undefined ? 'missing' : 'refused').then((given) => {
      gave.current = given;
    });
  };
  return (
    <div className="days" ref={place} tabIndex={-1}>
      {said === 'token' && (
        <p className="note">
          {say('ask.notable.token')}{' '}
          <button type="button" className="link" onClick={give}>
            {say('ask.notable.give')}
          </button>
        </p>
      )}
      {days.length > 0 && (
        // They keep their place on the page until it is known that they count.
        <fieldset data-waiting={said === 'waiting' ? '' : undefined}>
          <legend>{say('ask.notable')}</legend>
          {days.map((one) => (
            <button
              key={one}
              type="button"
              className="quiet"
              aria-pressed={props.chosen === one}
              onClick={() => props.choose(one)}
            >
              {day(one)}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
