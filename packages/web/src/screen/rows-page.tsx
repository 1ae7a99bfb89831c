import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { note } from '../shell/use-fragment.ts';
import { groupDigits } from './figures.ts';
import { filterName } from './filter-name.ts';
import { type Place, writePlace } from './place.ts';
import { PrintRows } from './print-rows.tsx';
import type { ResultProps } from './results.tsx';
import { RowTable, type RowTableHandle } from './row-table.tsx';
import { useRowPages } from './use-row-pages.ts';
import { vantageLine } from './vantage-line.ts';

type RowsPlace = Extract<Place, { readonly kind: 'rows' }>;

/** The rows of a bin, a question, a provision or a comparison, however many there are. */
export function RowsPage(props: ResultProps & { readonly place: RowsPlace }) {
  const { summary, place } = props;
  const words = useWords();
  const { say } = words;
  const { id, filter } = place;
  const name = filterName(filter, summary, words);
  const heading = useRef<HTMLHeadingElement>(null);
  const table = useRef<RowTableHandle>(null);
  const [first] = useState(place.at - 1);
  const pages = useRowPages(id, filter, first);
  const { total, sample, failure } = pages;
  const [range, setRange] = useState({ from: first, to: first });
  useTitle(name);
  useEffect(() => heading.current?.focus(), []);
  const rested = (from: number, to: number) => {
    setRange({ from, to });
    // "Back" from a row comes to where one was.
    note(writePlace({ ...place, at: from + 1 }));
  };
  return (
    <div className="rows">
      <p className="eyebrow screen-only">
        <a href={`#${writePlace({ kind: 'screening', id })}`}>{say('screen.back', { name: props.screened.source })}</a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      {failure !== undefined && <Failed failure={failure} retry={pages.retry} />}
      {total === undefined || sample === undefined ? (
        failure === undefined && <Loading />
      ) : (
        <>
          <div className="pager">
            <p role="status">
              {say('screen.rows.range', {
                from: total === 0 ? 0 : range.from + 1,
                to: total === 0 ? 0 : range.to + 1,
                total,
              })}
            </p>
            {total > 1 && <GoTo total={total} go={(index) => table.current?.goTo(index)} />}
          </div>
          <p className="help screen-only" id="rows-keys">
            {say('screen.rows.keys')}
          </p>
          {total > 0 && (
            <>
              <p className="print-only">
                {say('common.pair', { left: props.screened.source, right: vantageLine(summary, words) })}
              </p>
              <PrintRows
                id={id}
                filter={filter}
                rulebook={summary.rulebook.id}
                prefix={props.screened.order.prefix ?? ''}
                sample={sample}
                first={range.from}
              />
            </>
          )}
          <RowTable
            ref={table}
            pages={{ ...pages, sample }}
            filter={filter}
            name={name}
            rulebook={summary.rulebook.id}
            prefix={props.screened.order.prefix ?? ''}
            first={Math.min(first, Math.max(0, total - 1))}
            link={(row, index) => `#${writePlace({ kind: 'row', id, filter, at: index + 1, row })}`}
            rested={rested}
          />
        </>
      )}
    </div>
  );
}

/** Goes to a row by its place among all. */
function GoTo({ total, go }: { readonly total: number; go(index: number): void }) {
  const { say } = useWords();
  const [wanted, setWanted] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(wanted.replace(/[,，\s]/g, ''));
    if (Number.isInteger(number) && number > 0) go(Math.min(number, total) - 1);
    setWanted('');
  };
  return (
    <form onSubmit={submit} noValidate>
      <label>
        {say('screen.rows.goTo', { total: groupDigits(String(total)) })}{' '}
        <input inputMode="numeric" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <button type="submit" className="quiet">
        {say('screen.rows.go')}
      </button>
    </form>
  );
}
