import { textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import type { ReadableBook } from './library.ts';

/** A name that is defined somewhere: a link to it, with its definition on hover and focus. */
export function Name(props: { readonly name: string; readonly book: ReadableBook; readonly plain?: boolean }) {
  const { language } = useWords();
  const { name, book } = props;
  const definition = book.definition(name);
  const label = props.plain === true ? name : textIn(definition?.label, language) || name;
  return (
    <a className="name" href={`#${name}`} data-name={name}>
      {label}
    </a>
  );
}

/** Several names in a row. */
export function Names({ names, book }: { readonly names: readonly string[]; readonly book: ReadableBook }) {
  const { say } = useWords();
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && say('common.comma')}
      <Name name={name} book={book} plain />
    </span>
  ));
}
