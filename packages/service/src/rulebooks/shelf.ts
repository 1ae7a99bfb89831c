import type { Program } from '@proviso/logic';
import type { Digest, RecordedDocument, RecordedRulebook } from '@proviso/record';
import { ServiceError } from '../errors.ts';
import { findRulebooks, findVocabularies } from './folders.ts';
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
  readonly #byId: Map<string, ShelvedRulebook>;
  readonly #vocabularies: ReadonlyMap<string, string>;
  readonly #former = new Map<Digest, Program>();

  /** @param vocabularies texts of vocabularies by id; those of the rulebooks, if absent */
  constructor(rulebooks: readonly ShelvedRulebook[], vocabularies = vocabulariesOf(rulebooks)) {
    this.#byId = new Map(rulebooks.map((rulebook) => [rulebook.id, rulebook]));
    this.#vocabularies = vocabularies;
  }

  /** All, by id. */
  get all(): readonly ShelvedRulebook[] {
    return [...this.#byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The rulebook of an id; undefined when there is none. */
  find(id: string): ShelvedRulebook | undefined {
    return this.#byId.get(id);
  }

  /** The texts of vocabularies that rulebooks may use, by id. */
  get vocabularies(): ReadonlyMap<string, string> {
    return this.#vocabularies;
  }

  /** The same rulebooks on another shelf, which can be changed by itself. */
  copy(): Shelf {
    return new Shelf([...this.#byId.values()], this.#vocabularies);
  }

  /** Puts a rulebook in the place of the one of its id. */
  put(rulebook: ShelvedRulebook): void {
    this.#retire(rulebook.id);
    this.#byId.set(rulebook.id, rulebook);
  }

  /** Takes a rulebook away. */
  take(id: string): void {
    this.#retire(id);
    this.#byId.delete(id);
  }

  /** The program for a version that a record names: the one served now, or one compiled from its texts. */
  version({ id, digest }: RecordedRulebook, documents: readonly RecordedDocument[] | undefined): Program | undefined {
    const served = this.#byId.get(id);
    if (served?.digest === digest) return served.program;
    const kept = this.#former.get(digest);
    if (kept !== undefined || documents === undefined) return kept;
    const program = programFrom(documents, id);
    if (program.digest !== digest) return undefined;
    this.#keep(program);
    return program;
  }

  #retire(id: string): void {
    const served = this.#byId.get(id);
    if (served !== undefined) this.#keep(served.program);
  }

  #keep(program: Program): void {
    const oldest = this.#former.keys().next();
    if (this.#former.size >= MOST_FORMER && !oldest.done) this.#former.delete(oldest.value);
    this.#former.set(program.digest, program);
  }
}

function vocabulariesOf(rulebooks: readonly ShelvedRulebook[]): ReadonlyMap<string, string> {
  const used = rulebooks.flatMap(({ documents }) => documents.filter(({ kind }) => kind === 'vocabulary'));
  return new Map(used.map(({ id, text }) => [id, text]));
}

/** A rulebook from its texts. @throws ServiceError when they have errors. */
export function shelve(documents: readonly RecordedDocument[], name: string): ShelvedRulebook {
  const program = programFrom(documents, name);
  return { id: program.rulebook.id, digest: program.digest, program, documents };
}

/** The rulebooks below folders. @throws ServiceError when there is none, or one has errors. */
export function shelfOf(folders: readonly string[]): Shelf {
  const vocabularies = findVocabularies(folders);
  const rulebooks = shelvedBelow(folders, vocabularies);
  if (rulebooks.length > 0) return new Shelf(rulebooks, vocabularies);
  throw new ServiceError(
    'no_rulebooks',
    { en: `there is no rulebook below ${folders.join(', ')}`, zh: `${folders.join('、')} 之下没有规则书` },
    { en: 'name a folder that has ID/rulebook.md in it', zh: '请指明含有“标识/rulebook.md”的文件夹' },
  );
}

/**
 * The rulebooks below folders, each at the place that its id says.
 * @param vocabularies the texts of vocabularies by id
 * @throws ServiceError when one has errors.
 */
export function shelvedBelow(
  folders: readonly string[],
  vocabularies: ReadonlyMap<string, string>,
): readonly ShelvedRulebook[] {
  return findRulebooks(folders, vocabularies).map(({ id, file, documents }) => {
    const shelved = shelve(documents, file);
    if (shelved.id === id) return shelved;
    throw new ServiceError(
      'rulebook_errors',
      {
        en: `${file} is rulebook ${shelved.id}, but lies at ${id}`,
        zh: `${file} 是规则书 ${shelved.id}，却位于 ${id}`,
      },
      {
        en: `put it at ${shelved.id}/rulebook.md, or name it ${id}`,
        zh: `请将其放在 ${shelved.id}/rulebook.md，或将其标识改为 ${id}`,
      },
    );
  });
}
