import { compile, type Program } from '@proviso/logic';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { told } from '../input/told.ts';
import type { LoadedRulebook } from '../rulebook/load.ts';
import { citedIn } from './cited.ts';
import { compare } from './compare.ts';
import type { Mismatch, Trial, TrialResult } from './trial.ts';

/** Runs the trials of one rulebook. */
export function runTrials(loaded: LoadedRulebook, trials: readonly Trial[], context: Context): TrialResult[] {
  const program = compile(loaded.rulebook, { digest: loaded.digest });
  return trials.map((trial) => runTrial(program, trial, context));
}

function runTrial(program: Program, trial: Trial, context: Context): TrialResult {
  const { rulebook } = program;
  try {
    const mismatches = told(context, rulebook, new Map(), () => mismatchesOf(program, trial));
    return { trial, rulebook: rulebook.id, mismatches, trouble: undefined };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const trouble = context.messages.words.sentences([error.message, error.next ?? '']);
    return { trial, rulebook: rulebook.id, mismatches: [], trouble };
  }
}

function mismatchesOf(program: Program, { asOf, knownOn, readings, facts: raw, wanted }: Trial): readonly Mismatch[] {
  const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
  const facts = program.readFacts(raw);
  const cited = wanted.cites === undefined ? new Set<string>() : citedIn(decider, facts);
  return compare(decider.decide(facts), cited, wanted);
}

/** Whether a trial went as wanted. */
export function passed({ mismatches, trouble }: TrialResult): boolean {
  return mismatches.length === 0 && trouble === undefined;
}
