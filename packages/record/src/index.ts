export { canonical, digestOfText, digestOfValue } from './canonical.ts';
export { type Difference, differencesBetween } from './compare.ts';
export { RecordError, type RecordErrorCode } from './errors.ts';
export {
  type DecisionRecord,
  type Digest,
  RECORD_FORMAT,
  type RecordedDocument,
  type RecordedRulebook,
} from './format.ts';
export { carrying, makeRecord, naming, type RecordParts, recordDigest } from './make.ts';
export { readRecord } from './read.ts';
export { type Replay, type ResolveRulebook, replay } from './replay.ts';
export { type RecordProblem, type VerifyOptions, verifyRecord } from './verify.ts';
