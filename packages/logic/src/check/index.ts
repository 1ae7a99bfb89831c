export { type CheckOptions, check } from './check.ts';
export { FINDING_CODES, type FindingCode, type FindingCodeEntry, findingEntry } from './codes.ts';
export type { Finding, Witness } from './finding.ts';
