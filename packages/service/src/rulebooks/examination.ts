import type { LocalizedText } from '@proviso/model';
import type { Digest, RecordedDocument } from '@proviso/record';
import { examine, isError, type Remark } from './examine.ts';
import { type FailedExample, failedExamples } from './examples.ts';

/** Remarks, or examples, that are told at most. */
export const MOST_TOLD = 200;

/** What was found in a text: plain data, which can be sent from one thread to another. */
export interface Examination {
  /** Null when the text cannot be read. */
  readonly kind: 'rulebook' | 'vocabulary' | null;
  readonly id: string | null;
  readonly title: LocalizedText | null;
  readonly digest: Digest | null;
  /** The vocabularies in the order of `uses`, then the text. */
  readonly documents: readonly RecordedDocument[];
  readonly errors: number;
  readonly warnings: number;
  /** Errors before warnings where not all are told. */
  readonly diagnostics: readonly Remark[];
  /** How many examples were run; null when there are errors. */
  readonly examples: number | null;
  readonly failed: readonly FailedExample[];
}

/** A text, what it is called, and the vocabularies that it may use, by id. */
export interface Examinee {
  readonly text: string;
  readonly file: string;
  readonly vocabularies: ReadonlyMap<string, string>;
}

/** Reads a text, finds what is wrong with it and runs its examples. */
export function examination({ text, file, vocabularies }: Examinee): Examination {
  const { document, digest, documents, program, positions, remarks } = examine(text, {
    file,
    vocabulary: (id) => vocabularies.get(id),
  });
  const errors = remarks.filter(isError).length;
  return {
    kind: document?.kind ?? null,
    id: document?.id ?? null,
    title: document?.title ?? null,
    digest: digest ?? null,
    documents,
    errors,
    warnings: remarks.length - errors,
    diagnostics: mostOf(remarks),
    examples: program === undefined ? null : program.rulebook.examples.length,
    failed: program === undefined ? [] : failedExamples(program, positions).slice(0, MOST_TOLD),
  };
}

function mostOf(remarks: readonly Remark[]): readonly Remark[] {
  if (remarks.length <= MOST_TOLD) return remarks;
  return [...remarks.filter(isError), ...remarks.filter((remark) => !isError(remark))].slice(0, MOST_TOLD);
}
