import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../format.ts';
import type { Head } from './contract.ts';
import { damaged, readLine, type WrittenEntry } from './entry.ts';
import { makeFolder, readLines, segmentNames, syncFolder, writeWhole } from './files.ts';

/** An entry with the place where it stands. */
export interface FoundEntry extends WrittenEntry {
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
}

/** What was cut off the end of a file because it had not been written whole. */
export interface TornTail {
  readonly segment: string;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** What a folder of segments holds. */
export interface FoundLog {
  readonly head: Head;
  /** The last segment and how many bytes of it are sound; undefined when there is none. */
  readonly end: { readonly segment: string; readonly size: number } | undefined;
  readonly torn: TornTail | undefined;
}

/**
 * Reads all entries in order and checks their digests and their chain.
 * @throws RecordError when anything but the end of the last file is not as it was written.
 */
export async function readEntries(folder: string, each: (found: FoundEntry) => void): Promise<FoundLog> {
  let sequence = 0;
  let digest: Digest | null = null;
  let end: FoundLog['end'];
  let torn: TornTail | undefined;
  const segments = await segmentNames(folder);
  for (const segment of segments) {
    const { lines, bytes } = await readLines(join(folder, segment));
    let sound = 0;
    for (const { text, offset, length, number } of lines) {
      const place = `${segment}:${number}`;
      let read: WrittenEntry;
      try {
        read = readLine(text, place);
      } catch (error) {
        // A loss of power may leave zeros where an unfinished write should be.
        if (segment === segments.at(-1) && bytes.includes(0, offset)) break;
        throw error;
      }
      if (read.entry.sequence !== sequence + 1 || read.entry.previous !== digest)
        throw damaged(place, 'does not follow on the entry before');
      ({ digest } = read);
      sequence++;
      sound = offset + length + 1;
      each({ ...read, segment, offset, length });
    }
    if (sound < bytes.length) {
      if (segment !== segments.at(-1)) throw damaged(segment, 'does not end with a whole entry');
      torn = { segment, offset: sound, bytes: bytes.subarray(sound) };
    }
    end = { segment, size: sound };
  }
  return { head: { entries: sequence, digest }, end, torn };
}

/** Cuts off the end that was not written whole, and keeps it beside the log. No such entry was ever acknowledged. */
export async function cutTorn(folder: string, { segment, offset, bytes }: TornTail): Promise<string> {
  const aside = join(folder, 'torn');
  await makeFolder(aside);
  const file = join(aside, `${segment}.${offset}.${Date.now()}`);
  await writeWhole(file, bytes);
  const handle = await open(join(folder, segment), 'r+');
  try {
    await handle.truncate(offset);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
  return file;
}
