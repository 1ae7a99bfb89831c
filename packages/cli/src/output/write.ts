import { writeSync } from 'node:fs';

const STDOUT = 1;
const STDERR = 2;

/** Writes text to standard output, whole. A reader that went away is no error. */
export function writeOut(text: string): void {
  writeWhole(STDOUT, text);
}

/** Writes text to standard error, whole. */
export function writeError(text: string): void {
  writeWhole(STDERR, text);
}

// Straight to the descriptor: opening `process.stdout` costs several milliseconds of every start.
function writeWhole(descriptor: number, text: string): void {
  let rest = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** Waits a moment for a descriptor that is not ready. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
