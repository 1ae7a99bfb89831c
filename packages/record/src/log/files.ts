import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Makes sure that the entries of a folder (new or renamed files) outlast a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that only this user can read. */
export async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(dirname(folder));
}

/** Writes a file whole or not at all, and returns once it outlasts a loss of power. */
export async function writeWhole(file: string, bytes: string | Uint8Array): Promise<void> {
  const folder = dirname(file);
  const part = join(folder, `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  await syncFolder(folder);
}

/** Writes all bytes at a place of a file. */
export async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** The files of a log in order, by name. */
export async function segmentNames(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => SEGMENT.test(name)).sort();
}

/** The name of the file for the entries of a day. */
export function segmentName(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 10)}.jsonl`;
}

const SEGMENT = /^\d{4}-\d{2}-\d{2}\.jsonl$/;

/** A line of a file with its place. */
export interface PlacedLine {
  readonly text: string;
  /** In bytes from the start of the file. */
  readonly offset: number;
  /** In bytes, without the line break. */
  readonly length: number;
  /** From 1. */
  readonly number: number;
}

/** The lines of a file that end with a line break, and the bytes after the last one. */
export async function readLines(file: string): Promise<{ readonly lines: PlacedLine[]; readonly bytes: Buffer }> {
  const bytes = await readFile(file);
  const lines: PlacedLine[] = [];
  let offset = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, offset)) {
    const text = bytes.toString('utf8', offset, end);
    lines.push({ text, offset, length: end - offset, number: lines.length + 1 });
    offset = end + 1;
  }
  return { lines, bytes };
}
