/** Something the caller can put right: one line, and what to do. */
export class Fault extends Error {
  name = 'Fault';
  /** 2 for wrong use, 1 for everything else that stops a run. */
  exitCode;

  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const REASONS = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** A failed write, told in a sentence. */
export function cannotWrite(path, error) {
  const reason = REASONS[error.code] ?? String(error.message).split('\n')[0];
  return new Fault(`cannot write ${path}: ${reason}`);
}
