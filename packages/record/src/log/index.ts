export type { LogEntry, RequestKey, WrittenEntry } from './entry.ts';
export { makeFolder, writeWhole } from './files.ts';
export { DecisionLog, type Entry, type LogOptions } from './log.ts';
export type { Index, Indexed } from './log-index.ts';
export { RulebookStore } from './rulebooks.ts';
export { type LogReport, verifyLog } from './verify-log.ts';
