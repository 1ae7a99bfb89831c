import type { StoredProgram } from '@proviso/logic';
import type { Rulebook } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { decode, RULEBOOK_LIMIT, readBytes, readText } from '../input/read-file.ts';
import { type CachedRulebook, RulebookCache } from './cache.ts';
import { type LocatedRulebook, locateRulebook, locateVocabulary } from './locate.ts';
import { refuseErrorsOfMeaning } from './meaning.ts';
import { digestOfDocument, readDocument, soundDocument } from './read-document.ts';
import { COMPILED_FILE, READY_FILE, shippedRulebook } from './shipped.ts';

/** A rulebook without errors, ready to decide with. */
export interface LoadedRulebook {
  readonly rulebook: Rulebook;
  readonly digest: string;
  readonly file: string;
}

/** A rulebook to decide with: it may be without prose and examples. */
export interface ReadyRulebook extends LoadedRulebook {
  /** What a program worked out before. */
  readonly stored?: StoredProgram;
  /** Keeps what a program has worked out for the next time; absent where everything is kept already. */
  readonly keep?: (stored: StoredProgram) => void;
}

/** Loads the rulebook that the command names. */
export function loadNamedRulebook(context: Context): LoadedRulebook {
  return loadRulebook(locateRulebook(context), context);
}

/** Loads what deciding needs of the rulebook that the command names. */
export function loadReadyRulebook(context: Context): ReadyRulebook {
  return load(locateRulebook(context), context, READY_FILE);
}

/**
 * Loads a rulebook the quickest way that is sound: as read at build time, as read before, or by reading its text now.
 * @throws Failure when the text has errors; then nothing is kept.
 */
export function loadRulebook(located: LocatedRulebook, context: Context): LoadedRulebook {
  return load(located, context, COMPILED_FILE);
}

function load(
  located: LocatedRulebook,
  context: Context,
  form: typeof COMPILED_FILE | typeof READY_FILE,
): ReadyRulebook {
  const { file, id } = located;
  const text = readBytes(file, RULEBOOK_LIMIT, context);
  const find = (vocabulary: string) => locateVocabulary(vocabulary, file, context);
  if (id !== undefined) {
    const shipped = shippedRulebook(context.host.home, id, file, text, find, form);
    if (shipped !== undefined) {
      const { rulebook, digest, stored } = shipped;
      return { rulebook, digest, file, ...(stored === undefined ? {} : { stored }) };
    }
  }
  const cache = new RulebookCache(context);
  const textDigest = context.host.sha256(text);
  const known = cache.read(textDigest);
  const sound = known?.uses.every((used) => digestOfFile(find(used.id), context) === used.sha256) === true;
  const entry = sound ? known : readAnew(file, text, context);
  if (!sound && form !== READY_FILE) cache.write(textDigest, entry);
  return {
    rulebook: entry.rulebook,
    digest: entry.digest,
    file,
    ...(entry.stored === undefined ? {} : { stored: entry.stored }),
    keep: (stored) => cache.write(textDigest, { ...entry, stored }),
  };
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
