import { readFileSync } from 'node:fs';
import { parse } from '@proviso/language';
import { isVocabulary } from '@proviso/model';

// `rulebook`, for samples that begin with one.
function read(path: string) {
  const { document } = parse(readFileSync(`rulebooks/${path}`, 'utf8'), {
    resolveVocabulary: (id) => {
      const vocabulary = read(`${id}/vocabulary.md`);
      return isVocabulary(vocabulary) ? { vocabulary } : undefined;
    },
  });
  if (document === undefined) throw new Error(path);
  return document;
}

const rulebook = read('us/wechat/rulebook.md');
if (isVocabulary(rulebook)) throw new Error('a vocabulary');
