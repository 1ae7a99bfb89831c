import { useRef } from 'react';
import { useWords } from '../i18n/words.tsx';
import { withEmptyWord, withoutWord } from './column-map.ts';
import type { ColumnMap } from './contract.ts';

type MapEntry = ColumnMap['columns'][number];

/** Words in the column of a fact that usually say "not known": offered to be read as empty cells; and those that are read so. */
export function EmptyWords(props: {
  readonly map: ColumnMap;
  readonly entry: MapEntry;
  /** Words that the service proposes. */
  readonly proposed: readonly string[];
  /** Words that mean an empty cell in every column, this one included. */
  readonly general: readonly string[];
  change(map: ColumnMap): void;
}) {
  const { map, entry } = props;
  const box = useRef<HTMLDivElement>(null);
  const { say } = useWords();
  const { fact, values = {}, empty = [] } = entry;
  const isSaid = (word: string) => empty.includes(word) || Object.hasOwn(values, word);
  const general = props.general.filter((word) => !isSaid(word));
  const open = props.proposed.filter((word) => !isSaid(word) && !general.includes(word));
  const shown = (words: readonly string[]) =>
    words.map((text) => say('common.quoted', { text })).join(say('common.comma'));
  // The button that was pressed goes away: what stands in its place takes the focus.
  const change = (next: ColumnMap) => {
    props.change(next);
    box.current?.focus();
  };
  return (
    <div ref={box} tabIndex={-1}>
      {open.length > 0 && (
        <p data-words="proposed">
          {say('screen.empty.proposed', { words: shown(open) })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => change(open.reduce((so, word) => withEmptyWord(so, fact, word), map))}
          >
            {say('screen.empty.accept')}
          </button>
        </p>
      )}
      {empty.length > 0 && (
        <p data-words="accepted">
          {say('screen.empty.accepted', { words: shown(empty) })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => change(empty.reduce((so, word) => withoutWord(so, fact, word), map))}
          >
            {say('screen.empty.undo')}
          </button>
        </p>
      )}
      {general.length > 0 && <p data-words="general">{say('screen.empty.general.here', { words: shown(general) })}</p>}
    </div>
  );
}
