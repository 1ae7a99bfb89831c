import { useEffect, useState } from 'react';
import { asFailure, type ServiceFailure } from './failure.ts';

/** A request under way, answered or failed. */
export type Reply<T> =
  | { readonly state: 'waiting'; readonly value?: T }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: ServiceFailure; retry(): void };

/**
 * Asks when `key` changes and keeps what was answered. While a new reply is on its way, `value` is the one before.
 * A `key` of null asks nothing.
 */
export function useReply<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Reply<T> {
  const [found, setFound] = useState<{ readonly key: string; readonly value?: T; readonly failure?: ServiceFailure }>();
  const [attempt, setAttempt] = useState(0);
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
  if (found?.key === key && found.failure !== undefined) {
    return {
      state: 'failed',
      failure: found.failure,
      retry: () => {
        setFound(undefined);
        setAttempt(attempt + 1);
      },
    };
  }
  if (found?.value === undefined) return { state: 'waiting' };
  return found.key === key ? { state: 'here', value: found.value } : { state: 'waiting', value: found.value };
}
