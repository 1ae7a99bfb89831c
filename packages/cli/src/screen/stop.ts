import { constants } from 'node:os';
import type { ScreenBundle } from './bundle.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What shells add to the number of a signal for the exit code of what it stopped. */
const STOPPED = 128;

/** How a run is stopped from outside. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** Lets the process end with the exit code of what was stopped by a signal. */
  exitAsStopped(): void;
  /** Nobody listens to signals any longer. */
  end(): void;
}

/** The first Ctrl-C stops what is going on, which then cleans up; a second one does not wait for that. */
export function stopOnSignals(bundle: ScreenBundle): Stopping {
  const controller = new AbortController();
  let code: number | undefined;
  const stop = (name: (typeof SIGNALS)[number]) => {
    if (code !== undefined) {
      bundle.removeTemporaryFiles();
      process.exit(code);
    }
    code = STOPPED + constants.signals[name];
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    exitAsStopped: () => {
      if (code === undefined) return;
      const stopped = code;
      process.once('exit', () => {
        process.exitCode = stopped;
      });
    },
    end: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
