import { ScreenError } from '../errors.ts';

/**
 * Whether an error says that a disk, a quota or a file size limit is used up: an error of the system, or the engine's
 * words for one.
 */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG')) return true;
  return /no space left|disk quota exceeded|file too large|max_temp_directory_size/i.test(error.message);
}

/** The error that says so. */
export function diskFull(where: string, cause: unknown): ScreenError {
  return new ScreenError(
    'disk_full',
    `There is no room left on the disk for ${where}. Nothing was left half-written.`,
    {
      where,
      hint: 'Make room, or write to another disk.',
      cause,
    },
  );
}
