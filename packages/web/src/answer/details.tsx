import type { DutyOwed } from '@proviso/logic';
import { textIn } from '@proviso/model';
import { withReading } from '../case/case.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import type { SectionProps } from './section-props.ts';

/** Duties that come with the transaction. */
export function Duties({ answer, glossary }: SectionProps) {
  const words = useWords();
  const { say, language } = words;
  const { duties = [] } = answer;
  if (duties.length === 0) return null;
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{say('answer.duties')}</h2>
      <ul>
        {duties.map((duty) => (
          <li key={duty.duty}>
            {textIn(duty.must, language) || duty.duty} <span className="quietly">{noteOf(duty, words)}</span>{' '}
            <span className="cite">{glossary.provision(duty.provision)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function noteOf({ rhythm, due, state }: DutyOwed, { say, dayOrMoment }: Words): string {
  const when = rhythm === null || due === null ? '' : say(`answer.duty.${rhythm}`, { date: dayOrMoment(due) });
  return [when, state === 'open' ? say('answer.duty.open') : ''].filter((part) => part !== '').join('; ');
}

/** Presumptions that the answer rests on. */
export function Presumed({ answer, asked, glossary, go }: SectionProps) {
  const { say } = useWords();
  const presumed = Object.entries(answer.presumed);
  if (presumed.length === 0) return null;
  return (
    <section aria-labelledby="presumed">
      <h2 id="presumed">{say('answer.presumed')}</h2>
      <ul>
        {presumed.map(([path, value]) => (
          <li key={path}>
            {glossary.equals(path, value)}{' '}
            <button
              type="button"
              className="link"
              onClick={() => go({ asked, place: { kind: 'question', fact: path } })}
              aria-label={say('ask.check.changeOf', { question: glossary.fact(path) })}
            >
              {say('ask.check.change')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Readings that were settled. */
export function Suppositions({ answer, asked, glossary, go }: SectionProps) {
  const { say } = useWords();
  const readings = Object.entries(answer.readings);
  if (readings.length === 0) return null;
  return (
    <section aria-labelledby="supposed">
      <h2 id="supposed">{say('answer.readings')}</h2>
      <ul>
        {readings.map(([reading, alternative]) => (
          <li key={reading}>
            {glossary.readingQuestion(reading)} <strong>{glossary.alternative(reading, alternative)}</strong>{' '}
            <button
              type="button"
              className="link"
              aria-label={say('answer.readings.dropOf', { reading: glossary.alternative(reading, alternative) })}
              onClick={() => go({ asked: withReading(asked, reading, undefined), place: { kind: 'answer' } })}
            >
              {say('answer.readings.drop')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was said about the transaction. */
export function Facts({ asked, glossary, go }: SectionProps) {
  const { say } = useWords();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{say('answer.facts')}</h2>
      {asked.facts.length === 0 ? (
        <p>{say('ask.check.none')}</p>
      ) : (
        <dl className="said">
          {asked.facts.map(([path, value]) => (
            <div key={path}>
              <dt>{glossary.fact(path)}</dt>
              <dd>{glossary.value(path, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="screen-only">
        <button type="button" className="link" onClick={() => go({ asked, place: { kind: 'check' } })}>
          {say('answer.checkAnswers')}
        </button>{' '}
        <button type="button" className="link" onClick={() => go({ asked, place: { kind: 'form' } })}>
          {say('ask.allAtOnce')}
        </button>
      </p>
    </section>
  );
}
