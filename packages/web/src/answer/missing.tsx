import type { Need } from '@proviso/logic';
import { useWords } from '../i18n/words.tsx';
import type { Glossary } from './glossary.ts';
import type { SectionProps } from './section-props.ts';

/** What is missing, and who would know. */
export function Missing({ answer, asked, glossary, go }: SectionProps) {
  const { say, alternatives } = useWords();
  if (answer.needs.length === 0) return null;
  const kinds = (['fact', 'reading', 'status', 'open'] as const).filter((kind) =>
    answer.needs.some((need) => need.kind === kind),
  );
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{say('answer.missing')}</h2>
      {kinds.map((kind) => (
        <div key={kind} className="missing">
          <h3>{say(`answer.missing.${kind}`)}</h3>
          <ul>
            {answer.needs
              .filter((need) => need.kind === kind)
              .map((need) => (
                <li key={need.name}>
                  {textOf(need, glossary)}
                  {need.canSettle.length > 0 && (
                    <span className="quietly">
                      {' '}
                      {say('answer.missing.settles', {
                        verdicts: alternatives(need.canSettle.map((one) => say(`verdictWord.${one}`))),
                      })}
                    </span>
                  )}{' '}
                  {kind === 'fact' && (
                    <button
                      type="button"
                      className="link"
                      onClick={() => go({ asked, place: { kind: 'question', fact: need.name } })}
                    >
                      {say('answer.missing.answer')}
                      <span className="unseen"> {glossary.fact(need.name)}</span>
                    </button>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function textOf({ kind, name }: Need, glossary: Glossary): string {
  switch (kind) {
    case 'fact':
      return glossary.question(name);
    case 'reading':
      return glossary.readingQuestion(name);
    case 'status':
      return glossary.event(name);
    case 'open':
      return glossary.open(name);
  }
}
