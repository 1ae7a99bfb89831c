import { compile, InputError, type Program } from '@proviso/logic';
import type { LoadedRulebook } from '../rulebook/load.ts';
import { citedIn } from './cited.ts';
import { compare } from './compare.ts';
import type { Trial, TrialResult } from './trial.ts';

/** Runs the trials of one rulebook. */
export function runTrials(loaded: LoadedRulebook, trials: readonly Trial[]): TrialResult[] {
  const program = compile(loaded.rulebook, { digest: loaded.digest });
  return trials.map((trial) => runTrial(program, trial));
}

function runTrial(program: Program, trial: Trial): TrialResult {
  const rulebook = program.rulebook.id;
  try {
    const { asOf, knownOn, readings } = trial;
    const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
    const facts = program.readFacts(trial.facts);
    const answer = decider.decide(facts);
    const cited = trial.wanted.cites === undefined ? new Set<string>() : citedIn(decider, facts);
    return { trial, rulebook, mismatches: compare(answer, cited, trial.wanted), trouble: undefined };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { trial, rulebook, mismatches: [], trouble: `${error.message} (${error.hint})` };
  }
}

/** Whether a trial went as wanted. */
export function passed({ mismatches, trouble }: TrialResult): boolean {
  return mismatches.length === 0 && trouble === undefined;
}
