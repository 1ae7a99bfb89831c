import { textIn } from '@proviso/model';
import type { FrontFacts } from '../front/facts.ts';
import { type MessageId, useWords } from '../i18n/words.tsx';

/** The rulebooks to choose from. */
export function Shelf(props: {
  readonly heading: MessageId;
  readonly shelf: FrontFacts['rulebooks'];
  address(rulebook: string): string;
}) {
  const { say, language } = useWords();
  return (
    <>
      <h1>{say(props.heading)}</h1>
      <ul className="shelf-list">
        {props.shelf.map(({ id, title }) => (
          <li key={id}>
            <a href={props.address(id)}>{textIn(title, language)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
