import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type Digest, digestOfText, type RecordedDocument } from '@proviso/record';
import { writeWhole } from '@proviso/record/log';
import { ServiceError } from '../errors.ts';
import { makeFolders } from './published-folder.ts';
import { settled, type Version, versionsIn, type Withdrawn } from './version.ts';

const VERSIONS = 'rulebooks';
const TEXTS = 'texts';
const SUFFIX = '.json';

/**
 * Every version of a rulebook that was ever published: `rulebooks/ID.json` says which, `texts/DIGEST.md` holds the texts.
 * What is served is not told here but by the folder of published rulebooks; the two are made to agree at the start.
 */
export class History {
  readonly #folder: string;
  readonly #byId = new Map<string, readonly Version[]>();
  readonly #unwritten = new Set<string>();

  /**
   * Takes up a folder; it need not be there.
   * @param served what was published and is served now, by id
   * @throws ServiceError when a file is damaged.
   */
  constructor(folder: string, served: ReadonlyMap<string, Version>) {
    this.#folder = folder;
    const written = versionFiles(join(folder, VERSIONS));
    for (const id of new Set([...written.keys(), ...served.keys()])) {
      const before = written.get(id) ?? [];
      const now = settled(before, served.get(id));
      this.#byId.set(id, now);
      if (now !== before) this.#unwritten.add(id);
    }
  }

  /** All versions under an id, first to last; none when nothing was ever published under it. */
  of(id: string): readonly Version[] {
    return this.#byId.get(id) ?? [];
  }

  /** The ids under which anything was ever published, in order. */
  get ids(): readonly string[] {
    return [...this.#byId.keys()].sort();
  }

  /** The ids of which something is known that is in no file yet. */
  get unwritten(): readonly string[] {
    return [...this.#unwritten];
  }

  /** Keeps texts, and what is known of an id, before anything is changed. */
  async prepare(id: string, documents: readonly RecordedDocument[]): Promise<void> {
    for (const { text } of documents) await this.#keep(text);
    if (this.#unwritten.has(id)) await this.#write(id, this.of(id));
  }

  /** Adds a version that is served now and whose texts are kept. */
  async add(id: string, version: Version): Promise<void> {
    const versions = [...this.of(id), version];
    this.#byId.set(id, versions);
    this.#unwritten.add(id);
    // What is not written now is so before the next change, and the next start adds what is served then.
    await this.#write(id, versions).catch(() => {});
  }

  /** Tells that the last version was taken back, once that is done; it is written before. */
  async withdraw(id: string, withdrawn: Withdrawn, remove: () => Promise<void>): Promise<void> {
    const versions = this.of(id);
    const last = versions.at(-1);
    if (last === undefined) return remove();
    const then = [...versions.slice(0, -1), { ...last, withdrawn }];
    await this.#write(id, then);
    this.#unwritten.add(id);
    await remove();
    this.#byId.set(id, then);
    this.#unwritten.delete(id);
  }

  /** The documents of a version; undefined when one of their texts is not here any more, or is another. */
  async documents({ documents }: Version): Promise<readonly RecordedDocument[] | undefined> {
    const found: RecordedDocument[] = [];
    for (const { kind, id, digest } of documents) {
      const text = await readFile(this.#textFile(digest), 'utf8').catch(() => undefined);
      if (text === undefined || digestOfText(text) !== digest) return undefined;
      found.push({ kind, id, text });
    }
    return found;
  }

  async #write(id: string, versions: readonly Version[]): Promise<void> {
    const file = join(this.#folder, VERSIONS, ...id.split('/')).concat(SUFFIX);
    await makeFolders(dirname(this.#folder), dirname(file));
    await writeWhole(file, `${JSON.stringify({ versions }, null, 2)}\n`);
    this.#unwritten.delete(id);
  }

  async #keep(text: string): Promise<void> {
    const file = this.#textFile(digestOfText(text));
    if (existsSync(file)) return;
    await makeFolders(dirname(this.#folder), dirname(file));
    await writeWhole(file, text);
  }

  #textFile(digest: Digest): string {
    return join(this.#folder, TEXTS, `${digest.replace('sha256:', '')}.md`);
  }
}

/** The versions in the files below a folder, by id. */
function versionFiles(folder: string): ReadonlyMap<string, readonly Version[]> {
  const found = new Map<string, readonly Version[]>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || entry.name.startsWith('.') || !entry.name.endsWith(SUFFIX)) continue;
    const id = file
      .slice(folder.length + 1, -SUFFIX.length)
      .split(sep)
      .join('/');
    found.set(id, versionsOf(file));
  }
  return found;
}

function versionsOf(file: string): readonly Version[] {
  const versions = versionsIn(readFileSync(file, 'utf8'));
  if (versions !== undefined) return versions;
  throw new ServiceError(
    'history_damaged',
    { en: `${file} is damaged`, zh: `已发布规则书的历史文件 ${file} 已损坏` },
    {
      en: 'restore it from a backup; or move it away, and the history of this rulebook begins anew',
      zh: '请从备份恢复；或将该文件移走，其历史从头开始',
    },
  );
}
