import { textIn } from '@proviso/model';
import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import { Bins } from './bins.tsx';
import { Compared, CompareForm } from './compared.tsx';
import type { Screened, Summary } from './contract.ts';
import { Downloads } from './downloads.tsx';
import { moneyOf } from './figures.ts';
import { writePlace } from './place.ts';
import { Questions } from './questions.tsx';
import { Tallies } from './tallies.tsx';
import { vantageLine } from './vantage-line.ts';

/** What the parts of the results are given. */
export interface ResultProps {
  readonly screened: Screened;
  readonly summary: Summary;
}

/** What came of a screening. */
export function Results({ screened, summary }: ResultProps) {
  const words = useWords();
  const { say, language } = words;
  const { source, order, comparison } = screened;
  const money = moneyOf(summary.decided, summary.amountColumn);
  useTitle(source);
  return (
    <div className="results">
      <p className="eyebrow">
        <a href="#start">{say('screen.heading')}</a> · {textIn(summary.rulebook.title, language)}
      </p>
      <h1>{source}</h1>
      <p className="lead">
        {vantageLine(summary, words)}{' '}
        {summary.bad.rows === 0
          ? say('screen.overview', { count: summary.rows })
          : say('screen.overview.bad', { count: summary.rows, decided: summary.decided.rows, bad: summary.bad.rows })}
        {money === '' ? '' : ` ${say('screen.overview.money', { money })}`}
      </p>
      <Bins screened={screened} summary={summary} />
      <Questions screened={screened} summary={summary} />
      {comparison !== undefined && comparison !== null && <Compared screened={screened} comparison={comparison} />}
      <Tallies screened={screened} summary={summary} />
      <Downloads screened={screened} summary={summary} />
      <CompareForm key={screened.id} screened={screened} />
      <p className="links screen-only">
        <a href={`#${writePlace({ kind: 'prepare', upload: order.upload, name: source })}`}>{say('screen.again')}</a>
      </p>
      <p className="scope">
        {say('screen.scope', {
          id: summary.rulebook.id,
          digest: summary.rulebook.digest.slice(0, 19),
          engine: summary.engine,
        })}
      </p>
    </div>
  );
}
