import type { Program } from '@proviso/logic';
import type { Digest, RecordedDocument, RecordedRulebook } from '@proviso/record';
import { ServiceError } from '../errors.ts';
import { findRulebooks } from './folders.ts';
import { programFrom } from './read.ts';

/** A rulebook ready to be asked. */
export interface ShelvedRulebook {
  readonly id: string;
  readonly digest: Digest;
  readonly program: Program;
  /** Its vocabularies in the order of `uses`, then its own. */
  readonly documents: readonly RecordedDocument[];
}

/** Versions of rulebooks that are not served any more, kept compiled at most. */
const MOST_FORMER = 8;

/** The rulebooks that a service answers about, and former versions of them for records. */
export class Shelf {
  readonly #byId: ReadonlyMap<string, ShelvedRulebook>;
  readonly #former = new Map<Digest, Program>();

  constructor(rulebooks: readonly ShelvedRulebook[]) {
    this.#byId = new Map(rulebooks.map((rulebook) => [rulebook.id, rulebook]));
  }

  /** All, by id. */
  get all(): readonly ShelvedRulebook[] {
    return [...this.#byId.values()];
  }

  /** The rulebook of an id; undefined when there is none. */
  find(id: string): ShelvedRulebook | undefined {
    return this.#byId.get(id);
  }

  /** The program for a version that a record names: the one served now, or one compiled from its texts. */
  version({ id, digest }: RecordedRulebook, documents: readonly RecordedDocument[] | undefined): Program | undefined {
    const served = this.#byId.get(id);
    if (served?.digest === digest) return served.program;
    const kept = this.#former.get(digest);
    if (kept !== undefined || documents === undefined) return kept;
    const program = programFrom(documents, id);
    if (program.digest !== digest) return undefined;
    const oldest = this.#former.keys().next();
    if (this.#former.size >= MOST_FORMER && !oldest.done) this.#former.delete(oldest.value);
    this.#former.set(digest, program);
    return program;
  }
}

/** A rulebook from its texts. @throws ServiceError when they have errors. */
export function shelve(documents: readonly RecordedDocument[], name: string): ShelvedRulebook {
  const program = programFrom(documents, name);
  return { id: program.rulebook.id, digest: program.digest, program, documents };
}

/** The rulebooks below folders. @throws ServiceError when there is none, or one has errors. */
export function shelfOf(folders: readonly string[]): Shelf {
  const rulebooks = findRulebooks(folders).map(({ id, file, documents }) => {
    const shelved = shelve(documents, file);
    if (shelved.id === id) return shelved;
    const hint = `put it at ${shelved.id}/rulebook.md, or name it ${id}`;
    throw new ServiceError('rulebook_errors', `${file} is rulebook ${shelved.id}, but lies at ${id}`, hint);
  });
  if (rulebooks.length > 0) return new Shelf(rulebooks);
  const hint = 'name a folder that has ID/rulebook.md in it';
  throw new ServiceError('no_rulebooks', `there is no rulebook below ${folders.join(', ')}`, hint);
}
