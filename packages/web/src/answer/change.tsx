import { useWords } from '../i18n/words.tsx';
import type { SectionProps } from './section-props.ts';

/** The smallest changes of the facts that lead to another verdict, by verdict. */
export function Change({ answer, glossary }: SectionProps) {
  const { say, list } = useWords();
  if (answer.wouldChange.length === 0) return null;
  const verdicts = [...new Set(answer.wouldChange.map(({ to }) => to))];
  return (
    <section aria-labelledby="change">
      <h2 id="change">{say('answer.change')}</h2>
      {verdicts.map((verdict) => (
        <div key={verdict} className="change">
          <h3>{say('answer.change.to', { verdict: say(`verdict.${verdict}`) })}</h3>
          <ul>
            {answer.wouldChange
              .filter(({ to }) => to === verdict)
              .map(({ set }) => {
                const changes = list(Object.entries(set).map(([path, value]) => glossary.equals(path, value)));
                return <li key={changes}>{changes}</li>;
              })}
          </ul>
        </div>
      ))}
    </section>
  );
}
