import { type Example, givenIn, type Rulebook } from '@proviso/model';
import type { Trial, Wanted } from './trial.ts';

/** An example of a rulebook as a trial, with the facts of its situation. */
export function trialOfExample({ situations }: Rulebook, example: Example): Trial {
  const { asOf, knownOn, readings } = example;
  return { asOf, knownOn, readings, facts: givenIn(situations, example), wanted: wantedBy(example) };
}

function wantedBy({ expect }: Example): Wanted {
  const { verdict, mayProceed, possible, heldBack, enforced, needs, cites } = expect;
  return {
    verdict,
    ...(mayProceed === undefined ? {} : { mayProceed }),
    ...(possible === undefined ? {} : { possible }),
    ...(heldBack === undefined ? {} : { heldBack }),
    ...(enforced === undefined ? {} : { enforced }),
    ...(needs === undefined ? {} : { needs }),
    ...(cites === undefined ? {} : { cites }),
  };
}
