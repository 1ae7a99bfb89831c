import { digestOfValue } from './canonical.ts';
import type { DecisionRecord, Digest } from './format.ts';
import { recordDigest } from './make.ts';

/** A part of a record that is not what its digest says. */
export interface RecordProblem {
  /** JSON pointer to the digest (`/digests/facts`). */
  readonly path: string;
  readonly recorded: Digest;
  /** What it is now. */
  readonly found: Digest;
  readonly message: string;
}

/** What checking needs beyond the record. */
export interface VerifyOptions {
  /** The digest of a rulebook's texts (`digestOf` of `@proviso/language`), to check documents that are carried. */
  readonly digestOfTexts?: (texts: readonly string[]) => Digest;
}

/** Checks every digest of a record, and that it names one rulebook and one engine throughout. Empty when all is right. */
export function verifyRecord(record: DecisionRecord, { digestOfTexts }: VerifyOptions = {}): readonly RecordProblem[] {
  const { digests, rulebook, answer } = record;
  const problems: RecordProblem[] = [];
  const compare = (path: string, recorded: Digest, found: Digest, message: string) => {
    if (recorded !== found) problems.push({ path, recorded, found, message });
  };
  compare('/digests/facts', digests.facts, digestOfValue(record.facts), 'the facts are not those that were recorded');
  compare('/digests/answer', digests.answer, digestOfValue(answer), 'the answer is not the one that was recorded');
  compare('/digests/rulebook', digests.rulebook, rulebook.digest, 'the record names two versions of its rulebook');
  compare('/answer/rulebook/digest', answer.rulebook.digest, rulebook.digest, 'the answer is of another rulebook');
  compare('/answer/engine', answer.engine, record.engine, 'the answer is of another engine');
  compare('/digests/record', digests.record, recordDigest(record), 'the record was changed after it was made');
  if (rulebook.documents !== undefined && digestOfTexts !== undefined) {
    const found = digestOfTexts(rulebook.documents.map(({ text }) => text));
    compare(
      '/rulebook/documents',
      rulebook.digest,
      found,
      'the rulebook that is carried is not the one that was asked',
    );
  }
  return problems;
}
