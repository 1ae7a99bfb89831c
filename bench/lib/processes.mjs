import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where a file of the bench lies. */
export const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** Runs a script of the bench in a fresh process and reads the JSON on its last line; null when it fails, with the reason. */
export function inFreshProcess(script, args, flags = []) {
  const run = spawnSync(process.execPath, [...flags, path(script), ...args.map(String)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const last = run.stdout.trim().split('\n').at(-1) ?? '';
  try {
    return { status: run.status, result: JSON.parse(last) };
  } catch {
    const reason =
      run.stderr.split('\n').find((line) => /^\w*Error:|abort|unreachable/i.test(line)) ?? run.stderr.slice(0, 300);
    return { status: run.status, result: null, reason: reason.trim() };
  }
}

/** Wall time of a whole process in milliseconds; throws when it does not end as expected. */
export function wallTime(command, args, { cwd, env, status = 0 } = {}) {
  const start = process.hrtime.bigint();
  const run = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (run.status !== status)
    throw new Error(`${args.join(' ')} ended with ${run.status}: ${String(run.stderr).slice(0, 500)}`);
  return elapsed;
}
