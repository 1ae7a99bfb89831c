import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StoredProgram } from '@proviso/logic';
import type { Rulebook } from '@proviso/model';
import { BUILD_ID } from '../build-id.ts';
import { RULEBOOK_FILE, VOCABULARY_FILE } from './locate.ts';

/** The name of the file that holds a rulebook read when the program was built. */
export const COMPILED_FILE = 'compiled.json';
/** The same without prose and examples, with what a program works out: all that deciding needs. */
export const READY_FILE = 'ready.json';

/** A rulebook that was read when the program was built. */
export interface ShippedRulebook {
  readonly build: string;
  readonly digest: string;
  readonly uses: readonly string[];
  readonly rulebook: Rulebook;
  /** What a program has worked out for all dates. Only in the file {@link READY_FILE}. */
  readonly stored?: StoredProgram;
}

/** A rulebook without what only readers of the document need. */
export function withoutProse(rulebook: Rulebook): Rulebook {
  const vocabularies = rulebook.vocabularies.map((vocabulary) => ({ ...vocabulary, sections: [] }));
  return { ...rulebook, vocabularies, sections: [], examples: [], situations: [] };
}

/**
 * The rulebook with this id as read at build time, if its text and the texts of its vocabularies are byte for byte those
 * that would be read now. Comparing bytes needs no digest, which keeps `node:crypto` out of the usual start.
 */
export function shippedRulebook(
  home: string,
  id: string,
  file: string,
  text: Buffer,
  findVocabulary: (id: string) => string | undefined,
  form: typeof COMPILED_FILE | typeof READY_FILE,
): ShippedRulebook | undefined {
  const folder = join(home, 'dist', 'rulebooks');
  const compiled = join(folder, id, form);
  if (!existsSync(compiled) || !isCopy(join(folder, id, RULEBOOK_FILE), file, text)) return undefined;
  const shipped = JSON.parse(readFileSync(compiled, 'utf8')) as ShippedRulebook;
  if (shipped.build !== BUILD_ID) return undefined;
  const same = shipped.uses.every((vocabulary) => {
    const found = findVocabulary(vocabulary);
    const copy = join(folder, vocabulary, VOCABULARY_FILE);
    return found !== undefined && isCopy(copy, found, undefined);
  });
  return same ? shipped : undefined;
}

function isCopy(copy: string, file: string, text: Buffer | undefined): boolean {
  if (resolve(file) === copy) return true;
  return existsSync(copy) && readFileSync(copy).equals(text ?? readFileSync(file));
}
