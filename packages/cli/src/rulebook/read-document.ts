import type { ParseResult } from '@proviso/language';
import type { Rulebook, Vocabulary } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { MOST_SHOWN, renderFinding } from '../render/findings.ts';
import { type Problem, type UsedVocabulary, vocabularyFinder } from './vocabularies.ts';

/** A document read from its text, with whatever is wrong with it and with the vocabularies it uses. */
export interface ReadDocument {
  readonly file: string;
  readonly text: string;
  readonly parsed: ParseResult;
  readonly vocabularies: readonly UsedVocabulary[];
  /** What is wrong with the vocabularies, then with the document. */
  readonly problems: readonly Problem[];
}

/** Reads a rulebook or a vocabulary from its text. */
export function readDocument(file: string, text: string, context: Context): ReadDocument {
  const finder = vocabularyFinder(file, context);
  const parsed = context.host.language().parse(text, { file, resolveVocabulary: finder.resolve });
  const own = parsed.diagnostics.map((diagnostic) => ({ diagnostic, text }));
  return { file, text, parsed, vocabularies: finder.used, problems: [...finder.problems, ...own] };
}

/** The document, if it has no errors. @throws Failure that shows the first errors otherwise. */
export function soundDocument(read: ReadDocument, context: Context): Rulebook | Vocabulary {
  const { errors } = context.messages;
  const wrong = read.problems.filter(({ diagnostic }) => diagnostic.severity === 'error');
  const { document } = read.parsed;
  if (wrong.length === 0 && document !== undefined) return document;
  const shown = wrong.slice(0, MOST_SHOWN);
  const detail = shown.flatMap(({ diagnostic, text }) => renderFinding(diagnostic, text, errors.error, context));
  throw new Failure('rulebook_errors', errors.rulebookHasErrors(read.file, wrong.length), { detail });
}

/** The digest of a rulebook's texts. */
export function digestOfDocument({ text, vocabularies }: ReadDocument, context: Context): string {
  return context.host.language().digestOf([...vocabularies.map((vocabulary) => vocabulary.text), text]);
}
