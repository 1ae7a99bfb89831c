import { join } from 'node:path';
import { RecordError } from '../errors.ts';
import type { Digest } from '../format.ts';
import { type VerifyOptions, verifyRecord } from '../verify.ts';
import { readEntries } from './recover.ts';
import { RulebookStore } from './rulebooks.ts';

/** What checking a log found. */
export interface LogReport {
  /** How many entries are sound and in their chain, from the first on. */
  readonly entries: number;
  /** The digest of the last of them. */
  readonly head: Digest | null;
  readonly problems: readonly { readonly place: string; readonly message: string }[];
  /** How many bytes at the end are of an entry that was never finished; the next start moves them aside. */
  readonly unfinished: number;
}

/**
 * Checks a log without changing it: the digest and chain of every entry, the digests in every record, and that the texts of
 * every rulebook are there. That nothing was cut off its end shows only beside a head that was noted elsewhere.
 */
export async function verifyLog(folder: string, options: VerifyOptions = {}): Promise<LogReport> {
  const problems: { place: string; message: string }[] = [];
  const digests = new Set<Digest>();
  let entries = 0;
  let head: Digest | null = null;
  let unfinished = 0;
  try {
    const found = await readEntries(join(folder, 'log'), ({ entry, digest }) => {
      for (const { path, message } of verifyRecord(entry.record)) {
        problems.push({ place: `entry ${entry.sequence}${path}`, message });
      }
      digests.add(entry.record.rulebook.digest);
      entries++;
      head = digest;
    });
    unfinished = found.torn?.bytes.length ?? 0;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    problems.push({ place: error.field, message: error.message });
  }
  const store = new RulebookStore(join(folder, 'rulebooks'));
  for (const digest of digests) {
    const documents = await store.read(digest);
    const place = `rulebook ${digest}`;
    if (documents === undefined) problems.push({ place, message: 'its texts are not here' });
    else if (options.digestOfTexts?.(documents.map(({ text }) => text)) !== (options.digestOfTexts && digest))
      problems.push({ place, message: 'its texts are not those of its digest' });
  }
  return { entries, head, problems, unfinished };
}
