import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { groupDigits } from './figures.ts';
import { filterName } from './filter-name.ts';
import { type Place, writePlace } from './place.ts';
import { row } from './requests.ts';
import type { ResultProps } from './results.tsx';
import { RowBoth } from './row-both.tsx';
import { RowTold } from './row-told.tsx';

/** One row: its verdict with the whole proof, its facts and its cells; of a row that changes, before and after. */
export function RowPage(props: ResultProps & { readonly place: Extract<Place, { readonly kind: 'row' }> }) {
  const { screened, summary, place } = props;
  const words = useWords();
  const { say, language } = words;
  const { id, filter, row: number } = place;
  const { prefix = '' } = screened.order;
  const reply = useReply(JSON.stringify([id, filter, number]), (signal) => row(id, filter, number, language, signal));
  const changed = filter.kind === 'changed';
  const title = say(changed ? 'screen.row.changed' : 'screen.row', {
    number: groupDigits(String(number)),
    name: screened.source,
  });
  const before = changed && reply.state !== 'failed' ? reply.value?.before : undefined;
  useTitle(title);
  return (
    <>
      <p className="eyebrow">
        <a href={`#${writePlace({ ...place, kind: 'rows' })}`}>
          {say('screen.back', { name: filterName(filter, summary, words) })}
        </a>
        {before === undefined && ` · ${title}`}
      </p>
      {reply.state === 'failed' ? (
        <Failed {...reply} />
      ) : reply.value === undefined ? (
        <Loading />
      ) : before === undefined ? (
        <RowTold reply={reply.value} prefix={prefix} />
      ) : (
        <RowBoth reply={reply.value} prefix={prefix} before={before} title={title} />
      )}
    </>
  );
}
