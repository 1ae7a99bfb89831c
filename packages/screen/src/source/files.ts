import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { ScreenError } from '../errors.ts';
import { SOURCE_FORMATS, type SourceFormat } from './contract.ts';

const FORMAT_OF_ENDING: Readonly<Record<string, SourceFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.txt': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.parquet': 'parquet',
  '.pq': 'parquet',
  '.xlsx': 'xlsx',
};

/** The format of a file by the ending of its name. @throws ScreenError `unknown_format`. */
export function formatOf(path: string): SourceFormat {
  const format = FORMAT_OF_ENDING[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw new ScreenError('unknown_format', `The ending of ${path} does not tell its format.`, {
    where: path,
    hint: `State the format: ${SOURCE_FORMATS.join(', ')}.`,
    values: { formats: SOURCE_FORMATS.join(', ') },
  });
}

/** Checks that a file is there, is a file, can be read and is not empty; tells its size. @throws ScreenError. */
export async function checkReadable(path: string): Promise<number> {
  const size = await access(path, constants.R_OK)
    .then(() => stat(path))
    .then((found) => {
      if (found.isFile()) return found.size;
      throw new ScreenError('file_unreadable', `${path} is ${found.isDirectory() ? 'a folder' : 'no regular file'}.`, {
        where: path,
        hint: found.isDirectory() ? 'Name the files in it.' : undefined,
        values: { reason: found.isDirectory() ? 'folder' : 'no_file' },
      });
    })
    .catch((error: unknown) => {
      throw unreadable(path, error);
    });
  if (size === 0) {
    throw new ScreenError('empty_file', `${path} is empty: it has not even a header.`, { where: path });
  }
  return size;
}

/** What went wrong with a file, as a ScreenError. */
export function unreadable(path: string, error: unknown): ScreenError {
  if (error instanceof ScreenError) return error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new ScreenError('file_not_found', `There is no file ${path}.`, { where: path, cause: error });
  }
  const reason = code === 'EACCES' || code === 'EPERM' ? 'no_permission' : (code ?? 'unknown');
  const words = reason === 'no_permission' ? 'reading it is not allowed' : String(code ?? error);
  return new ScreenError('file_unreadable', `${path} cannot be read: ${words}.`, {
    where: path,
    values: { reason },
    cause: error,
  });
}

/** The code of an error of the operating system, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** How files are named in messages. */
export function shownFiles(paths: readonly string[]): string {
  return paths.length === 1 ? String(paths[0]) : `${paths.length} files (${paths[0]}, ...)`;
}

/** The first bytes of a file, so many at most. @throws ScreenError. */
export async function beginning(path: string, most: number): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    const buffer = Buffer.alloc(most);
    let have = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, have, buffer.length - have, have);
      have += bytesRead;
      if (bytesRead === 0 || have === buffer.length) return buffer.subarray(0, have);
    }
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await file.close();
  }
}
