import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedDocument } from '@proviso/record';
import { usedBy } from './read.ts';

const RULEBOOK_FILE = 'rulebook.md';
const VOCABULARY_FILE = 'vocabulary.md';
const DEEPEST = 4;

/** The texts of a rulebook that was found. */
export interface FoundRulebook {
  readonly id: string;
  readonly file: string;
  /** Its vocabularies in the order of `uses`, then its own. */
  readonly documents: readonly RecordedDocument[];
}

/** All rulebooks below folders: `ID/rulebook.md`. Of two with one id the first folder's counts. */
export function findRulebooks(folders: readonly string[]): readonly FoundRulebook[] {
  const files = new Map<string, string>();
  for (const folder of folders) collect(folder, '', 0, files);
  return [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, file]) => readFound(id, file, folders));
}

function readFound(id: string, file: string, folders: readonly string[]): FoundRulebook {
  const text = readFileSync(file, 'utf8');
  const vocabularies = usedBy(text).flatMap((vocabulary): RecordedDocument[] => {
    const found = folders.map((folder) => join(folder, vocabulary, VOCABULARY_FILE)).find((one) => existsSync(one));
    return found === undefined ? [] : [{ kind: 'vocabulary', id: vocabulary, text: readFileSync(found, 'utf8') }];
  });
  return { id, file, documents: [...vocabularies, { kind: 'rulebook', id, text }] };
}

function collect(folder: string, prefix: string, depth: number, files: Map<string, string>): void {
  if (depth > DEEPEST || !existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, `${prefix}${entry.name}/`, depth + 1, files);
    else if (entry.name === RULEBOOK_FILE && prefix !== '' && !files.has(prefix.slice(0, -1)))
      files.set(prefix.slice(0, -1), path);
  }
}
