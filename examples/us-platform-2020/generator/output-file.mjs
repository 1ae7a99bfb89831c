import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { cannotWrite, Fault } from './fault.mjs';

/** The exit code of a run that was stopped. */
export const STOPPED = 130;

const kindOf = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 'none' : found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'device';
};

function leave(drop) {
  drop();
  process.exit(STOPPED);
}

/**
 * Where to write so that FILE is there only when it is whole: beside it, renamed at the end. A pipe or device is written to directly.
 * @param {(drop: () => void) => void} whenStopped what to do when the run is to stop, on Ctrl-C for example
 * @throws {Fault} when nothing can be written there
 */
export function outputFile(path, whenStopped = leave) {
  let kind;
  try {
    kind = kindOf(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  if (kind === 'folder') throw new Fault(`cannot write ${path}: it is a folder`);
  if (kind === 'device') return { path, keep: () => {}, drop: () => {} };
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  try {
    closeSync(openSync(partial, 'wx'));
  } catch (error) {
    throw cannotWrite(path, error);
  }
  const drop = () => rmSync(partial, { force: true });
  const stop = () => whenStopped(drop);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return { path: partial, keep: () => renameSync(partial, path), drop };
}
