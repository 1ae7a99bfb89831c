import { join } from 'node:path';
import type { RecordedDocument } from '@proviso/record';
import type { Examination } from './examination.ts';
import { Examiner } from './examiner.ts';
import { RULEBOOK_FILE } from './folders.ts';
import { History } from './history.ts';
import { type Publication, PublishedFolder } from './published-folder.ts';
import { compiledFrom } from './read.ts';
import * as refuse from './refusals.ts';
import type { Shelf, ShelvedRulebook } from './shelf.ts';
import { type Version, versionOf } from './version.ts';
import { versionGone } from './version-refusals.ts';

const FOLDER = 'published';
const HISTORY_FOLDER = 'history';

/** Where a rulebook comes from. */
export interface Provenance {
  /** `shipped`: from a folder that the service was started with. `published`: sent in while a service ran. */
  readonly origin: 'shipped' | 'published';
  /** Whether a shipped rulebook of this id stands behind it and is not served. */
  readonly shadows: boolean;
  /** Null when it was not published, or its file was put there by other means. */
  readonly publication: Publication | null;
  /** How many versions were ever published under its id. */
  readonly versions: number;
}

/** Who changes what is served, and under which conditions. */
export interface Terms {
  readonly by: string;
  /** Throws when the version that is served now is not one that the sender had in mind. */
  expects(served: ShelvedRulebook | undefined): void;
}

/** Under which conditions a rulebook is published. */
export interface PublishingTerms extends Terms {
  /** Whether it may stand before a shipped rulebook of its id. */
  readonly shadow: boolean;
}

/** Rulebooks that are published into the data folder while the service runs. */
export class Publishing {
  /** All rulebooks that are served. */
  readonly shelf: Shelf;
  readonly #shipped: Shelf;
  readonly #folder: PublishedFolder;
  readonly #history: History;
  readonly #now: () => number;
  readonly #examiner = new Examiner();
  readonly #published = new Map<string, Publication | null>();
  #line: Promise<unknown> = Promise.resolve();

  /**
   * Takes up what was published into a data folder earlier.
   * @throws ServiceError when one of those has errors, which a later version of the language can find, or the history of
   * one is damaged.
   */
  constructor(dataFolder: string, shipped: Shelf, now: () => number) {
    this.#shipped = shipped;
    this.#folder = new PublishedFolder(join(dataFolder, FOLDER));
    this.#now = now;
    this.shelf = shipped.copy();
    const served = new Map<string, Version>();
    for (const rulebook of this.#folder.read(shipped.vocabularies)) {
      this.shelf.put(rulebook);
      served.set(rulebook.id, versionOf(rulebook, this.#folder.publicationOf(rulebook)));
    }
    this.#history = new History(join(dataFolder, HISTORY_FOLDER), served);
    for (const id of served.keys()) this.#published.set(id, this.#history.of(id).at(-1)?.publication ?? null);
  }

  /** Writes down what is served and not in the history yet, as of a folder that has none. */
  remember(): Promise<void> {
    return this.#alone(async () => {
      for (const id of this.#history.unwritten) {
        const documents = this.#published.has(id) ? this.shelf.find(id)?.documents : [];
        // Where there is no room now, it is written before the next change.
        await this.#history.prepare(id, documents ?? []).catch(() => {});
      }
    });
  }

  /** Where a rulebook that is served comes from. */
  provenanceOf(id: string): Provenance {
    const versions = this.#history.of(id).length;
    const publication = this.#published.get(id);
    if (publication === undefined) return { origin: 'shipped', shadows: false, publication: null, versions };
    return { origin: 'published', shadows: this.#shipped.find(id) !== undefined, publication, versions };
  }

  /** Whether a published rulebook of an id is served: the last of its versions. */
  isServed(id: string): boolean {
    return this.#published.has(id);
  }

  /** Every version that was published under an id, first to last. @throws Problem when there is no such rulebook */
  versionsOf(id: string): readonly Version[] {
    const versions = this.#history.of(id);
    if (versions.length === 0 && this.shelf.find(id) === undefined) throw refuse.unknown(id);
    return versions;
  }

  /** The documents of a version under an id. @throws Problem when their texts are not here any more */
  async documentsOf(id: string, version: Version): Promise<readonly RecordedDocument[]> {
    const served = this.shelf.find(id);
    if (served?.digest === version.digest) return served.documents;
    const documents = await this.#history.documents(version);
    if (documents === undefined) throw versionGone(id, version.digest);
    return documents;
  }

  /** Rulebooks that were published, and of whose id none is served any more, by id, each with its last version. */
  get withdrawn(): readonly { readonly id: string; readonly last: Version; readonly versions: number }[] {
    return this.#history.ids.flatMap((id) => {
      const versions = this.#history.of(id);
      const last = versions.at(-1);
      return last === undefined || this.shelf.find(id) !== undefined ? [] : [{ id, last, versions: versions.length }];
    });
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
    terms: PublishingTerms,
  ): Promise<{ readonly rulebook: ShelvedRulebook; readonly isNew: boolean }> {
    return this.#alone(async () => {
      const rulebook = await this.#read(id, text);
      const served = this.shelf.find(id);
      const before = this.#published.has(id);
      // The same text again changes nothing, whatever was served when it was sent first.
      if (before && served?.digest === rulebook.digest) return { rulebook: served, isNew: false };
      terms.expects(served);
      if (this.#shipped.find(id) !== undefined && !terms.shadow) throw refuse.shipped(id);
      const publication = { by: terms.by, at: this.#moment() };
      const replaced = before && served !== undefined ? served.documents : [];
      await this.#history.prepare(id, [...replaced, ...rulebook.documents]);
      await this.#folder.put(id, text, publication);
      this.shelf.put(rulebook);
      this.#published.set(id, publication);
      await this.#history.add(id, versionOf(rulebook, publication));
      return { rulebook, isNew: !before };
    });
  }

  /**
   * Takes a published rulebook back, also over a loss of power. A shipped one that it stood before is served again.
   * @throws Problem when none was published under the id, or the terms do not allow it.
   */
  withdraw(id: string, { by, expects }: Terms): Promise<void> {
    return this.#alone(async () => {
      const served = this.shelf.find(id);
      if (!this.#published.has(id)) throw served === undefined ? refuse.unknown(id) : refuse.notPublished(id);
      expects(served);
      await this.#history.prepare(id, served?.documents ?? []);
      await this.#history.withdraw(id, { by, at: this.#moment() }, () => this.#folder.remove(id));
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

  #moment(): string {
    return new Date(this.#now()).toISOString();
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
