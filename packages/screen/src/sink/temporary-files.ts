import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const files = new Set<string>();

/**
 * A path for a temporary file that is removed by {@link removeTemporaryFiles} should the process be told to end.
 * Creates nothing.
 */
export function temporaryFile(folder: string, ending: string): string {
  return keepForRemoval(join(folder, `proviso-${randomBytes(8).toString('hex')}${ending}`));
}

/**
 * Has a file, or a folder with all that is in it, removed by {@link removeTemporaryFiles} unless it is forgotten
 * before.
 */
export function keepForRemoval(path: string): string {
  files.add(path);
  return path;
}

/** The file is in its final place, or gone: it is no longer removed at the end. */
export function forgetTemporary(path: string): void {
  files.delete(path);
}

/** Removes a temporary file. */
export async function removeTemporary(path: string): Promise<void> {
  await rm(path, { force: true });
  files.delete(path);
}

/**
 * Removes all temporary files at once: for the handlers of SIGINT and SIGTERM, and of the end of the process. Never
 * throws.
 */
export function removeTemporaryFiles(): void {
  for (const path of files) {
    try {
      rmSync(path, { force: true, recursive: true });
    } catch {
      // The folder may be gone already, or the system may still hold the file.
    }
  }
  files.clear();
}
