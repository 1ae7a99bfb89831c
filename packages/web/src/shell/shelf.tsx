import { textIn } from '@proviso/model';
import type { RulebookEntry } from '../api/contract.ts';
import { type MessageId, useWords } from '../i18n/words.tsx';
import { Published } from './published.tsx';
import { useShelf } from './use-shelf.ts';

/** The rulebooks to choose from. */
export function Shelf(props: {
  readonly heading: MessageId;
  /** Those that the page was built with. */
  readonly shelf: readonly RulebookEntry[];
  address(rulebook: string): string;
}) {
  const { say, language } = useWords();
  const shelf = useShelf(props.shelf);
  return (
    <>
      <h1>{say(props.heading)}</h1>
      <ul className="shelf-list">
        {shelf.map((rulebook) => (
          <li key={rulebook.id}>
            <a href={props.address(rulebook.id)}>{textIn(rulebook.title, language)}</a>{' '}
            <Published rulebook={rulebook} />
          </li>
        ))}
      </ul>
    </>
  );
}
