import { readFileSync } from 'node:fs';
import { open, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOfText } from '@proviso/record';
import { makeFolder, writeWhole } from '@proviso/record/log';
import type { Examination } from './examination.ts';
import { Examiner } from './examiner.ts';
import { RULEBOOK_FILE } from './folders.ts';
import { compiledFrom } from './read.ts';
import * as refuse from './refusals.ts';
import { type Shelf, type ShelvedRulebook, shelvedBelow } from './shelf.ts';

const FOLDER = 'published';
const PUBLICATION_FILE = 'publication.json';

/** Who published the text that is served, and when. */
export interface Publication {
  /** The name of the token. */
  readonly by: string;
  readonly at: string;
}

/** Where a rulebook comes from. */
export interface Provenance {
  /** `shipped`: from a folder that the service was started with. `published`: sent in while a service ran. */
  readonly origin: 'shipped' | 'published';
  /** Whether a shipped rulebook of this id stands behind it and is not served. */
  readonly shadows: boolean;
  /** Null when it was not published, or its file was put there by other means. */
  readonly publication: Publication | null;
}

/** Under which conditions a rulebook is replaced. */
export interface Terms {
  readonly by: string;
  /** Whether it may stand before a shipped rulebook of its id. */
  readonly shadow: boolean;
  /** Throws when the version that is served now is not one that the sender had in mind. */
  expects(served: ShelvedRulebook | undefined): void;
}

/** Rulebooks that are published into the data folder while the service runs. */
export class Publishing {
  /** All rulebooks that are served. */
  readonly shelf: Shelf;
  readonly #shipped: Shelf;
  readonly #folder: string;
  readonly #now: () => number;
  readonly #examiner = new Examiner();
  readonly #published = new Map<string, Publication | null>();
  #line: Promise<unknown> = Promise.resolve();

  /**
   * Takes up what was published into a data folder earlier.
   * @throws ServiceError when one of those has errors, which a later version of the language can find.
   */
  constructor(dataFolder: string, shipped: Shelf, now: () => number) {
    this.#shipped = shipped;
    this.#folder = join(dataFolder, FOLDER);
    this.#now = now;
    this.shelf = shipped.copy();
    for (const rulebook of shelvedBelow([this.#folder], shipped.vocabularies)) {
      this.shelf.put(rulebook);
      this.#published.set(rulebook.id, this.#publicationOf(rulebook));
    }
  }

  /** Where a rulebook that is served comes from. */
  provenanceOf(id: string): Provenance {
    const publication = this.#published.get(id);
    if (publication === undefined) return { origin: 'shipped', shadows: false, publication: null };
    return { origin: 'published', shadows: this.#shipped.find(id) !== undefined, publication };
  }

  /** Finds what is wrong with a text. @param file what the text is called in remarks @throws Problem when that takes too much */
  examine(text: string, file: string): Promise<Examination> {
    return this.#examiner.examine({ text, file, vocabularies: this.shelf.vocabularies });
  }

  /**
   * Publishes a text under an id, for all questions from now on; returns once it outlasts a loss of power.
   * @returns the rulebook, and whether none had been published under its id
   * @throws Problem when it has errors or its examples fail, when it is not of this id, or the terms do not allow it.
   */
  publish(
    id: string,
    text: string,
    terms: Terms,
  ): Promise<{ readonly rulebook: ShelvedRulebook; readonly isNew: boolean }> {
    return this.#alone(async () => {
      const rulebook = await this.#read(id, text);
      const served = this.shelf.find(id);
      const before = this.#published.has(id);
      // The same text again changes nothing, whatever was served when it was sent first.
      if (before && served?.digest === rulebook.digest) return { rulebook: served, isNew: false };
      terms.expects(served);
      if (this.#shipped.find(id) !== undefined && !terms.shadow) throw refuse.shipped(id);
      const publication = { by: terms.by, at: new Date(this.#now()).toISOString() };
      const file = this.#fileOf(id);
      await makeFolders(this.#folder, dirname(file));
      await writeWhole(
        join(dirname(file), PUBLICATION_FILE),
        JSON.stringify({ ...publication, digest: digestOfText(text) }),
      );
      await writeWhole(file, text);
      this.shelf.put(rulebook);
      this.#published.set(id, publication);
      return { rulebook, isNew: !before };
    });
  }

  /**
   * Takes a published rulebook back, also over a loss of power. A shipped one that it stood before is served again.
   * @throws Problem when none was published under the id, or the terms do not allow it.
   */
  withdraw(id: string, { expects }: Pick<Terms, 'expects'>): Promise<void> {
    return this.#alone(async () => {
      const served = this.shelf.find(id);
      if (!this.#published.has(id)) throw served === undefined ? refuse.unknown(id) : refuse.notPublished(id);
      expects(served);
      const folder = dirname(this.#fileOf(id));
      await rm(join(folder, RULEBOOK_FILE), { force: true });
      await rm(join(folder, PUBLICATION_FILE), { force: true });
      await outlastPowerLoss(folder);
      // It stays when there are rulebooks below it.
      await rmdir(folder).catch(() => {});
      const shipped = this.#shipped.find(id);
      if (shipped === undefined) this.shelf.take(id);
      else this.shelf.put(shipped);
      this.#published.delete(id);
    });
  }

  /** A text that may be published under an id. @throws Problem */
  async #read(id: string, text: string): Promise<ShelvedRulebook> {
    if (!isPublishable(id)) throw refuse.unfitId(id);
    const found = await this.examine(text, RULEBOOK_FILE);
    if (found.errors > 0) throw refuse.errors(found);
    if (found.kind !== 'rulebook' || found.id !== id) throw refuse.other(id, found);
    if (found.failed.length > 0) throw refuse.examples(found.failed);
    const { documents } = found;
    const program = compiledFrom(documents, id);
    return { id, digest: program.digest, program, documents };
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await this.#line;
    await this.#examiner.close();
  }

  #fileOf(id: string): string {
    return join(this.#folder, ...id.split('/'), RULEBOOK_FILE);
  }

  /** What is written beside a text, if it is about that text. */
  #publicationOf({ id, documents }: ShelvedRulebook): Publication | null {
    try {
      const written: unknown = JSON.parse(readFileSync(join(dirname(this.#fileOf(id)), PUBLICATION_FILE), 'utf8'));
      if (typeof written !== 'object' || written === null) return null;
      if (!('by' in written && 'at' in written && 'digest' in written)) return null;
      const { by, at, digest } = written;
      const isOfText = digest === digestOfText(documents.at(-1)?.text ?? '');
      return isOfText && typeof by === 'string' && typeof at === 'string' ? { by, at } : null;
    } catch {
      return null;
    }
  }

  /** One change after the other. */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => {});
    return done;
  }
}

/** Whether an id can be the name of a folder on every system: lower case, at most so many parts. */
function isPublishable(id: string): boolean {
  return id.length <= 100 && /^[a-z0-9_]+(-[a-z0-9_]+)*(\/[a-z0-9_]+(-[a-z0-9_]+)*){0,3}$/.test(id);
}

async function makeFolders(top: string, folder: string): Promise<void> {
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
