import type { Diagnostic, PositionMap, ResolveVocabulary } from '@proviso/language';
import type { Context } from '../context.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { locateVocabulary } from './locate.ts';

/** A vocabulary that a document uses, as it was read. */
export interface UsedVocabulary {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Where its declarations stand. */
  readonly positions: PositionMap;
}

/** A diagnostic with the text it is about. */
export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly text: string;
}

/** Finds and reads the vocabularies of a document, and remembers them and what is wrong with them. */
export interface VocabularyFinder {
  readonly resolve: ResolveVocabulary;
  readonly used: readonly UsedVocabulary[];
  readonly problems: readonly Problem[];
}

/** A finder for the vocabularies of one document. */
export function vocabularyFinder(file: string, context: Context): VocabularyFinder {
  const used: UsedVocabulary[] = [];
  const problems: Problem[] = [];
  const resolve: ResolveVocabulary = (id) => {
    const found = locateVocabulary(id, file, context);
    if (found === undefined) return undefined;
    const text = readText(found, RULEBOOK_LIMIT, context);
    const { document, diagnostics, positions } = context.host.language().parse(text, { file: found });
    used.push({ id, file: found, text, positions });
    for (const diagnostic of diagnostics) problems.push({ diagnostic, text });
    return document?.kind === 'vocabulary' ? { vocabulary: document } : undefined;
  };
  return { resolve, used, problems };
}
