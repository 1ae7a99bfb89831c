import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { go } from '../shell/use-fragment.ts';
import { cellText } from './cell-text.ts';
import type { RowPage } from './contract.ts';
import { groupDigits } from './figures.ts';
import { filterName } from './filter-name.ts';
import { type Place, writePlace } from './place.ts';
import { PAGE_ROWS, rows } from './requests.ts';
import type { ResultProps } from './results.tsx';
import { useNeeds } from './use-needs.ts';

/** Columns that the screening adds: some stand before those of the file, some after. */
const BEFORE = ['verdict_before', 'verdict', 'needs', 'why'] as const;
const AFTER = ['may_proceed', 'provisions'] as const;
/** Columns that say the same again in other words. */
const HIDDEN = new Set(['possible', 'provisions_before', 'held_back', 'held_back_before', 'may_proceed_before']);

/** The rows of a bin, a question, a provision or a comparison: one page of them at a time, however many there are. */
export function RowsPage(props: ResultProps & { readonly place: Extract<Place, { readonly kind: 'rows' }> }) {
  const { summary, place } = props;
  const words = useWords();
  const { say, language } = words;
  const { id, filter, page } = place;
  const name = filterName(filter, summary, words);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(name);
  useEffect(() => heading.current?.focus(), []);
  const reply = useReply(JSON.stringify([id, filter, page]), (signal) => rows(id, filter, page, language, signal));
  return (
    <div className="rows">
      <p className="eyebrow">
        <a href={`#${writePlace({ kind: 'screening', id })}`}>{say('screen.back', { name: props.screened.source })}</a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      {reply.state === 'failed' ? (
        <Failed {...reply} />
      ) : reply.value === undefined ? (
        <Loading />
      ) : (
        <>
          <Pager place={place} total={reply.value.total} busy={reply.state === 'waiting'} />
          <Table page={reply.value} place={place} name={name} rulebook={summary.rulebook.id} />
        </>
      )}
    </div>
  );
}

function Pager(props: {
  readonly place: Extract<Place, { readonly kind: 'rows' }>;
  readonly total: number;
  readonly busy: boolean;
}) {
  const { place, total, busy } = props;
  const { say } = useWords();
  const [wanted, setWanted] = useState('');
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const { page } = place;
  const to = (next: number) => go(writePlace({ ...place, page: Math.min(Math.max(1, next), pages) }));
  const jump = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(wanted.replace(/[,\s]/g, ''));
    if (Number.isInteger(number) && number > 0) to(number);
    setWanted('');
  };
  return (
    <nav className="pager" aria-label={say('screen.pages')}>
      <p role="status">
        {say('screen.rows.range', {
          from: total === 0 ? 0 : (page - 1) * PAGE_ROWS + 1,
          to: Math.min(page * PAGE_ROWS, total),
          total,
        })}
        {busy && ` ${say('common.loading')}`}
      </p>
      {pages > 1 && (
        <form onSubmit={jump} noValidate>
          <button type="button" className="quiet" disabled={page <= 1} onClick={() => to(page - 1)}>
            {say('screen.pages.previous')}
          </button>
          <button type="button" className="quiet" disabled={page >= pages} onClick={() => to(page + 1)}>
            {say('screen.pages.next')}
          </button>
          <label>
            {say('screen.pages.jump', { pages: groupDigits(String(pages)) })}{' '}
            <input inputMode="numeric" value={wanted} onChange={(event) => setWanted(event.target.value)} />
          </label>
          <button type="submit" className="quiet">
            {say('screen.pages.go')}
          </button>
        </form>
      )}
    </nav>
  );
}

function Table(props: {
  readonly page: RowPage;
  readonly place: Extract<Place, { readonly kind: 'rows' }>;
  readonly name: string;
  readonly rulebook: string;
}) {
  const { page, place, name } = props;
  const words = useWords();
  const { say } = words;
  const needs = useNeeds(props.rulebook);
  const open = place.filter.kind !== 'bin' || place.filter.bin === 'undetermined';
  const before = BEFORE.filter((column) => page.columns.includes(column) && (open || column !== 'needs'));
  const after = AFTER.filter((column) => page.columns.includes(column));
  const added: readonly string[] = [...BEFORE, ...AFTER];
  const own = page.columns.filter((column) => !added.includes(column) && !HIDDEN.has(column));
  const columns = [...before, ...own, ...after];
  const link = (row: number) => `#${writePlace({ ...place, kind: 'row', row })}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="window" aria-label={name} tabIndex={0}>
      <table aria-rowcount={page.total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say('screen.table.row')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {isAdded(column) ? say(`screen.column.${column}`) : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map(({ row, cells }, index) => (
            <tr key={row} aria-rowindex={(place.page - 1) * PAGE_ROWS + index + 2}>
              <th scope="row">
                <a href={link(row)}>{groupDigits(String(row))}</a>
              </th>
              {columns.map((column) => {
                const text = column === 'needs' ? needs.text(cells[column]) : cellText(column, cells[column], words);
                return (
                  <td key={column} title={text.length > 24 ? text : undefined}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isAdded(column: string): column is (typeof BEFORE | typeof AFTER)[number] {
  return [...BEFORE, ...AFTER].some((one) => one === column);
}
