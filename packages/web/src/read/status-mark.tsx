import type { StatusReport } from '@proviso/logic';
import { textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import type { ReadableBook } from './library.ts';

/** The status of a provision at the chosen dates: the word, since when, and by which event. */
export function StatusMark({ report, book }: { readonly report: StatusReport; readonly book: ReadableBook }) {
  const { say, language, beginning } = useWords();
  const event = report.event === null ? undefined : book.definition(report.event);
  const what = event === undefined ? '' : textIn(event.label, language) || event.name;
  const since = report.since === null ? '' : say('read.since', { date: beginning(report.since) });
  return (
    <p className="status-mark" data-status={report.status}>
      <i aria-hidden="true" /> <strong>{say(`status.${report.status}`)}</strong> {since}
      {what !== '' && ` · ${what}`}
    </p>
  );
}
