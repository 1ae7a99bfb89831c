import { compile, type Program } from '@proviso/logic';
import { mismatchesOf } from '@proviso/logic/trials';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { told } from '../input/told.ts';
import type { LoadedRulebook } from '../rulebook/load.ts';
import type { NamedTrial, TrialResult } from './trial.ts';

/** Runs the trials of one rulebook. */
export function runTrials(loaded: LoadedRulebook, trials: readonly NamedTrial[], context: Context): TrialResult[] {
  const program = compile(loaded.rulebook, { digest: loaded.digest });
  return trials.map((trial) => runTrial(program, trial, context));
}

function runTrial(program: Program, trial: NamedTrial, context: Context): TrialResult {
  const { rulebook } = program;
  try {
    const mismatches = told(context, new Map(), () => mismatchesOf(program, trial));
    return { trial, rulebook: rulebook.id, mismatches, trouble: undefined };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const trouble = context.messages.words.sentences([error.message, error.next ?? '']);
    return { trial, rulebook: rulebook.id, mismatches: [], trouble };
  }
}

/** Whether a trial went as wanted. */
export function passed({ mismatches, trouble }: TrialResult): boolean {
  return mismatches.length === 0 && trouble === undefined;
}
