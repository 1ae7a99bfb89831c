import { createHash } from 'node:crypto';
import { canonical } from '../canonical.ts';
import { RecordError } from '../errors.ts';
import type { DecisionRecord, Digest } from '../format.ts';
import { readRecord } from '../read.ts';

/** Ties an entry to the request that made it, so that the same request again gives the same entry. */
export interface RequestKey {
  /** Digest of whose key it is and the key. */
  readonly key: Digest;
  /** Digest of what was sent with it. */
  readonly body: Digest;
}

/** A decision in the log. Its record names its rulebook; the texts are kept beside the log. */
export interface LogEntry {
  /** 1, 2, 3, ... */
  readonly sequence: number;
  /** Digest of the entry before; null for the first. */
  readonly previous: Digest | null;
  /** Who asked. */
  readonly by: string;
  readonly request?: RequestKey;
  readonly record: DecisionRecord;
}

/** An entry as it stands in a file. */
export interface WrittenEntry {
  readonly entry: LogEntry;
  readonly digest: Digest;
}

const HEAD = '{"digest":"';
const MIDDLE = '","entry":';
const ENTRY_AT = HEAD.length + 'sha256:'.length + 64 + MIDDLE.length;

/**
 * The line of an entry, without its line break: JSON, in which the digest is that of the canonical text of the entry.
 * With it, digest and text by themselves.
 */
export function writeLine(entry: LogEntry): { readonly line: string; readonly digest: Digest; readonly text: string } {
  const text = canonical(entry);
  const digest = sha256(text);
  return { line: lineOf(digest, text), digest, text };
}

/** The line that a digest and a text make. */
export function lineOf(digest: Digest, text: string): string {
  return `${HEAD}${digest}${MIDDLE}${text}}`;
}

/** Reads a line. @throws RecordError when it is not what was written. */
export function readLine(line: string, place: string): WrittenEntry {
  const digest = line.slice(HEAD.length, HEAD.length + 'sha256:'.length + 64);
  const text = line.slice(ENTRY_AT, -1);
  const framed = line === lineOf(digest, text);
  if (!framed || sha256(text) !== digest) throw damaged(place, 'is not an entry as it was written');
  const entry: LogEntry = JSON.parse(text);
  readRecord(entry.record);
  return { entry, digest };
}

/** The error for a place of the log that is not as it was written. */
export function damaged(place: string, problem: string): RecordError {
  const hint = 'restore it from a copy; nothing is repaired that had been written whole';
  return new RecordError('log_damaged', place, `the log of decisions is damaged: ${place} ${problem}`, hint);
}

/** The error for a store that was closed. */
export function closedStore(): RecordError {
  return new RecordError('log_failed', 'log', 'the log is closed', 'open it again');
}

function sha256(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
