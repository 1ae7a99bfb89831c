import { useEffect, useRef, useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import type { RowPage } from './contract.ts';
import type { Filter } from './place.ts';
import { type PrintedRows, PrintedTable } from './printed-rows.tsx';
import { manyRows, PRINTED_ROWS } from './requests.ts';
import { shownColumns } from './row-columns.ts';
import { useRowTexts } from './use-row-texts.ts';

/** The rows of a filter on paper: all, or so many from the first that is seen. They are fetched when they are asked for. */
export function PrintRows(props: {
  readonly id: string;
  readonly filter: Filter;
  readonly rulebook: string;
  readonly prefix: string;
  readonly sample: RowPage;
  /** The first row that is seen, from 0. */
  readonly first: number;
}) {
  const { id, filter, prefix, sample } = props;
  const { total } = sample;
  const { say, language } = useWords();
  const texts = useRowTexts(props.rulebook, prefix);
  const [rows, setRows] = useState<PrintedRows>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ServiceFailure>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = () => {
    if (busy) return;
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setFailure(undefined);
    const first = total <= PRINTED_ROWS ? 0 : Math.min(props.first, total - PRINTED_ROWS);
    manyRows(id, filter, first, language, controller.signal)
      .then(
        (page) => setRows({ page, first }),
        (error: unknown) => {
          if (!controller.signal.aborted) setFailure(asFailure(error));
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div className="print-rows">
        <p className="screen-only">
          <button type="button" className="quiet" aria-disabled={busy} onClick={start}>
            {say(total <= PRINTED_ROWS ? 'screen.print.all' : 'screen.print', { count: PRINTED_ROWS, total })}
          </button>{' '}
          <span role="status" className="quietly">
            {busy && say('screen.print.fetching')}
          </span>
        </p>
        {failure !== undefined && <Failed failure={failure} retry={start} />}
      </div>
      {rows === undefined ? (
        <p className="print-only">{say('screen.print.how', { total })}</p>
      ) : (
        <PrintedTable
          rows={rows}
          columns={shownColumns(rows.page, filter, prefix)}
          texts={texts}
          done={() => setRows(undefined)}
        />
      )}
    </>
  );
}
