import { useWords } from '../i18n/words.tsx';
import { downloadAddress } from './requests.ts';
import type { ResultProps } from './results.tsx';

/** The results as files. */
export function Downloads({ screened, summary }: ResultProps) {
  const { say, language } = useWords();
  const changed = (screened.comparison?.changed.rows ?? 0) > 0;
  const formats = (
    [
      ['csv', true],
      ['xlsx', true],
      ['parquet', true],
      ['jsonl', true],
      ['changed', changed],
      ['errors', summary.bad.rows > 0],
      ['html', true],
    ] as const
  ).filter(([, there]) => there);
  return (
    <section aria-labelledby="download" className="downloads screen-only">
      <h2 id="download">{say('screen.download')}</h2>
      <ul>
        {formats.map(([format]) => (
          <li key={format}>
            <a href={downloadAddress(screened.id, format, language)} download>
              {say(`screen.download.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="quiet" onClick={() => print()}>
          {say('answer.print')}
        </button>
      </p>
    </section>
  );
}
