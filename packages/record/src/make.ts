import { ENGINE_VERSION, type Program, type Question } from '@proviso/logic';
import { type EpochMilliseconds, formatInstant } from '@proviso/model';
import { digestOfValue } from './canonical.ts';
import { RecordError } from './errors.ts';
import { type DecisionRecord, type Digest, RECORD_FORMAT, type RecordedDocument } from './format.ts';

/** What a record is made of. */
export interface RecordParts {
  readonly id: string;
  /** The present instant; "as of" when the question has none. */
  readonly madeAt: EpochMilliseconds;
  /** Must have been compiled with the digest of its texts. */
  readonly program: Program;
  readonly question: Question;
  /** As parsed from JSON. */
  readonly facts: unknown;
  /** To carry the rulebook along. */
  readonly documents?: readonly RecordedDocument[];
}

/**
 * Decides, and records the decision.
 * @throws InputError for bad facts, dates or readings.
 * @throws RecordError when the program has no digest, or the facts hold a text that is not well formed.
 */
export function makeRecord({ id, madeAt, program, question, facts: raw, documents }: RecordParts): DecisionRecord {
  if (program.digest === '') {
    const hint = 'compile the rulebook with the digest of its texts';
    throw new RecordError('no_digest', 'rulebook', 'the program does not know the digest of its rulebook', hint);
  }
  const { zone, id: rulebook } = program.rulebook;
  const pinned = question.asOf ?? formatInstant(zone, madeAt);
  const decider = program.at({ ...question, asOf: pinned });
  const { asOf, knownOn } = decider.question.vantage;
  const facts = program.readFacts(raw);
  const answer = decider.decide(facts);
  const unsigned = {
    format: RECORD_FORMAT,
    id,
    madeAt: new Date(madeAt).toISOString(),
    engine: ENGINE_VERSION,
    rulebook: { id: rulebook, digest: program.digest },
    question: {
      asOf: question.asOf ?? null,
      knownOn: question.knownOn ?? null,
      readings: { ...question.readings },
    },
    resolved: { asOf: formatInstant(zone, asOf), knownOn: knownOn === null ? null : formatInstant(zone, knownOn) },
    facts,
    answer,
    digests: { rulebook: program.digest, facts: digestOfValue(facts), answer: digestOfValue(answer) },
  } as const;
  const record = { ...unsigned, digests: { ...unsigned.digests, record: digestOfValue(unsigned) } };
  return documents === undefined ? record : carrying(record, documents);
}

/** The record with its rulebook carried along. Its digests stay the same. */
export function carrying(record: DecisionRecord, documents: readonly RecordedDocument[]): DecisionRecord {
  return { ...record, rulebook: { ...record.rulebook, documents } };
}

/** The record with its rulebook only named. Its digests stay the same. */
export function naming(record: DecisionRecord): DecisionRecord {
  const { id, digest } = record.rulebook;
  return { ...record, rulebook: { id, digest } };
}

/** The digest of the whole record but for the documents it carries and for this digest itself. */
export function recordDigest(record: DecisionRecord): Digest {
  const { rulebook, facts, answer } = record.digests;
  return digestOfValue({ ...naming(record), digests: { rulebook, facts, answer } });
}
