import { setFlagsFromString } from 'node:v8';

const SELDOM_COLLECT = '--no-parallel-scavenge --semi-space-growth-factor=16';

// V8 names these settings differently from version to version; a version that was not tried keeps its own.
const SETTINGS: Readonly<Record<string, string>> = {
  20: `--interrupt-budget=1000000 ${SELDOM_COLLECT}`,
  24: `--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=40000 ${SELDOM_COLLECT}`,
};

const LONG_RUNNING: ReadonlySet<string | undefined> = new Set(['screen', 'serve', 'test']);

/**
 * Prepares V8 for a command that is soon over, and says whether it did. One decision is made before optimised code pays
 * for its compilation, which takes half of the time on a busy machine: so functions are optimised only when they have run
 * much longer than usual, and garbage is collected seldom and without helper threads. Commands that run long keep V8's own settings.
 */
export function prepareForBriefRun(command: string | undefined): boolean {
  const settings = SETTINGS[process.versions.node.split('.')[0] ?? ''];
  if (settings === undefined || LONG_RUNNING.has(command)) return false;
  setFlagsFromString(settings);
  return true;
}
