import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';
import type { RowPage } from './contract.ts';
import type { Filter } from './place.ts';
import { PAGE_ROWS, rows } from './requests.ts';

/** A page is asked for once somebody has rested on it for so long, in milliseconds: what is only passed is not fetched. */
const REST = 80;
/** Pages that are kept at most. */
const KEPT = 30;

/** Rows that are fetched by page, as they come into view. */
export interface RowPages {
  /** How many there are; undefined until the first page is here. */
  readonly total: number | undefined;
  /** The page that came first: it tells the columns. */
  readonly sample: RowPage | undefined;
  readonly failure: ServiceFailure | undefined;
  /** A row by its place among those of the filter, from 0; undefined while it is on its way. */
  at(index: number): RowPage['rows'][number] | undefined;
  /** Says which rows are there to be seen; `until` is the first that is not. */
  show(from: number, until: number): void;
  retry(): void;
}

/** The rows of a filter. @param first the row that is seen first, from 0 */
export function useRowPages(id: string, filter: Filter, first: number): RowPages {
  const { language } = useWords();
  const pages = useRef(new Map<number, RowPage>());
  const running = useRef(new Map<number, AbortController>());
  const [sample, setSample] = useState<RowPage>();
  const [failure, setFailure] = useState<ServiceFailure>();
  const [wanted, setWanted] = useState({ from: first, until: first + 1 });
  const [, setVersion] = useState(0);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is that of the address, which names this whole page.
  useEffect(() => {
    const numbers = pagesOf(wanted.from, wanted.until);
    for (const [number, controller] of running.current) if (!numbers.includes(number)) controller.abort();
    const timer = setTimeout(() => {
      for (const number of numbers) {
        if (pages.current.has(number) || running.current.has(number)) continue;
        const controller = new AbortController();
        running.current.set(number, controller);
        rows(id, filter, number, language, controller.signal)
          .then(
            (page) => {
              keep(pages.current, number, page);
              setSample((known) => known ?? page);
              setFailure(undefined);
              setVersion((version) => version + 1);
            },
            (error: unknown) => {
              if (!controller.signal.aborted) setFailure(asFailure(error));
            },
          )
          .finally(() => running.current.get(number) === controller && running.current.delete(number));
      }
    }, REST);
    return () => clearTimeout(timer);
  }, [wanted, attempt]);
  useEffect(
    () => () => {
      for (const controller of running.current.values()) controller.abort();
      running.current.clear();
    },
    [],
  );

  const show = useCallback((from: number, until: number) => {
    setWanted((before) => (isSame(before, from, until) ? before : { from, until }));
  }, []);
  return {
    total: sample?.total,
    sample,
    failure,
    at: (index) => pages.current.get(pageOf(index))?.rows[index % PAGE_ROWS],
    show,
    retry: () => {
      setFailure(undefined);
      setAttempt((before) => before + 1);
    },
  };
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS) + 1;
}

function pagesOf(from: number, until: number): readonly number[] {
  const first = pageOf(from);
  return Array.from({ length: pageOf(Math.max(from, until - 1)) - first + 1 }, (_, index) => first + index);
}

function isSame(before: { readonly from: number; readonly until: number }, from: number, until: number): boolean {
  return String(pagesOf(before.from, before.until)) === String(pagesOf(from, until));
}

/** Keeps a page, and lets go of the one that was kept first where there are too many. */
function keep(pages: Map<number, RowPage>, number: number, page: RowPage): void {
  pages.set(number, page);
  const [oldest] = pages.keys();
  if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
}
