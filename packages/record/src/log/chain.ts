import type { Digest } from '../format.ts';
import { naming } from '../make.ts';
import type { Entry, Head } from './contract.ts';
import { type LogEntry, type WrittenEntry, writeLine } from './entry.ts';

/** An entry that is to be written, with its texts. */
export interface ChainedEntry extends WrittenEntry {
  /** The canonical text of the entry. */
  readonly text: string;
  /** The line of a file, without its line break. */
  readonly line: string;
}

/** What becomes of a batch. */
export interface ChainedBatch {
  /** What is to be written, in order. */
  readonly fresh: readonly ChainedEntry[];
  /** For each entry of the batch what stands for it: a fresh one, or the one that its request made before. */
  readonly results: readonly WrittenEntry[];
  /** Where the chain ends once it is written. */
  readonly head: Head;
}

/** Puts a batch behind the head of a chain. `served`: what requests of it made before, by their key. */
export function chainBatch(
  head: Head,
  batch: readonly Entry[],
  served: ReadonlyMap<Digest, WrittenEntry>,
): ChainedBatch {
  const fresh: ChainedEntry[] = [];
  const made = new Map(served);
  const results: WrittenEntry[] = [];
  let { entries, digest: previous } = head;
  for (const { record, by, request } of batch) {
    const before = request === undefined ? undefined : made.get(request.key);
    if (before !== undefined) {
      results.push(before);
      continue;
    }
    const entry: LogEntry = {
      sequence: entries + 1,
      previous,
      by,
      record: naming(record),
      ...(request === undefined ? {} : { request }),
    };
    const written = { entry, ...writeLine(entry) };
    fresh.push(written);
    const result = { entry, digest: written.digest };
    results.push(result);
    if (request !== undefined) made.set(request.key, result);
    entries++;
    previous = written.digest;
  }
  return { fresh, results, head: { entries, digest: previous } };
}
