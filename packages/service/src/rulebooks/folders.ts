import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedDocument } from '@proviso/record';
import { usedBy } from './read.ts';

/** The name of the file with a rulebook. */
export const RULEBOOK_FILE = 'rulebook.md';
const VOCABULARY_FILE = 'vocabulary.md';
/** How many parts an id may have. */
export const DEEPEST = 4;

/** The texts of a rulebook that was found. */
export interface FoundRulebook {
  readonly id: string;
  readonly file: string;
  /** Its vocabularies in the order of `uses`, then its own. */
  readonly documents: readonly RecordedDocument[];
}

/** The texts of all vocabularies below folders, by id: `ID/vocabulary.md`. Of two with one id the first folder's counts. */
export function findVocabularies(folders: readonly string[]): ReadonlyMap<string, string> {
  return new Map(findFiles(folders, VOCABULARY_FILE).map(([id, file]) => [id, readFileSync(file, 'utf8')]));
}

/**
 * All rulebooks below folders: `ID/rulebook.md`. Of two with one id the first folder's counts.
 * @param vocabularies the texts of vocabularies by id
 */
export function findRulebooks(
  folders: readonly string[],
  vocabularies: ReadonlyMap<string, string>,
): readonly FoundRulebook[] {
  return findFiles(folders, RULEBOOK_FILE).map(([id, file]) => {
    const text = readFileSync(file, 'utf8');
    const used = usedBy(text).flatMap((vocabulary): RecordedDocument[] => {
      const found = vocabularies.get(vocabulary);
      return found === undefined ? [] : [{ kind: 'vocabulary', id: vocabulary, text: found }];
    });
    return { id, file, documents: [...used, { kind: 'rulebook', id, text }] };
  });
}

/** Files of a name below folders, by the id that their place stands for. */
function findFiles(folders: readonly string[], name: string): readonly (readonly [id: string, file: string])[] {
  const files = new Map<string, string>();
  for (const folder of folders) collect(folder, name, '', 0, files);
  return [...files].sort(([one], [other]) => (one < other ? -1 : 1));
}

function collect(folder: string, name: string, prefix: string, depth: number, files: Map<string, string>): void {
  if (depth > DEEPEST || !existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, name, `${prefix}${entry.name}/`, depth + 1, files);
    else if (entry.name === name && prefix !== '' && !files.has(prefix.slice(0, -1)))
      files.set(prefix.slice(0, -1), path);
  }
}
