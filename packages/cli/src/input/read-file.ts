import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Trouble } from '../messages/contract.ts';
import { pause } from '../output/write.ts';

const MEBIBYTE = 1 << 20;
/** Largest file of facts of one transaction. */
export const FACTS_LIMIT = MEBIBYTE;
/** Largest rulebook or vocabulary. */
export const RULEBOOK_LIMIT = 16 * MEBIBYTE;
/** Largest file of cases. */
export const CASES_LIMIT = 64 * MEBIBYTE;

const CHUNK = 1 << 16;

/**
 * Reads a file, or standard input for `-`, whole, unless it is bigger than the limit: then it is refused unread.
 * @param missing what to say where there is no such file
 */
export function readBytes(path: string, limit: number, context: Context, missing?: Trouble): Buffer {
  const { errors } = context.messages;
  const name = path === '-' ? errors.onStandardInput : path;
  let descriptor = 0;
  try {
    if (path !== '-') descriptor = openSync(path, 'r');
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new Failure('file_is_folder', errors.fileIsFolder(path));
    if (stat.isFile() && stat.size > limit) throw tooLarge(name, mebibytes(stat.size), limit, context);
    return readChunks(descriptor, stat.isFile() ? stat.size : 0, name, limit, context);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new Failure('file_not_found', missing ?? errors.fileNotFound(path));
    }
    throw new Failure('file_unreadable', errors.fileUnreadable(name, code));
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** Reads a text in UTF-8, see {@link readBytes}; a byte order mark is left out. */
export function readText(path: string, limit: number, context: Context, missing?: Trouble): string {
  return decode(readBytes(path, limit, context, missing), path, context);
}

/** Bytes as text in UTF-8; a byte order mark is left out. */
export function decode(bytes: Buffer, path: string, context: Context): string {
  const { errors } = context.messages;
  if (!isUtf8(bytes)) throw new Failure('not_utf8', errors.notUtf8(path === '-' ? errors.onStandardInput : path));
  const text = bytes.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function readChunks(descriptor: number, expected: number, name: string, limit: number, context: Context): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(CHUNK, expected + 1 - total));
    const count = readSome(descriptor, chunk);
    if (count === 0) return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > limit) throw tooLarge(name, `> ${mebibytes(limit)}`, limit, context);
  }
}

function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

function tooLarge(name: string, size: string, limit: number, context: Context): Failure {
  return new Failure('file_too_large', context.messages.errors.fileTooLarge(name, size, mebibytes(limit)));
}

function mebibytes(size: number): string {
  return `${Math.round((size / MEBIBYTE) * 10) / 10} MiB`;
}
