import type { FactValues } from '@proviso/model';
import type { Decider } from '../decide/decider.ts';
import { explain } from '../explain/index.ts';
import type { Program } from '../program.ts';
import { compare } from './compare.ts';
import type { Mismatch, Trial } from './trial.ts';

/** Puts the question of a trial to a rulebook; tells where the answer is not as wanted. @throws InputError when there is no answer */
export function mismatchesOf(program: Program, trial: Trial): readonly Mismatch[] {
  const { asOf, knownOn, readings, facts: raw, wanted } = trial;
  const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
  const facts = program.readFacts(raw);
  const cited = wanted.cites === undefined ? new Set<string>() : citedIn(decider, facts);
  return compare(decider.decide(facts), cited, wanted);
}

/** The provisions, definitions and instruments that the explanation of an answer cites. */
function citedIn(decider: Decider, facts: FactValues): ReadonlySet<string> {
  return new Set(explain(decider, facts).citations.map(({ name }) => name));
}
