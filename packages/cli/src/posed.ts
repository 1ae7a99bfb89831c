import { compile, type Decider, type Program } from '@proviso/logic';
import type { FactValues, Rulebook } from '@proviso/model';
import type { Context } from './context.ts';
import { gatherFacts } from './input/facts.ts';
import { gatherReadings } from './input/readings.ts';
import { told } from './input/told.ts';
import { loadReadyRulebook } from './rulebook/load.ts';

/** The question that a command line poses: a rulebook, a vantage and facts, all checked. */
export interface Posed {
  readonly rulebook: Rulebook;
  readonly program: Program;
  readonly decider: Decider;
  readonly facts: FactValues;
  /** Runs something of the engine on the facts; see {@link told}. */
  told<Result>(run: () => Result): Result;
}

/** Loads the rulebook, takes up the vantage and reads the facts that the arguments name. */
export function pose(context: Context): Posed {
  const { rulebook, digest, stored, keep } = loadReadyRulebook(context);
  const given = gatherFacts(context, rulebook);
  const readings = gatherReadings(context);
  const asOf = context.arguments.text('as-of');
  const knownOn = context.arguments.text('known-on');
  const carefully = <Result>(run: () => Result) => told(context, given.origins, run);
  const program = compile(rulebook, { digest, ...(stored === undefined ? {} : { stored }) });
  const decider = carefully(() =>
    program.at({ readings, ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }) }),
  );
  const facts = carefully(() => program.readFacts(given.raw));
  // Kept at the end of the run, when the answer is out.
  if (keep !== undefined)
    process.once('exit', () => program.workedOut !== stored?.frames.frames.length && keep(program.stored()));
  return { rulebook, program, decider, facts, told: carefully };
}
