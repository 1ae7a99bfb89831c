import { join } from 'node:path';
import type { VerifyOptions } from '../verify.ts';
import type { Head, LogReport } from './contract.ts';
import { Inspection } from './inspection.ts';
import { readEntries } from './recover.ts';
import { RulebookStore } from './rulebooks.ts';

/** Where the chain of a folder ends, from its files alone. @throws RecordError when the log is damaged */
export async function headOf(folder: string): Promise<Head> {
  return (await readEntries(join(folder, 'log'), () => {})).head;
}

/**
 * Checks the log of a folder without changing it: the digest and chain of every entry, the digests in every record, and that
 * the texts of every rulebook are there. That nothing was cut off its end shows only beside a head that was noted elsewhere.
 */
export async function verifyLog(folder: string, options: VerifyOptions = {}): Promise<LogReport> {
  const inspection = new Inspection();
  let unfinished = 0;
  try {
    const { torn } = await readEntries(join(folder, 'log'), (found) => inspection.add(found));
    unfinished = torn?.bytes.length ?? 0;
  } catch (error) {
    inspection.stop(error);
  }
  const rulebooks = new RulebookStore(join(folder, 'rulebooks'));
  return inspection.report((digest) => rulebooks.read(digest), options, unfinished);
}
