import { useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { Preflight } from './contract.ts';
import { LateText } from './late-text.tsx';
import {
  type ChosenReading,
  DELIMITERS,
  delimiterName,
  ENCODINGS,
  isNamed,
  readingParts,
  shownReading,
} from './reading.ts';

const OTHER = 'other';

/** How the file is read, where what is detected is wrong. Nothing for a file that says so itself. */
export function FileReading(props: {
  readonly name: string;
  readonly chosen: ChosenReading;
  /** What the file was last read by; undefined when it has not been. */
  readonly detected: Preflight['preflight']['detected'] | undefined;
  /** The sheets of a workbook, once they are known. */
  readonly sheets: readonly string[];
  change(chosen: ChosenReading): void;
}) {
  const { name, chosen, sheets, change } = props;
  const words = useWords();
  const { say } = words;
  const parts = readingParts(name).filter((part) => part !== 'sheet' || sheets.length > 0);
  const automatic = (part: keyof ChosenReading): string => {
    const found = chosen[part] === '' ? shownReading(part, props.detected?.[part], words) : undefined;
    return found === undefined ? say('screen.reading.detect') : say('screen.reading.detected', { found });
  };
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{say('screen.reading')}</h2>
      <div className="fields">
        {parts.includes('encoding') && (
          <p className="form-field">
            <label htmlFor="encoding">{say('screen.reading.encoding')}</label>
            <select
              id="encoding"
              value={chosen.encoding}
              onChange={(event) => change({ ...chosen, encoding: event.target.value })}
            >
              <option value="">{automatic('encoding')}</option>
              {ENCODINGS.map(([label, shown]) => (
                <option key={label} value={label}>
                  {shown}
                </option>
              ))}
            </select>
          </p>
        )}
        {parts.includes('delimiter') && (
          <DelimiterChoice
            automatic={automatic('delimiter')}
            value={chosen.delimiter}
            change={(delimiter) => change({ ...chosen, delimiter })}
          />
        )}
        {parts.includes('sheet') && (
          <p className="form-field">
            <label htmlFor="sheet">{say('screen.reading.sheet')}</label>
            <select
              id="sheet"
              value={chosen.sheet === '' ? sheets[0] : chosen.sheet}
              onChange={({ target }) => change({ ...chosen, sheet: target.value })}
            >
              {sheets.map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          </p>
        )}
      </div>
    </section>
  );
}

function DelimiterChoice(props: {
  readonly automatic: string;
  readonly value: string;
  change(delimiter: string): void;
}) {
  const { value, change } = props;
  const words = useWords();
  const { say } = words;
  const [other, setOther] = useState(value !== '' && !isNamed(value));
  return (
    <p className="form-field">
      <label htmlFor="delimiter">{say('screen.reading.delimiter')}</label>
      <select
        id="delimiter"
        value={other ? OTHER : value}
        onChange={({ target }) => {
          setOther(target.value === OTHER);
          if (target.value !== OTHER) change(target.value);
        }}
      >
        <option value="">{props.automatic}</option>
        {DELIMITERS.map((one) => (
          <option key={one} value={one}>
            {delimiterName(one, words)}
          </option>
        ))}
        <option value={OTHER}>{say('screen.delimiter.other')}</option>
      </select>
      {other && (
        <LateText
          id="delimiter-other"
          label={say('screen.delimiter.other.label')}
          value={isNamed(value) ? '' : value}
          length={1}
          change={change}
        />
      )}
    </p>
  );
}
