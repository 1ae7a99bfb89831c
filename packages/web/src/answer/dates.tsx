import type { Answer } from '@proviso/logic';
import { useWords, type Words } from '../i18n/words.tsx';

/** The date line: as of, known on, and how long the answer holds. */
export function Dates({ answer }: { readonly answer: Answer }) {
  const words = useWords();
  const { say, dayOrMoment, beginning, ending } = words;
  const { withinDay = [] } = answer;
  return (
    <dl className="dates">
      <div>
        <dt>{say('answer.asOf')}</dt>
        <dd>{dayOrMoment(answer.asOf)}</dd>
      </div>
      <div>
        <dt>{say('answer.knownOn')}</dt>
        <dd>{answer.knownOn === null ? say('answer.allKnown') : dayOrMoment(answer.knownOn)}</dd>
      </div>
      <div>
        <dt>{say('answer.valid')}</dt>
        <dd>{validity(answer, words)}</dd>
      </div>
      {withinDay.length > 1 && (
        <div>
          <dt>{say('answer.withinDay')}</dt>
          {withinDay.map((part) => (
            <dd key={part.from}>
              {say('answer.withinDay.part', {
                from: beginning(part.from),
                until: ending(part.until),
                verdict: say(`verdictWord.${part.verdict}`),
              })}
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function validity({ validFrom, validUntil }: Answer, { say, beginning, ending }: Words): string {
  if (validFrom === null) {
    return validUntil === null ? say('answer.valid.always') : say('answer.valid.until', { until: ending(validUntil) });
  }
  const from = beginning(validFrom);
  return validUntil === null
    ? say('answer.valid.from', { from })
    : say('answer.valid.between', { from, until: ending(validUntil) });
}
