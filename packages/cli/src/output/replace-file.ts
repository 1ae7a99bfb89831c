import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all: beside it first, then renamed, so that no reader ever sees half of it.
 * @throws the file system's error when it cannot be written; then nothing is left behind.
 */
export function replaceFile(file: string, content: string | Buffer, mode = 0o666): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content, { mode });
    renameSync(beside, file);
  } catch (error) {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Where nothing could be written there is nothing to remove.
    }
    throw error;
  }
}
