import { textIn } from '@proviso/model';
import { DateInput } from '../ask/date-input.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords } from '../i18n/words.tsx';
import type { Preflight } from './contract.ts';
import { ZoneField } from './zone-field.tsx';
import { AS_OF, needsZone } from './zones.ts';

/** What a person has chosen besides columns. Empty texts: nothing. */
export interface ChosenVantage {
  /** One date for all rows, or a column with each row's own. */
  readonly by: 'date' | 'column';
  readonly asOf: string;
  readonly column: string;
  /** Of the clock times in the column, where they need one. */
  readonly zone: string;
  readonly knownOn: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly amount: string;
  readonly unit: string;
}

/** Nothing chosen. */
export const BLANK_VANTAGE: ChosenVantage = {
  by: 'date',
  asOf: '',
  column: '',
  zone: '',
  knownOn: '',
  readings: {},
  amount: '',
  unit: '',
};

/** When the rows are judged, on what knowledge and readings, and what money is added up. */
export function VantageForm(props: {
  readonly rulebook: string;
  readonly chosen: ChosenVantage;
  /** What is known of the file, once it is. */
  readonly found: Preflight | undefined;
  change(chosen: ChosenVantage): void;
}) {
  const { rulebook, chosen, found, change } = props;
  const { say } = useWords();
  const book = useRulebook(rulebook);
  const columns = found?.columns.map(({ name }) => name) ?? [];
  const badDates =
    found?.preflight.inspected.find(({ fact, column }) => fact === AS_OF && column === chosen.column)?.bad ?? 0;
  const isClock = (column: string) => found !== undefined && needsZone(found, column, undefined);
  const date = (column: string) => {
    const proposed = book.state === 'here' ? book.value.rulebook.zone.id : '';
    change({ ...chosen, column, zone: isClock(column) ? proposed : '' });
  };
  return (
    <section aria-labelledby="when">
      <h2 id="when">{say('screen.when')}</h2>
      <div className="fields">
        <fieldset className="form-field by">
          <legend>{say('common.asOf')}</legend>
          {(['date', 'column'] as const).map((by) => (
            <label key={by}>
              <input type="radio" name="by" checked={chosen.by === by} onChange={() => change({ ...chosen, by })} />
              <span>{say(`screen.by.${by}`)}</span>
            </label>
          ))}
          {chosen.by === 'date' ? (
            <DateInput
              id="as-of"
              label={say('screen.asOf')}
              value={chosen.asOf}
              change={(asOf) => change({ ...chosen, asOf })}
            />
          ) : (
            <>
              <ColumnSelect label={say('screen.asOf.column')} columns={columns} value={chosen.column} change={date} />
              {isClock(chosen.column) && (
                <ZoneField
                  column={chosen.column}
                  rulebook={rulebook}
                  zone={chosen.zone}
                  change={(zone) => change({ ...chosen, zone })}
                />
              )}
            </>
          )}
          {chosen.by === 'column' && badDates > 0 && (
            <span className="help tone-stop" data-dates="bad">
              {say('screen.asOf.bad', { count: badDates })}
            </span>
          )}
          {chosen.by === 'date' && <span className="help">{say('screen.asOf.empty')}</span>}
        </fieldset>
        <p className="form-field top">
          <label htmlFor="known-on">{say('common.knownOn')}</label>
          <DateInput
            id="known-on"
            label={say('common.knownOn')}
            value={chosen.knownOn}
            change={(knownOn) => change({ ...chosen, knownOn })}
          />
          <span className="help">{say('screen.knownOn.empty')}</span>
        </p>
        <p className="form-field">
          <label htmlFor="amount">{say('screen.amount')}</label>
          <ColumnSelect
            id="amount"
            columns={columns}
            value={chosen.amount}
            change={(amount) => change({ ...chosen, amount })}
          />
        </p>
        {chosen.amount !== '' && (
          <p className="form-field">
            <label htmlFor="unit">{say('screen.unit')}</label>
            <input
              id="unit"
              maxLength={20}
              value={chosen.unit}
              onChange={(event) => change({ ...chosen, unit: event.target.value })}
            />
          </p>
        )}
      </div>
      <Readings rulebook={rulebook} readings={chosen.readings} change={(readings) => change({ ...chosen, readings })} />
    </section>
  );
}

/** A column of the file, or none. */
function ColumnSelect(props: {
  readonly id?: string;
  readonly label?: string;
  readonly columns: readonly string[];
  readonly value: string;
  change(column: string): void;
}) {
  const { say } = useWords();
  const { columns, value } = props;
  return (
    <select id={props.id} aria-label={props.label} value={value} onChange={(event) => props.change(event.target.value)}>
      <option value="">{say('screen.noColumn')}</option>
      {value !== '' && !columns.includes(value) && <option value={value}>{value}</option>}
      {columns.map((column) => (
        <option key={column} value={column}>
          {column}
        </option>
      ))}
    </select>
  );
}

/** Readings that may be settled for all rows. */
export function Readings(props: {
  readonly rulebook: string;
  readonly readings: Readonly<Record<string, string>>;
  change(readings: Readonly<Record<string, string>>): void;
}) {
  const { say, language } = useWords();
  const book = useRulebook(props.rulebook);
  if (book.state !== 'here' || book.value.declarations.readings.length === 0) return null;
  const settle = (reading: string, alternative: string) => {
    const { [reading]: _, ...others } = props.readings;
    props.change(alternative === '' ? others : { ...others, [reading]: alternative });
  };
  return (
    <details className="readings-choice" open={Object.keys(props.readings).length > 0}>
      <summary>{say('screen.readings')}</summary>
      <p className="help">{say('screen.readings.help')}</p>
      <div className="fields">
        {book.value.declarations.readings.map(({ name, question, alternatives }) => (
          <p key={name} className="form-field">
            <label htmlFor={`reading-${name}`}>{textIn(question, language) || name}</label>
            <select
              id={`reading-${name}`}
              value={props.readings[name] ?? ''}
              onChange={(event) => settle(name, event.target.value)}
            >
              <option value="">{say('screen.readings.open')}</option>
              {alternatives.map((alternative) => (
                <option key={alternative.name} value={alternative.name}>
                  {textIn(alternative.label, language)}
                </option>
              ))}
            </select>
          </p>
        ))}
      </div>
    </details>
  );
}
