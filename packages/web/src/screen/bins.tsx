import { type MessageId, useWords } from '../i18n/words.tsx';
import type { Summary, Tally } from './contract.ts';
import { groupDigits, moneyOf, shareOf, sumOf } from './figures.ts';
import { Bar } from './figures-bar.tsx';
import { BINS, type Bin, writePlace } from './place.ts';
import type { ResultProps } from './results.tsx';

/** The name of a bin. */
export function binName(bin: Bin): MessageId {
  return bin === 'licensed_or_exempt' ? 'screen.bin.licensed_or_exempt' : `verdict.${bin}`;
}

/** The five bins, each with its rows and what is at stake in them; together they are all rows with a verdict. */
export function Bins({ screened, summary }: ResultProps) {
  const { say } = useWords();
  const { decided, amountColumn } = summary;
  const bins = BINS.map((bin) => ({ bin, tally: tallyOf(bin, summary) }));
  return (
    <section aria-labelledby="bins" className="bins">
      <h2 id="bins">{say('screen.bins')}</h2>
      <Bar parts={bins.map(({ bin, tally }) => ({ name: bin, count: tally.rows }))} whole={decided.rows} />
      <ul>
        {bins.map(({ bin, tally }) => {
          const money = moneyOf(tally, amountColumn);
          const inside = (
            <>
              <span className="bin-name">{say(binName(bin))}</span>
              <span className="bin-rows">{groupDigits(String(tally.rows))}</span>
              <span className="bin-more">
                {say('screen.share', { share: shareOf(tally.rows, decided.rows) })}
                {money !== '' && <span className="bin-money">{money}</span>}
              </span>
            </>
          );
          return (
            <li key={bin} data-bin={bin}>
              {tally.rows === 0 ? (
                <span className="bin">{inside}</span>
              ) : (
                <a
                  className="bin"
                  href={`#${writePlace({ kind: 'rows', id: screened.id, filter: { kind: 'bin', bin }, at: 1 })}`}
                >
                  {inside}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <p className="screen-only">
        <a href={`#${writePlace({ kind: 'rows', id: screened.id, filter: { kind: 'all' }, at: 1 })}`}>
          {say('screen.rows.all')}
        </a>
      </p>
    </section>
  );
}

/** The rows of a bin. Money is added exactly, digit by digit. */
export function tallyOf(bin: Bin, { byVerdict, amountColumn }: Summary): Tally {
  const inside = byVerdict.filter(
    ({ verdict }) =>
      verdict === bin || (bin === 'licensed_or_exempt' && (verdict === 'licensed' || verdict === 'exempt')),
  );
  const rows = inside.reduce((sum, one) => sum + one.rows, 0);
  return amountColumn === null ? { rows } : { rows, amount: sumOf(inside.map(({ amount = '0' }) => amount)) };
}
