import type { Mutant } from './mutant.ts';
import { mutantsOf } from './mutants.ts';
import { compiled, holds, type Tried } from './trials.ts';

/** What became of the mutants of a rulebook. */
export interface Outcome {
  readonly mutants: number;
  /** Names of those that are no rulebooks. */
  readonly unsound: readonly string[];
  /** Names of those on which every trial went as wanted. */
  readonly survivors: readonly string[];
  readonly trials: number;
}

/** Tries every mutant (that `choose` takes) until the first trial that notices it. @throws Error when the rulebook itself fails. */
export function campaign(tried: Tried, choose: (mutant: Mutant, index: number) => boolean = () => true): Outcome {
  const original = compiled(tried.rulebook);
  const failing = tried.trials.filter((trial) => original === undefined || !holds(original, trial));
  if (failing.length > 0)
    throw new Error(`these fail without any change: ${failing.map(({ name }) => name).join(', ')}`);
  const mutants = mutantsOf(tried.rulebook).filter(choose);
  const unsound: string[] = [];
  const survivors: string[] = [];
  // Trials that noticed much so far come first.
  const noticed = new Map(tried.trials.map((trial) => [trial, 0]));
  for (const { name, rulebook } of mutants) {
    const program = compiled(rulebook);
    if (program === undefined) {
      unsound.push(name);
      continue;
    }
    const order = [...noticed].sort(([, a], [, b]) => b - a);
    const found = order.find(([trial]) => !holds(program, trial));
    if (found === undefined) survivors.push(name);
    else noticed.set(found[0], found[1] + 1);
  }
  return { mutants: mutants.length, unsound, survivors, trials: tried.trials.length };
}
