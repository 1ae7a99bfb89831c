import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical } from '../canonical.ts';
import { RecordError } from '../errors.ts';
import type { Digest, RecordedDocument } from '../format.ts';
import { damaged } from './entry.ts';
import { makeFolder, writeWhole } from './files.ts';

const DIGEST = /^sha256:([0-9a-f]{64})$/;

/** The text in which the texts of a rulebook are kept: canonical JSON. */
export function writeDocuments(documents: readonly RecordedDocument[]): string {
  return canonical({ documents });
}

/** The texts of a rulebook. @throws RecordError when they are not as they were written; their digest is not looked at */
export function readDocuments(rulebook: Digest, text: string): readonly RecordedDocument[] {
  try {
    const kept: { readonly documents: readonly RecordedDocument[] } = JSON.parse(text);
    if (writeDocuments(kept.documents) === text.trimEnd()) return kept.documents;
  } catch {
    // Not what was written, either.
  }
  throw damaged(`rulebook ${rulebook}`, 'has texts that are not as they were written');
}

/** The texts of every version of a rulebook that was ever asked, by digest, each in a file of its own. */
export class RulebookStore {
  readonly #folder: string;
  readonly #kept = new Map<Digest, Promise<void>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the texts of a rulebook; returns once they outlast a loss of power. */
  keep(digest: Digest, documents: readonly RecordedDocument[]): Promise<void> {
    const kept = this.#kept.get(digest);
    if (kept !== undefined) return kept;
    const keeping = this.#write(digest, documents);
    this.#kept.set(digest, keeping);
    // What failed is tried anew the next time.
    keeping.catch(() => this.#kept.delete(digest));
    return keeping;
  }

  /** The texts of a rulebook; undefined when they are not here. */
  async read(digest: Digest): Promise<readonly RecordedDocument[] | undefined> {
    let text: string;
    try {
      text = await readFile(this.#file(digest), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    return readDocuments(digest, text);
  }

  async #write(digest: Digest, documents: readonly RecordedDocument[]): Promise<void> {
    await makeFolder(this.#folder);
    if ((await this.read(digest)) !== undefined) return;
    await writeWhole(this.#file(digest), `${writeDocuments(documents)}\n`);
  }

  #file(digest: Digest): string {
    const [, hex] = DIGEST.exec(digest) ?? [];
    if (hex === undefined) {
      throw new RecordError('not_a_record', 'digest', `${digest} is not a digest`, 'sha256: and 64 hexadecimal digits');
    }
    return join(this.#folder, `${hex}.json`);
  }
}
