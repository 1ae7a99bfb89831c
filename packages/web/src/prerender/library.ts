import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, parse } from '@proviso/language';
import { compile, type Program } from '@proviso/logic';

/** A rulebook ready to decide. */
export interface Volume {
  readonly id: string;
  readonly program: Program;
}

/** Reads every rulebook in a folder. @throws Error when one has errors: an app is not built of broken law. */
export function readLibrary(folder: string): readonly Volume[] {
  return rulebookFolders(folder, '')
    .map((id) => ({ id, program: readOne(folder, id) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function rulebookFolders(folder: string, id: string): readonly string[] {
  const here = join(folder, id);
  return readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
    const path = id === '' ? entry.name : `${id}/${entry.name}`;
    if (entry.isDirectory()) return rulebookFolders(folder, path);
    return entry.name === 'rulebook.md' ? [id] : [];
  });
}

function readOne(folder: string, id: string): Program {
  const file = join(folder, id, 'rulebook.md');
  const text = readFileSync(file, 'utf8');
  const texts: string[] = [];
  const resolveVocabulary = (name: string) => {
    const vocabulary = join(folder, name, 'vocabulary.md');
    if (!existsSync(vocabulary)) return undefined;
    const words = readFileSync(vocabulary, 'utf8');
    texts.push(words);
    const { document } = parse(words, { file: vocabulary });
    return document?.kind === 'vocabulary' ? { vocabulary: document } : undefined;
  };
  const { document, diagnostics } = parse(text, { file, resolveVocabulary });
  if (document?.kind !== 'rulebook') throw new Error(`${file}: ${diagnostics[0]?.message ?? 'not a rulebook'}`);
  return compile(document, { digest: digestOf([...texts, text]) });
}
