import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, link, open, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ScreenError } from '../errors.ts';
import { SINK_FORMATS, type SinkFormat, type SinkSpec } from './contract.ts';
import { diskFull, isDiskFull } from './disk-full.ts';
import { forgetTemporary, keepForRemoval, removeTemporary } from './temporary-files.ts';

const FORMAT_OF_ENDING: Readonly<Record<string, SinkFormat>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.parquet': 'parquet',
  '.pq': 'parquet',
  '.xlsx': 'xlsx',
};

/** The format of a target. @throws ScreenError `unknown_format`. */
export function sinkFormat(spec: SinkSpec): SinkFormat {
  const format = spec.format ?? FORMAT_OF_ENDING[extname(spec.path).toLowerCase()];
  if (format !== undefined) return format;
  throw new ScreenError('unknown_format', `The ending of ${spec.path} does not tell its format.`, {
    where: spec.path,
    hint: `State the format: ${SINK_FORMATS.join(', ')}.`,
    values: { formats: SINK_FORMATS.join(', ') },
  });
}

/** A file that appears whole or not at all. */
export interface Target {
  /** Where it is written until it is whole. */
  readonly temporary: string;
  /** Puts the file in its place; tells its bytes. */
  finish(): Promise<number>;
  discard(): Promise<void>;
}

/** Checks that a target can be written. @throws ScreenError `output_exists` or `output_unwritable`. */
export async function openTarget(spec: SinkSpec, inputs: readonly string[]): Promise<Target> {
  const there = await statOf(spec.path);
  const path = there === undefined ? resolve(spec.path) : await realpath(spec.path);
  if (there !== undefined) await checkReplaceable(spec, there, inputs);
  const folder = dirname(path);
  await access(folder, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    throw unwritable(spec.path, error);
  });
  const name = basename(path).slice(0, 80);
  const temporary = keepForRemoval(join(folder, `.${name}.proviso-${randomBytes(6).toString('hex')}.tmp`));
  return {
    temporary,
    finish: () => finish(spec, temporary, path),
    discard: () => removeTemporary(temporary),
  };
}

async function checkReplaceable(spec: SinkSpec, there: Stats, inputs: readonly string[]): Promise<void> {
  if (!there.isFile()) {
    throw new ScreenError(
      'output_unwritable',
      `${spec.path} is ${there.isDirectory() ? 'a folder' : 'no regular file'}.`,
      {
        where: spec.path,
        hint: 'Name a file.',
        values: { reason: there.isDirectory() ? 'folder' : 'no_file' },
      },
    );
  }
  for (const input of inputs) {
    const read = await statOf(input);
    if (read === undefined || read.ino !== there.ino || read.dev !== there.dev) continue;
    throw new ScreenError('output_unwritable', `${spec.path} is the input itself.`, {
      where: spec.path,
      hint: 'Write to another file.',
      values: { reason: 'input' },
    });
  }
  if (spec.overwrite !== true) throw exists(spec.path);
}

async function finish(spec: SinkSpec, temporary: string, path: string): Promise<number> {
  try {
    const file = await open(temporary, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    const { size } = await stat(temporary);
    if (spec.overwrite === true) await rename(temporary, path);
    else await renameUnlessThere(temporary, path);
    forgetTemporary(temporary);
    return size;
  } catch (error) {
    await removeTemporary(temporary);
    throw writingError(spec.path, error);
  }
}

/** Unlike a plain rename, does not replace a file that has come into being meanwhile, where the file system can tell. */
async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw exists(to);
    if ((await statOf(to)) !== undefined) throw exists(to);
    await rename(from, to);
    return;
  }
  await removeTemporary(from);
}

function exists(path: string): ScreenError {
  return new ScreenError('output_exists', `${path} is there already.`, {
    where: path,
    hint: 'Name another file, or say that it may be replaced.',
  });
}

/** What went wrong while writing, as a ScreenError where it has to do with the target; other errors stay what they are. */
export function writingError(path: string, error: unknown): unknown {
  if (error instanceof ScreenError) return error;
  if (isDiskFull(error)) return diskFull(path, error);
  const code = codeOf(error);
  if (code !== undefined) return unwritable(path, error);
  if (error instanceof Error && /^INTERRUPT Error/.test(error.message)) {
    return new ScreenError('cancelled', 'Cancelled; nothing was written.', { where: path, cause: error });
  }
  if (error instanceof Error && /cannot (?:open|write)|could not write|read-only file system/i.test(error.message)) {
    return unwritable(path, error);
  }
  return error;
}

function unwritable(path: string, error: unknown): ScreenError {
  const code = codeOf(error);
  const reason =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'no_folder'
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? 'no_permission'
        : (code ?? 'unknown');
  const words =
    reason === 'no_folder'
      ? 'its folder is not there'
      : reason === 'no_permission'
        ? 'writing in its folder is not allowed'
        : reason;
  return new ScreenError('output_unwritable', `${path} cannot be written: ${words}.`, {
    where: path,
    values: { reason },
    cause: error,
  });
}

async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw unwritable(path, error);
  });
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
