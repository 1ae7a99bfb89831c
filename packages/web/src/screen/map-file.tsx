import { useRef } from 'react';
import { giveFile } from '../api/give-file.ts';
import { useWords } from '../i18n/words.tsx';
import { mapText } from './column-map.ts';
import type { ColumnMap } from './contract.ts';

/** Saves the map of columns as a file, or takes one. */
export function MapFile(props: {
  /** Of the file that is screened. */
  readonly name: string;
  readonly map: ColumnMap | undefined;
  load(text: string): void;
}) {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { map } = props;
  const save = () => {
    if (map === undefined) return;
    const file = new Blob([mapText(map)], { type: 'application/json' });
    giveFile(file, `${props.name.replace(/\.[^.]*$/, '')}.map.json`);
  };
  return (
    <p className="actions map-file">
      <button type="button" className="link" onClick={() => input.current?.click()}>
        {say('screen.map.load')}
      </button>
      {map !== undefined && (
        <button type="button" className="link" onClick={save}>
          {say('screen.map.save')}
        </button>
      )}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('screen.map.load')}
        onChange={(event) => {
          void event.target.files?.[0]?.text().then(props.load);
          event.target.value = '';
        }}
      />
    </p>
  );
}
