import type { LegalEvent } from '@proviso/model';
import { formatInstant, textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import { SupportMark } from './law.tsx';
import type { ReadableBook } from './library.ts';
import { Names } from './name.tsx';

/** An event: when, what, to which provisions, by what, and when it was known. */
export function EventView({ event, book }: { readonly event: LegalEvent; readonly book: ReadableBook }) {
  const { say, language, beginning, dayOrMoment } = useWords();
  const { status } = book.program.compiled;
  const show = (instant: number) => formatInstant(book.rulebook.zone, instant);
  const [earliest, latest] = status.resolve(event.on);
  const when =
    earliest === latest
      ? beginning(show(earliest))
      : say('read.between', { earliest: beginning(show(earliest)), latest: beginning(show(latest)) });
  const known = event.known === undefined ? undefined : show(status.resolve(event.known)[1]);
  return (
    <div className="declaration event" id={event.name}>
      <p className="declaration-head">
        <span className="kind">{say('read.event')}</span> <strong>{when}</strong>{' '}
        {textIn(event.label, language) || event.name} <SupportMark support={event.support} />
      </p>
      <p className="quietly">
        <Names names={event.touches} book={book} />
        {event.by !== undefined && (
          <>
            {' · '}
            {say('read.by', { name: event.by })}
          </>
        )}
        {known !== undefined && ` · ${say('read.known', { date: dayOrMoment(known) })}`}
        {event.under !== undefined && ` · ${say('read.under', event.under)}`}
      </p>
    </div>
  );
}
