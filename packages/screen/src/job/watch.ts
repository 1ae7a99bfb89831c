import type { DuckDBConnection } from '@duckdb/node-api';
import { ScreenError } from '../errors.ts';
import type { Progress } from './contract.ts';
import { messageOf } from './engine.ts';

const EVERY_MILLISECONDS = 200;
/** An interrupt that comes between two statements is lost, so it is repeated. */
const INTERRUPT_EVERY_MILLISECONDS = 50;

/** Who is told how far a statement is, and who may stop it. */
export interface Watcher {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Runs statements on a connection while telling how far they are; stops them when asked to.
 * @param work is given a function to tell a share from 0 to 1, where the engine does not know how far it is
 * @throws ScreenError `cancelled` when stopped, `disk_full` when there is no room for what does not fit in memory,
 * `not_enough_memory` when it cannot go to the disk either.
 */
export async function watched<T>(
  connection: DuckDBConnection,
  { signal, onProgress }: Watcher,
  phase: Progress['phase'],
  work: (tell: (share: number) => void) => Promise<T>,
): Promise<T> {
  const stopped = () => signal?.aborted === true;
  if (stopped()) throw cancelled();
  let stopping: NodeJS.Timeout | undefined;
  const stop = () => {
    connection.interrupt();
    stopping = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MILLISECONDS);
  };
  signal?.addEventListener('abort', stop, { once: true });
  onProgress?.({ phase });
  let told: number | undefined;
  const timer =
    onProgress === undefined
      ? undefined
      : setInterval(() => {
          const share = told ?? connection.progress.percentage / 100;
          onProgress({ phase, ...(share >= 0 ? { share } : {}) });
        }, EVERY_MILLISECONDS);
  try {
    return await work((share) => {
      told = share;
    });
  } catch (error) {
    if (stopped()) throw cancelled();
    if (!(error instanceof ScreenError) && /no space left|failed to offload/i.test(messageOf(error))) {
      throw new ScreenError('disk_full', 'there is no room on the disk for what does not fit in memory', {
        hint: 'free some space, or give more memory',
        cause: error,
      });
    }
    if (!(error instanceof ScreenError) && /out of memory/i.test(messageOf(error))) {
      throw new ScreenError('not_enough_memory', 'there is not enough memory for this input', {
        hint: 'give more, for example --memory 4GB',
        cause: error,
      });
    }
    throw error;
  } finally {
    clearInterval(timer);
    clearInterval(stopping);
    signal?.removeEventListener('abort', stop);
  }
}

function cancelled(): ScreenError {
  return new ScreenError('cancelled', 'stopped; nothing was written');
}
