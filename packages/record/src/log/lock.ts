import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordError } from '../errors.ts';
import { makeFolder } from './files.ts';

/** The name of the file that tells which process writes to a folder. */
const LOCK = 'lock';

/**
 * Takes a folder for this process alone; returns what gives it back. A lock whose process has ended is taken over.
 * @throws RecordError when another process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, LOCK);
  const own = JSON.stringify({ pid: process.pid, since: startOf(process.pid), token: randomBytes(9).toString('hex') });
  const part = join(folder, `.${LOCK}.${randomBytes(6).toString('hex')}`);
  await writeFile(part, own, { mode: 0o600, flag: 'wx' });
  try {
    while (!(await linked(part, file))) await removeStale(file, folder);
  } finally {
    await rm(part, { force: true });
  }
  return async () => {
    if ((await textOf(file)) === own) await rm(file, { force: true });
  };
}

/**
 * Makes a folder if need be, and takes it for this process alone; returns what gives it back.
 * @throws RecordError when another process has it.
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  return lockFolder(folder);
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(file: string, folder: string): Promise<void> {
  const text = await textOf(file);
  if (text === undefined) return;
  const holder = holderOf(text);
  if (holder !== undefined && isRunning(holder)) {
    const hint = 'stop that process, or name another data folder';
    const problem = `the data folder ${folder} is in use by process ${holder.pid}`;
    throw new RecordError('log_busy', folder, problem, hint);
  }
  // Two processes may see the same stale lock: it is moved away and looked at once more before it is dropped.
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await textOf(aside)) === text) await rm(aside, { force: true });
  else if (await linked(aside, file)) await rm(aside, { force: true });
}

interface Holder {
  readonly pid: number;
  /** When the process started, where the system tells; guards against a number given out anew. */
  readonly since: string | null;
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, since } = JSON.parse(text);
    return typeof pid === 'number' ? { pid, since: typeof since === 'string' ? since : null } : undefined;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, since }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return since === null || since === startOf(pid);
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
