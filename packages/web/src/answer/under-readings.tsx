import type { ByReading } from '@proviso/logic';
import { useWords } from '../i18n/words.tsx';
import { VerdictWord } from '../shell/verdict.tsx';
import type { SectionProps } from './section-props.ts';

/** The answer under each combination of the readings that matter. */
export function UnderReadings({ answer, asked, glossary, go }: SectionProps) {
  const { say } = useWords();
  const { byReading = [] } = answer;
  if (byReading.length === 0) return null;
  const suppose = ({ readings }: ByReading) =>
    go({ asked: { ...asked, readings: { ...asked.readings, ...readings } }, place: { kind: 'answer' } });
  return (
    <section aria-labelledby="under-readings">
      <h2 id="under-readings">{say('answer.underReadings')}</h2>
      <ul className="readings">
        {byReading.map((entry) => (
          <li key={JSON.stringify(entry.readings)}>
            {Object.entries(entry.readings).map(([reading, alternative]) => (
              <div key={reading} className="reading">
                <p className="reading-question">{glossary.readingQuestion(reading)}</p>
                <p>{glossary.alternative(reading, alternative)}</p>
                {glossary.arguedBy(reading, alternative).length > 0 && (
                  <p className="cite">
                    {say('answer.argued', { by: glossary.arguedBy(reading, alternative).join('; ') })}
                  </p>
                )}
              </div>
            ))}
            <p className="outcome">
              <strong>
                <VerdictWord verdict={entry.verdict} />
              </strong>
              <span>{say(`mayProceed.${entry.mayProceed}`)}</span>
              <button type="button" className="link" onClick={() => suppose(entry)}>
                {say('answer.readingSuppose')}
                <span className="unseen">
                  {' '}
                  {Object.entries(entry.readings)
                    .map(([reading, alternative]) => glossary.alternative(reading, alternative))
                    .join('; ')}
                </span>
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
