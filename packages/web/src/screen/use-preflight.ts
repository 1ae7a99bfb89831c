import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, isInAnotherLanguage, type ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';
import type { Order, Preflight } from './contract.ts';
import { sheetsIn } from './reading.ts';
import { preflight } from './requests.ts';

/** What is found in a file: the latest that was found stays while it is looked at again. */
export interface Looking {
  readonly found: Preflight | undefined;
  readonly failure: ServiceFailure | undefined;
  readonly busy: boolean;
  /** The sheets of a workbook, also of one that could not be read; none of anything else. */
  readonly sheets: readonly string[];
  /** Whether the file, as it was last looked at, has a column of the name of one that is added. */
  readonly clashes: boolean;
  look(order: Order): void;
}

/** Looks at a file when told to. @param found is called with what was found, before the page shows it */
export function usePreflight(tell: (found: Preflight, order: Order) => void): Looking {
  const { language } = useWords();
  const [state, setState] = useState<Omit<Looking, 'look'>>({
    found: undefined,
    failure: undefined,
    busy: false,
    sheets: [],
    clashes: false,
  });
  const running = useRef<AbortController>(undefined);
  const latest = useRef<Order>(undefined);
  const told = useRef(tell);
  told.current = tell;
  useEffect(() => () => running.current?.abort(), []);
  const look = useCallback(
    (order: Order) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      latest.current = order;
      setState((before) => ({ ...before, failure: undefined, busy: true }));
      preflight(order, language, controller.signal).then(
        (found) => {
          told.current(found, order);
          const sheets = found.preflight.sheets ?? [];
          setState({ found, failure: undefined, busy: false, sheets, clashes: false });
        },
        (error: unknown) => {
          if (controller.signal.aborted) return;
          const failure = asFailure(error);
          const named = sheetsIn(failure);
          setState(({ found, sheets }) => ({
            found,
            failure,
            busy: false,
            sheets: named.length === 0 ? sheets : named,
            clashes: failure.reason === 'column_clash',
          }));
        },
      );
    },
    [language],
  );
  const { failure } = state;
  useEffect(() => {
    if (failure === undefined || latest.current === undefined) return;
    if (isInAnotherLanguage(failure, language)) look(latest.current);
  }, [failure, language, look]);
  return { ...state, look };
}
