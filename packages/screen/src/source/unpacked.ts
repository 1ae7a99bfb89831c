import { createReadStream, createWriteStream } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { extname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ScreenError } from '../errors.ts';
import { diskFull, isDiskFull } from '../sink/disk-full.ts';
import { removeTemporary, temporaryFile } from '../sink/temporary-files.ts';
import type { FileSpec, OpenedSource } from './contract.ts';
import { Copies } from './copies.ts';
import { beginning, checkReadable, errorCode, unreadable } from './files.ts';

const GZIP = /\.gz$/i;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
/** A copy has no more bytes than this, whatever the disk holds. */
const MOST_BYTES = 64 * 1024 ** 3;
/** Of what is free where temporary files go, so much may be filled. */
const SHARE_OF_FREE = 0.9;

/** The name of a file without the ending that says that it is packed. */
export function plainName(path: string): string {
  return path.replace(GZIP, '');
}

/**
 * Opens files by way of plain copies where they are packed (`orders.csv.gz`) or come from a stream. The copies are in the folder
 * for as long as the source is open; messages and rows know the files by their own names.
 * @param most bytes of a copy
 * @throws ScreenError, with no copy left behind
 */
export async function openPlain(
  spec: FileSpec,
  folder: string,
  open: (plain: FileSpec) => Promise<OpenedSource>,
  most = MOST_BYTES,
): Promise<OpenedSource> {
  const { stream, signal, ...rest } = spec;
  if (stream === undefined && !spec.paths.some((path) => GZIP.test(path))) return open(rest);
  const copies = new Copies();
  try {
    const paths: string[] = [];
    for (const path of spec.paths) {
      if (stream === undefined && !GZIP.test(path)) {
        paths.push(path);
        continue;
      }
      const copying = { name: path, folder, signal, most: await room(folder, most), copies };
      paths.push(stream === undefined ? await unpacked(path, copying) : await received(stream, copying));
    }
    return copies.renamed(await open({ ...rest, paths }), spec);
  } catch (error) {
    await copies.remove();
    throw copies.renamedError(error);
  }
}

interface Copying {
  /** The file in messages. */
  readonly name: string;
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
  readonly most: number;
  readonly copies: Copies;
}

/** How many bytes a copy may have. */
async function room(folder: string, most: number): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.min(most, Math.floor(bavail * bsize * SHARE_OF_FREE));
}

/** Keeps what comes from a stream, unpacked where it is packed; tells the path of the copy. */
async function received(stream: NonNullable<FileSpec['stream']>, copying: Copying): Promise<string> {
  const { name, folder, signal, most, copies } = copying;
  const raw = copies.add(temporaryFile(folder, extname(name)), name);
  try {
    await pipeline(stream, bounded(name, most), createWriteStream(raw, { flags: 'wx' }), { signal });
  } catch (error) {
    throw copyingError(name, error);
  }
  if (!(await isGzip(raw))) return raw;
  const plain = await unpackedFrom(raw, copying);
  await removeTemporary(raw);
  return plain;
}

/** Unpacks a file; tells the path of the copy. */
async function unpacked(path: string, copying: Copying): Promise<string> {
  await checkReadable(path);
  if (!(await isGzip(path))) throw noGzip(path);
  return unpackedFrom(path, copying);
}

async function unpackedFrom(path: string, { name, folder, signal, most, copies }: Copying): Promise<string> {
  const copy = copies.add(temporaryFile(folder, extname(plainName(name))), name);
  const gunzip = createGunzip();
  try {
    await pipeline(createReadStream(path), gunzip, bounded(name, most), createWriteStream(copy, { flags: 'wx' }), {
      signal,
    });
    // What follows the last packed part is left out by the library in silence.
    if (gunzip.bytesWritten < (await stat(path)).size) throw noGzip(name);
  } catch (error) {
    throw copyingError(name, error);
  }
  return copy;
}

async function isGzip(path: string): Promise<boolean> {
  return (await beginning(path, GZIP_MAGIC.length)).equals(GZIP_MAGIC);
}

/** Lets so many bytes through, and stops at more. */
function bounded(name: string, most: number): Transform {
  let written = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      written += chunk.length;
      if (written > most) done(tooLarge(name, most));
      else done(null, chunk);
    },
  });
}

function copyingError(name: string, error: unknown): unknown {
  if (error instanceof ScreenError) return error;
  if (isDiskFull(error)) return diskFull('temporary files', error);
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR')
    return new ScreenError('not_readable', `${name} is cut off: its packed data ends too early.`, {
      where: name,
      hint: 'Get the whole file again.',
      values: { reason: 'gzip_cut' },
      cause: error,
    });
  if (code?.startsWith('Z_') === true) return noGzip(name, error);
  return code === undefined || code === 'ABORT_ERR' ? error : unreadable(name, error);
}

function noGzip(name: string, cause?: unknown): ScreenError {
  return new ScreenError('not_readable', `${name} is no gzip file, or a damaged one.`, {
    where: name,
    hint: 'Get the file again; a file that is not packed has no .gz at the end of its name.',
    values: { reason: 'gzip' },
    cause,
  });
}

function tooLarge(name: string, most: number): ScreenError {
  return new ScreenError('disk_full', `${name} is too large for a temporary copy: more than ${most} bytes.`, {
    where: name,
    hint: 'Make room where temporary files go (TMPDIR), or give the unpacked file by its name.',
    values: { bytes: String(most) },
  });
}
