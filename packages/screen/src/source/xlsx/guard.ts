import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { ScreenError } from '../../errors.ts';
import { unreadable } from '../files.ts';

/** Excel files are read as a whole, so that their size is limited: the file, and all that is packed in it. */
export const MAX_FILE_BYTES = 100_000_000;
export const MAX_UNPACKED_BYTES = 400_000_000;

/**
 * The bytes of an Excel file, after a look at its size and at what is packed in it. @throws ScreenError `too_many_rows`
 * or `not_readable`.
 */
export async function guardedBytes(path: string, size: number): Promise<Uint8Array> {
  if (size > MAX_FILE_BYTES) throw tooLarge(path);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new ScreenError('not_readable', `${path} is protected by a password, or of the format before Excel 2007.`, {
      where: path,
      hint: 'Save it as .xlsx without a password.',
      values: { reason: 'protected' },
    });
  }
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: (part) => {
        unpacked += part.originalSize;
        return false;
      },
    });
  } catch (error) {
    throw noWorkbook(path, error);
  }
  if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(path);
  return bytes;
}

/** The error that says so. */
export function noWorkbook(path: string, cause: unknown): ScreenError {
  return new ScreenError('not_readable', `${path} is no Excel workbook, or a damaged one.`, { where: path, cause });
}

/** The error that says so. */
export function tooLarge(path: string): ScreenError {
  return new ScreenError('too_many_rows', `${path} is too large to be read as Excel.`, {
    where: path,
    hint: 'Save it as CSV.',
    values: { most: String(MAX_FILE_BYTES) },
  });
}
