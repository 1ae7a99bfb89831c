import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/words.tsx';
import { asFailure, isInAnotherLanguage, type ServiceFailure } from './failure.ts';

/** A request under way, answered or failed. */
export type Reply<T> =
  | { readonly state: 'waiting'; readonly value?: T }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: ServiceFailure; retry(): void };

/**
 * Asks when `key` changes and keeps what was answered. While a new reply is on its way, `value` is the one before.
 * A `key` of null asks nothing. A failure that the service put into another language than the page is in by now is asked for
 * again, and stands until then.
 */
export function useReply<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Reply<T> {
  const [found, setFound] = useState<{ readonly key: string; readonly value?: T; readonly failure?: ServiceFailure }>();
  const [attempt, setAttempt] = useState(0);
  const { language } = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all that `ask` depends on.
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    ask(controller.signal).then(
      (value) => setFound({ key, value }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setFound({ key, failure: asFailure(error) });
      },
    );
    return () => controller.abort();
  }, [key, attempt]);
  const failure = found?.key === key ? found?.failure : undefined;
  useEffect(() => {
    if (failure !== undefined && isInAnotherLanguage(failure, language)) setAttempt((before) => before + 1);
  }, [failure, language]);
  if (failure !== undefined) {
    return {
      state: 'failed',
      failure,
      retry: () => {
        setFound(undefined);
        setAttempt(attempt + 1);
      },
    };
  }
  if (found?.value === undefined) return { state: 'waiting' };
  return found.key === key ? { state: 'here', value: found.value } : { state: 'waiting', value: found.value };
}
