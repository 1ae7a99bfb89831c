import { textIn } from '@proviso/model';
import type { ReactNode } from 'react';
import { useWords, type Words } from '../i18n/words.tsx';
import type { BadTally, Tally } from './contract.ts';
import { groupDigits, moneyOf } from './figures.ts';
import { writePlace } from './place.ts';
import type { ResultProps } from './results.tsx';

/** Everything else that the summary counts. */
export function Tallies({ screened, summary }: ResultProps) {
  const words = useWords();
  const { say, language } = words;
  const { byProvision, withoutProvision, byStatus, bad, wanting, presumed, readings, amountColumn } = summary;
  const figures = (tally: Tally) => (
    <>
      <td className="number">{groupDigits(String(tally.rows))}</td>
      {amountColumn !== null && <td className="number">{moneyOf(tally, amountColumn)}</td>}
    </>
  );
  const head = (first: string) => (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" className="number">
          {say('screen.table.rows')}
        </th>
        {amountColumn !== null && (
          <th scope="col" className="number">
            {say('screen.table.amount')}
          </th>
        )}
      </tr>
    </thead>
  );
  const link = (provision: string) =>
    `#${writePlace({ kind: 'rows', id: screened.id, filter: { kind: 'provision', provision }, at: 1 })}`;
  return (
    <div className="tallies">
      <Part id="provisions" heading={say('screen.provisions')} note={say('screen.provisions.note')}>
        <table aria-labelledby="provisions">
          {head(say('screen.table.provision'))}
          <tbody>
            {byProvision.map(({ provision, citation, ...tally }) => (
              <tr key={provision}>
                <th scope="row">
                  <a href={link(provision)}>{provision}</a>{' '}
                  <span className="quietly">{textIn(citation, language)}</span>
                </th>
                {figures(tally)}
              </tr>
            ))}
            {withoutProvision.rows > 0 && (
              <tr>
                <th scope="row">{say('screen.provisions.without')}</th>
                {figures(withoutProvision)}
              </tr>
            )}
          </tbody>
        </table>
      </Part>
      {byStatus.length > 0 && (
        <Part id="held-back" heading={say('screen.heldBack')} note={say('screen.heldBack.note')}>
          <table aria-labelledby="held-back">
            {head(say('screen.table.heldBack'))}
            <tbody>
              {byStatus.map(({ provision, citation, status, withoutIt, ...tally }) => (
                <tr key={`${provision} ${status} ${withoutIt}`}>
                  <th scope="row">
                    {say('screen.heldBack.line', {
                      provision,
                      status: say(`status.${status}`),
                      verdict: say(`verdictWord.${withoutIt}`),
                    })}{' '}
                    <span className="quietly">{textIn(citation, language)}</span>
                  </th>
                  {figures(tally)}
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      {bad.rows > 0 && (
        <Part id="bad" heading={say('screen.bad')} note={say('screen.bad.note')}>
          <ul>
            {bad.byReason.map((one) => (
              <li key={JSON.stringify(one)}>
                {say('screen.bad.line', { reason: reasonOf(one, words), count: one.rows })}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {wanting.length > 0 && (
        <Part id="wanting" heading={say('screen.wanting')} note={say('screen.wanting.note')}>
          <p>{wanting.map(({ name, label }) => textIn(label, language) || name).join(say('common.comma'))}</p>
        </Part>
      )}
      {presumed.length > 0 && (
        <Part id="presumed" heading={say('screen.presumed')} note={say('screen.presumed.note')}>
          <ul>
            {presumed.map(({ name, label, value }) => (
              <li key={name}>
                {say('answer.equals', { fact: textIn(label, language) || name, value: textIn(value, language) })}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {readings.length > 0 && (
        <Part id="readings" heading={say('answer.readings')}>
          <ul>
            {readings.map(({ reading, question, label }) => (
              <li key={reading}>
                {say('common.pair', { left: textIn(question, language) || reading, right: textIn(label, language) })}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Part(props: {
  readonly id: string;
  readonly heading: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.heading}</h2>
      {props.note !== undefined && <p className="note">{props.note}</p>}
      {props.children}
    </section>
  );
}

const MALFORMED = [
  'too_few_cells',
  'too_many_cells',
  'broken_quotes',
  'not_text',
  'zero_byte',
  'stray_return',
  'too_long',
  'not_an_object',
  'repeated_name',
] as const;

/** Why rows have no verdict, in words. */
function reasonOf({ reason, facts, detail = '' }: BadTally, { say, list, language }: Words): string {
  if (reason === 'contradiction') return say('screen.bad.contradiction');
  if (reason === 'cell')
    return say('screen.bad.cell', { facts: list(facts.map(({ name, label }) => textIn(label, language) || name)) });
  const known = MALFORMED.find((one) => one === detail);
  return say('screen.bad.malformed', { detail: known === undefined ? detail : say(`screen.malformed.${known}`) });
}
