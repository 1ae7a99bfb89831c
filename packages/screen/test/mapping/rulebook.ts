import { readFileSync } from 'node:fs';
import { parse } from '@proviso/language';
import { allDeclarations, type Declarations, isVocabulary, type Rulebook, type Vocabulary } from '@proviso/model';
import type { InputColumn, StoredType } from '../../src/columns.ts';

const FOLDER = new URL('../../../../rulebooks/', import.meta.url);

function read(path: string): Rulebook | Vocabulary {
  const result = parse(readFileSync(new URL(path, FOLDER), 'utf8'), {
    file: path,
    resolveVocabulary: (id) => {
      const vocabulary = read(`${id}/vocabulary.md`);
      return isVocabulary(vocabulary) ? { vocabulary } : undefined;
    },
  });
  if (result.document === undefined) throw new Error(`${path}: ${JSON.stringify(result.diagnostics.slice(0, 3))}`);
  return result.document;
}

/** Declarations of a rulebook that is written out. */
export function declarationsOf(text: string): Declarations {
  const { document, diagnostics } = parse(`\`\`\`proviso\n${text}\n\`\`\`\n`, { file: 'test.md' });
  if (document === undefined || isVocabulary(document)) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return allDeclarations(document);
}

function wechat(): Declarations {
  const document = read('us/wechat/rulebook.md');
  if (isVocabulary(document)) throw new Error('us/wechat is a vocabulary');
  return allDeclarations(document);
}

/** The declarations of `us/wechat`. */
export const WECHAT = wechat();

/** Columns of one kind. */
export function columnsOf(names: readonly string[], stored: StoredType = 'text'): readonly InputColumn[] {
  return names.map((name) => ({ name, stored }));
}

/** How many random cases a property is tried on. */
export const RUNS = Number(process.env.PROVISO_RUNS ?? '100');
