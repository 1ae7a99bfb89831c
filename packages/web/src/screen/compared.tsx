import { textIn } from '@proviso/model';
import { type FormEvent, useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { DateInput } from '../ask/date-input.tsx';
import { useWords, type Words } from '../i18n/words.tsx';
import { go } from '../shell/use-fragment.ts';
import { comparisonOrder } from './comparison-order.ts';
import type { ComparedStatus, Comparison, Outcome, Screened } from './contract.ts';
import { groupDigits, moneyOf } from './figures.ts';
import { writePlace } from './place.ts';
import { screen } from './requests.ts';
import { ScreenFailed } from './trouble/screen-failed.tsx';
import { vantageLine } from './vantage-line.ts';

/** What changes between two dates: from what to what, and which provisions make it so. */
export function Compared({ screened, comparison }: { readonly screened: Screened; readonly comparison: Comparison }) {
  const words = useWords();
  const { say, language } = words;
  const { before, after, changed, otherGrounds, unchanged, notCompared, transitions, provisions, amountColumn } =
    comparison;
  const money = amountColumn !== null;
  return (
    <section aria-labelledby="compared" className="compared">
      <h2 id="compared">{say('screen.compared')}</h2>
      <dl className="dates">
        <div>
          <dt>{say('screen.before')}</dt>
          <dd>{vantageLine(before, words)}</dd>
        </div>
        <div>
          <dt>{say('screen.after')}</dt>
          <dd>{vantageLine(after, words)}</dd>
        </div>
      </dl>
      <p>
        {changed.rows === 0 ? (
          say('screen.compared.none')
        ) : (
          <a href={`#${writePlace({ kind: 'rows', id: screened.id, filter: { kind: 'changed' }, at: 1 })}`}>
            {say('screen.compared.changed', { count: changed.rows })}
          </a>
        )}{' '}
        <span className="quietly">
          {[
            moneyOf(changed, amountColumn),
            say('screen.compared.unchanged', { count: unchanged.rows }),
            otherGrounds.rows === 0 ? '' : say('screen.compared.otherGrounds', { count: otherGrounds.rows }),
            notCompared.rows === 0 ? '' : say('screen.compared.not', { count: notCompared.rows }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </p>
      {transitions.length > 0 && (
        <div className="wide">
          <table aria-labelledby="compared">
            <thead>
              <tr>
                <th scope="col">{say('screen.before')}</th>
                <th scope="col">{say('screen.after')}</th>
                <th scope="col">{say('screen.compared.because')}</th>
                <th scope="col" className="number">
                  {say('screen.table.rows')}
                </th>
                {money && (
                  <th scope="col" className="number">
                    {say('screen.table.amount')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {transitions.map((one) => (
                <tr key={JSON.stringify([one.before, one.after])}>
                  <td>{outcomeOf(one.before, one.after, words)}</td>
                  <td>{outcomeOf(one.after, one.before, words)}</td>
                  <td>{words.list(one.because)}</td>
                  <td className="number">{groupDigits(String(one.rows))}</td>
                  {money && <td className="number">{moneyOf(one, amountColumn)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {provisions.length > 0 && (
        <ul>
          {provisions.map((one) => (
            <li key={one.provision}>
              {say('screen.compared.provision', {
                provision: one.provision,
                before: statusOf(one.before, words),
                after: statusOf(one.after, words),
                count: one.rows,
              })}{' '}
              <span className="quietly">{textIn(one.citation, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The verdict; where both ends have the same, whether it may go ahead as well. */
function outcomeOf({ verdict, mayProceed }: Outcome, other: Outcome, { say }: Words): string {
  const word = say(`verdict.${verdict}`);
  return verdict === other.verdict ? say('common.aside', { text: word, aside: say(`mayProceed.${mayProceed}`) }) : word;
}

function statusOf(status: ComparedStatus | null, { say, language }: Words): string {
  if (status === null) return '–';
  const word = say(`status.${status.status}`);
  const event = textIn(status.eventLabel, language);
  return event === '' ? word : say('common.aside', { text: word, aside: event });
}

/** Orders the same rows to be judged at another date as well. */
export function CompareForm({ screened }: { readonly screened: Screened }) {
  const { say, language } = useWords();
  const { order } = screened;
  const [asOf, setAsOf] = useState(order.asOf ?? '');
  const [knownOn, setKnownOn] = useState(order.knownOn ?? '');
  const [failure, setFailure] = useState<ServiceFailure>();
  const [sending, setSending] = useState(false);
  const dated = order.asOf !== undefined;
  const against = {
    ...(asOf === '' || asOf === order.asOf ? {} : { asOf }),
    ...(knownOn === '' || knownOn === order.knownOn ? {} : { knownOn }),
  };
  const start = () => {
    setSending(true);
    setFailure(undefined);
    screen(comparisonOrder(order, against), language).then(
      ({ id }) => go(writePlace({ kind: 'screening', id })),
      (error: unknown) => {
        setSending(false);
        setFailure(asFailure(error));
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start();
  };
  return (
    <section aria-labelledby="compare" className="compare screen-only">
      <h2 id="compare">{say('screen.compare')}</h2>
      <p className="note">{say('screen.compare.note')}</p>
      {failure !== undefined && <ScreenFailed failure={failure} retry={start} />}
      <form onSubmit={submit}>
        {dated && (
          <p className="form-field">
            <label htmlFor="compare-as-of">{say('common.asOf')}</label>
            <DateInput id="compare-as-of" label={say('common.asOf')} value={asOf} change={setAsOf} />
          </p>
        )}
        <p className="form-field">
          <label htmlFor="compare-known-on">{say('common.knownOn')}</label>
          <DateInput id="compare-known-on" label={say('common.knownOn')} value={knownOn} change={setKnownOn} />
        </p>
        <button type="submit" className="quiet" disabled={sending || Object.keys(against).length === 0}>
          {say('screen.compare.run')}
        </button>
      </form>
    </section>
  );
}
