import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@proviso/record/log';
import type { Screened } from './contract.ts';

const STATE_FILE = 'screening.json';

/** Keeps how a screening stands in its folder; its progress is not kept. */
export async function keepState(folder: string, screened: Screened): Promise<void> {
  await writeWhole(join(folder, screened.id, STATE_FILE), JSON.stringify({ ...screened, progress: null }));
}

/** The screenings of a folder as they stood when they were last kept, the earliest first. */
export async function readStates(folder: string): Promise<readonly Screened[]> {
  const found: Screened[] = [];
  for (const id of await readdir(folder).catch(() => [])) {
    const text = await readFile(join(folder, id, STATE_FILE), 'utf8').catch(() => undefined);
    // Written whole or not at all, by us alone.
    if (text !== undefined) found.push(JSON.parse(text) as Screened);
  }
  return found.sort((one, other) => (one.madeAt < other.madeAt ? -1 : one.madeAt > other.madeAt ? 1 : 0));
}
