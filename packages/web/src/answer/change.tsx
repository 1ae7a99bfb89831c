import { useWords } from '../i18n/words.tsx';
import type { SectionProps } from './section-props.ts';

/** The smallest changes of the facts that lead to another verdict. */
export function Change({ answer, glossary }: SectionProps) {
  const { say, list } = useWords();
  if (answer.wouldChange.length === 0) return null;
  return (
    <section aria-labelledby="change">
      <h2 id="change">{say('answer.change')}</h2>
      <ul>
        {answer.wouldChange.map(({ to, set }) => {
          const changes = Object.entries(set).map(([path, value]) => glossary.equals(path, value));
          const text = say('answer.change.to', { verdict: say(`verdict.${to}`), changes: list(changes) });
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </section>
  );
}
