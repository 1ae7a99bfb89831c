import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';
import type { Order, Preflight } from './contract.ts';
import { preflight } from './requests.ts';

/** What is found in a file: the latest that was found stays while it is looked at again. */
export interface Looking {
  readonly found: Preflight | undefined;
  readonly failure: ServiceFailure | undefined;
  readonly busy: boolean;
  look(order: Order): void;
}

/** Looks at a file when told to. @param found is called with what was found, before the page shows it */
export function usePreflight(tell: (found: Preflight, order: Order) => void): Looking {
  const { language } = useWords();
  const [state, setState] = useState<Omit<Looking, 'look'>>({ found: undefined, failure: undefined, busy: false });
  const running = useRef<AbortController>(undefined);
  const told = useRef(tell);
  told.current = tell;
  useEffect(() => () => running.current?.abort(), []);
  const look = useCallback(
    (order: Order) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState(({ found }) => ({ found, failure: undefined, busy: true }));
      preflight(order, language, controller.signal).then(
        (found) => {
          told.current(found, order);
          setState({ found, failure: undefined, busy: false });
        },
        (error: unknown) => {
          if (controller.signal.aborted) return;
          const failure = asFailure(error);
          setState(({ found }) => ({ found, failure, busy: false }));
        },
      );
    },
    [language],
  );
  return { ...state, look };
}
