import { type Answer, ENGINE_VERSION, InputError, type Program } from '@proviso/logic';
import { canonical } from './canonical.ts';
import { type Difference, differencesBetween } from './compare.ts';
import { RecordError } from './errors.ts';
import type { DecisionRecord, RecordedRulebook } from './format.ts';
import { type RecordProblem, type VerifyOptions, verifyRecord } from './verify.ts';

/**
 * Finds the program of the rulebook that a record names or carries, compiled with its digest; undefined when there is none.
 * Reading a text is the caller's: this package knows no syntax.
 */
export type ResolveRulebook = (rulebook: RecordedRulebook) => Program | undefined | Promise<Program | undefined>;

/** What asking again gave. */
export interface Replay {
  /** The same bytes came out, and every digest of the record is right. */
  readonly same: boolean;
  /** What is wrong with the record itself. */
  readonly problems: readonly RecordProblem[];
  /** Where the answer of now differs from the recorded one. */
  readonly differences: readonly Difference[];
  /** The answer of now under the recorded engine's name; null when the question cannot be asked any more. */
  readonly answer: Answer | null;
  /** Its canonical text. */
  readonly bytes: string | null;
  /** Why the question cannot be asked any more. */
  readonly refused?: { readonly code: string; readonly field: string; readonly message: string };
  readonly engine: { readonly recorded: string; readonly replayed: string };
}

/**
 * Asks a recorded question again, of the same rulebook, and compares. Needs no network and no clock. The answer's `engine`
 * is set to the recorded one before comparing: another version that answers alike gives the same bytes.
 * @throws RecordError when the rulebook is not found.
 */
export async function replay(
  record: DecisionRecord,
  resolve: ResolveRulebook,
  options: VerifyOptions = {},
): Promise<Replay> {
  const problems = verifyRecord(record, options);
  const program = await resolve(record.rulebook);
  if (program === undefined) {
    const { id, digest } = record.rulebook;
    const hint = 'give a record that carries its rulebook, or the folder that holds this version';
    throw new RecordError('rulebook_not_found', 'rulebook', `there is no rulebook ${id} with digest ${digest}`, hint);
  }
  const engine = { recorded: record.engine, replayed: ENGINE_VERSION };
  let found: Answer;
  try {
    const decider = program.at({
      asOf: record.question.asOf ?? record.resolved.asOf,
      ...(record.question.knownOn === null ? {} : { knownOn: record.question.knownOn }),
      readings: record.question.readings,
    });
    found = decider.decide(program.readFacts(record.facts));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const refused = { code: error.code, field: error.field, message: error.message };
    return { same: false, problems, differences: [], answer: null, bytes: null, refused, engine };
  }
  const answer = { ...found, engine: record.engine };
  const differences = [
    ...differencesBetween(record.resolved, { asOf: answer.asOf, knownOn: answer.knownOn }, '/resolved'),
    ...differencesBetween(record.answer, answer, '/answer'),
  ];
  const bytes = canonical(answer);
  return { same: problems.length === 0 && differences.length === 0, problems, differences, answer, bytes, engine };
}
