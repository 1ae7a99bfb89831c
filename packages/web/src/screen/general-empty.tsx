import { type FormEvent, useRef, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import { withGeneralWord, withoutGeneralWord, wordsOfSeveral } from './column-map.ts';
import type { ColumnMap, Preflight } from './contract.ts';

/** Words that mean an empty cell in every column: one by one they can be taken away, and others be added. */
export function GeneralEmpty(props: {
  readonly map: ColumnMap;
  /** Words that are proposed for columns. */
  readonly proposed: Preflight['emptyWords'];
  change(map: ColumnMap): void;
}) {
  const { map, change } = props;
  const { say } = useWords();
  const [word, setWord] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { empty = [] } = map;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim() !== '') change(withGeneralWord(map, word));
    setWord('');
  };
  const several = wordsOfSeveral(map, props.proposed);
  return (
    <details className="general-empty" open={empty.length + several.length > 0 || undefined}>
      <summary>{say('screen.empty.general', { count: empty.length })}</summary>
      <p className="help">{say('screen.empty.general.help')}</p>
      {several.length > 0 && (
        <p data-words="several">
          {say('screen.empty.proposed', {
            words: several.map((text) => say('common.quoted', { text })).join(say('common.comma')),
          })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              change(several.reduce(withGeneralWord, map));
              // The button goes away: the field below it takes the focus.
              input.current?.focus();
            }}
          >
            {say('screen.empty.general.accept')}
          </button>
        </p>
      )}
      {empty.length > 0 && (
        <ul>
          {empty.map((one) => (
            <li key={one} data-word={one}>
              <span>{say('common.quoted', { text: one })}</span>{' '}
              <button
                type="button"
                className="link"
                aria-label={say('screen.remove.of', { name: say('common.quoted', { text: one }) })}
                onClick={() => {
                  change(withoutGeneralWord(map, one));
                  // The button goes away: the field beside it takes the focus.
                  input.current?.focus();
                }}
              >
                {say('screen.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <label>
          {say('screen.empty.general.word')}{' '}
          <input ref={input} value={word} maxLength={100} onChange={(event) => setWord(event.target.value)} />
        </label>
        <button type="submit" className="quiet">
          {say('screen.empty.general.add')}
        </button>
      </form>
    </details>
  );
}
