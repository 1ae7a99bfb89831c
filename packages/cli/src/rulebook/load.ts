import type { Rulebook } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { decode, RULEBOOK_LIMIT, readBytes, readText } from '../input/read-file.ts';
import { type CachedRulebook, RulebookCache } from './cache.ts';
import { type LocatedRulebook, locateRulebook, locateVocabulary } from './locate.ts';
import { refuseErrorsOfMeaning } from './meaning.ts';
import { digestOfDocument, readDocument, soundDocument } from './read-document.ts';
import { shippedRulebook } from './shipped.ts';

/** A rulebook without errors, ready to decide with. */
export interface LoadedRulebook {
  readonly rulebook: Rulebook;
  readonly digest: string;
  readonly file: string;
}

/** Loads the rulebook that the command names. */
export function loadNamedRulebook(context: Context): LoadedRulebook {
  return loadRulebook(locateRulebook(context), context);
}

/**
 * Loads a rulebook the quickest way that is sound: as read at build time, as read before, or by reading its text now.
 * @throws Failure when the text has errors; then nothing is kept.
 */
export function loadRulebook(located: LocatedRulebook, context: Context): LoadedRulebook {
  const { file, id } = located;
  const text = readBytes(file, RULEBOOK_LIMIT, context);
  const find = (vocabulary: string) => locateVocabulary(vocabulary, file, context);
  if (id !== undefined) {
    const shipped = shippedRulebook(context.host.home, id, file, text, find);
    if (shipped !== undefined) return { rulebook: shipped.rulebook, digest: shipped.digest, file };
  }
  const cache = new RulebookCache(context);
  const textDigest = context.host.sha256(text);
  const known = cache.read(textDigest);
  if (known?.uses.every((used) => digestOfFile(find(used.id), context) === used.sha256))
    return { rulebook: known.rulebook, digest: known.digest, file };
  const entry = readAnew(file, text, context);
  cache.write(textDigest, entry);
  return { rulebook: entry.rulebook, digest: entry.digest, file };
}

function readAnew(file: string, text: Buffer, context: Context): CachedRulebook {
  const read = readDocument(file, decode(text, file, context), context);
  const document = soundDocument(read, context);
  if (document.kind === 'vocabulary') throw new Failure('not_a_rulebook', context.messages.errors.notARulebook(file));
  refuseErrorsOfMeaning(document, read, context);
  return {
    rulebook: document,
    digest: digestOfDocument(read, context),
    uses: read.vocabularies.map((vocabulary) => ({ id: vocabulary.id, sha256: context.host.sha256(vocabulary.text) })),
  };
}

function digestOfFile(file: string | undefined, context: Context): string | undefined {
  return file === undefined ? undefined : context.host.sha256(readText(file, RULEBOOK_LIMIT, context));
}
