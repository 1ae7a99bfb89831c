export {
  type DecisionStore,
  type Entry,
  type Head,
  type LogReport,
  type Page,
  START,
} from './contract.ts';
export { copyDecisions, holdsChain } from './copy.ts';
export { openDatabase, verifyDatabase } from './database.ts';
export type { LogEntry, RequestKey, WrittenEntry } from './entry.ts';
export { makeFolder, writeWhole } from './files.ts';
export { takeFolder } from './lock.ts';
export { DecisionLog, type LogOptions } from './log.ts';
export { RulebookStore } from './rulebooks.ts';
export { headOf, verifyLog } from './verify-log.ts';
