import { loadavg } from 'node:os';
import { median } from '../../lib/statistics.mjs';

/**
 * Runs every piece of work once a round, each second round in reverse order, after one round that is not counted.
 * @param works name -> function
 * @returns name -> `{ best, middle, processor }` in milliseconds: wall clock of the quickest and of the middle round, and
 *   processor time of all threads in the middle round
 */
export async function measureRounds(works, rounds, say) {
  const names = Object.keys(works);
  const wall = Object.fromEntries(names.map((name) => [name, []]));
  const processor = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const used = process.cpuUsage();
      const started = performance.now();
      await works[name]();
      const elapsed = performance.now() - started;
      const { user, system } = process.cpuUsage(used);
      if (round < 0) continue;
      wall[name].push(elapsed);
      processor[name].push((user + system) / 1000);
    }
    if (round >= 0) say(`round ${round + 1} of ${rounds}, load ${loadavg()[0].toFixed(1)}`);
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { best: Math.min(...wall[name]), middle: median(wall[name]), processor: median(processor[name]) },
    ]),
  );
}

/** What something takes as a multiple of something else: by the quickest rounds, and by processor time. */
export const times = (one, other) => ({ wall: one.best / other.best, processor: one.processor / other.processor });

/** Noise that is allowed for on top of a limit. */
export const TOLERANCE = 1.15;

/** A promise, with the figure measured and whether it is kept. */
export function promise(what, measured, limit, aim) {
  return { what, measured, limit, aim, kept: measured !== undefined && measured <= limit * TOLERANCE };
}
