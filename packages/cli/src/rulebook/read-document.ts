import type { Diagnostic, ParseResult } from '@proviso/language';
import type { Rulebook, Vocabulary } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { renderFinding } from '../render/findings.ts';
import { locateVocabulary } from './locate.ts';

/** A vocabulary that a document uses, as it was read. */
export interface UsedVocabulary {
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

/** A document read from its text, with whatever is wrong with it and with the vocabularies it uses. */
export interface ReadDocument {
  readonly file: string;
  readonly text: string;
  readonly parsed: ParseResult;
  readonly vocabularies: readonly UsedVocabulary[];
  /** Diagnostics of the document and of its vocabularies, each with the text it is about. */
  readonly problems: readonly { readonly diagnostic: Diagnostic; readonly text: string }[];
}

/** Reads a rulebook or a vocabulary from its text. */
export function readDocument(file: string, text: string, context: Context): ReadDocument {
  const vocabularies: UsedVocabulary[] = [];
  const problems: { diagnostic: Diagnostic; text: string }[] = [];
  const language = context.host.language();
  const parsed = language.parse(text, {
    file,
    resolveVocabulary: (id) => {
      const found = locateVocabulary(id, file, context);
      if (found === undefined) return undefined;
      const vocabulary = readText(found, RULEBOOK_LIMIT, context);
      vocabularies.push({ id, file: found, text: vocabulary });
      const inner = language.parse(vocabulary, { file: found });
      for (const diagnostic of inner.diagnostics) problems.push({ diagnostic, text: vocabulary });
      return inner.document?.kind === 'vocabulary' ? { vocabulary: inner.document } : undefined;
    },
  });
  for (const diagnostic of parsed.diagnostics) problems.push({ diagnostic, text });
  return { file, text, parsed, vocabularies, problems };
}

/** The document, if nothing is wrong with it. @throws Failure that shows the first errors otherwise. */
export function soundDocument(read: ReadDocument, context: Context): Rulebook | Vocabulary {
  const { errors } = context.messages;
  const wrong = read.problems.filter(({ diagnostic }) => diagnostic.severity === 'error');
  const { document } = read.parsed;
  if (wrong.length === 0 && document !== undefined) return document;
  const shown = wrong.slice(0, MOST_SHOWN);
  const detail = shown.flatMap(({ diagnostic, text }) => renderFinding(diagnostic, text, errors.error, context));
  throw new Failure('rulebook_errors', errors.rulebookHasErrors(read.file, wrong.length), { detail });
}

const MOST_SHOWN = 3;

/** The digest of a rulebook's texts. */
export function digestOfDocument({ text, vocabularies }: ReadDocument, context: Context): string {
  return context.host.language().digestOf([...vocabularies.map((vocabulary) => vocabulary.text), text]);
}
