import { readFileSync } from 'node:fs';
import { open, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOfText } from '@proviso/record';
import { makeFolder, writeWhole } from '@proviso/record/log';
import { RULEBOOK_FILE } from './folders.ts';
import { type ShelvedRulebook, shelvedBelow } from './shelf.ts';

const PUBLICATION_FILE = 'publication.json';

/** Who published a text, and when. */
export interface Publication {
  /** The name of the token. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The published rulebooks that are served, as files: `ID/rulebook.md`, and who published it beside it. */
export class PublishedFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What is there. @throws ServiceError when one has errors. */
  read(vocabularies: ReadonlyMap<string, string>): readonly ShelvedRulebook[] {
    return shelvedBelow([this.#folder], vocabularies);
  }

  /** Who published what is there, and when; null when the file was put there by other means. */
  publicationOf({ id, documents }: ShelvedRulebook): Publication | null {
    try {
      const written: unknown = JSON.parse(readFileSync(join(this.#at(id), PUBLICATION_FILE), 'utf8'));
      if (typeof written !== 'object' || written === null) return null;
      if (!('by' in written && 'at' in written && 'digest' in written)) return null;
      const { by, at, digest } = written;
      const isOfText = digest === digestOfText(documents.at(-1)?.text ?? '');
      return isOfText && typeof by === 'string' && typeof at === 'string' ? { by, at } : null;
    } catch {
      return null;
    }
  }

  /** Writes a text in the place of the one of its id; returns once it outlasts a loss of power. */
  async put(id: string, text: string, publication: Publication): Promise<void> {
    const folder = this.#at(id);
    await makeFolders(this.#folder, folder);
    const told = JSON.stringify({ ...publication, digest: digestOfText(text) });
    await writeWhole(join(folder, PUBLICATION_FILE), told);
    await writeWhole(join(folder, RULEBOOK_FILE), text);
  }

  /** Removes a text, also over a loss of power. */
  async remove(id: string): Promise<void> {
    const folder = this.#at(id);
    await rm(join(folder, RULEBOOK_FILE), { force: true });
    await rm(join(folder, PUBLICATION_FILE), { force: true });
    await outlastPowerLoss(folder);
    // It stays when there are rulebooks below it.
    await rmdir(folder).catch(() => {});
  }

  #at(id: string): string {
    return join(this.#folder, ...id.split('/'));
  }
}

/** Makes a folder with all above it, down from one that is made as well, each so that it outlasts a loss of power. */
export async function makeFolders(top: string, folder: string): Promise<void> {
  if (folder !== top) await makeFolders(top, dirname(folder));
  await makeFolder(folder);
}

async function outlastPowerLoss(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
