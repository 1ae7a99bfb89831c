import { digestOf, type PositionMap, parse } from '@proviso/language';
import { type CheckOptions, check, compile, type Finding, type Program } from '@proviso/logic';
import type { LocalizedText, Rulebook, Vocabulary } from '@proviso/model';
import type { Digest, RecordedDocument } from '@proviso/record';
import { titleOf } from './code-titles.ts';

/** Something wrong, or probably wrong, with a rulebook, at its place. */
export interface Remark extends Pick<Finding, 'severity' | 'message' | 'hint' | 'zh' | 'others' | 'witness'> {
  readonly code: string;
  readonly title: LocalizedText;
  /** The name of the text, or the id of a vocabulary that it uses. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a text was found to be. */
export interface Examined {
  /** Undefined when there are errors in the language. */
  readonly document: Rulebook | Vocabulary | undefined;
  /** Undefined when there are errors, and for a vocabulary. */
  readonly program: Program | undefined;
  readonly digest: Digest | undefined;
  /** The vocabularies in the order of `uses`, then the text. */
  readonly documents: readonly RecordedDocument[];
  readonly positions: PositionMap;
  /** In the order of the text; those about its meaning last. */
  readonly remarks: readonly Remark[];
}

/** How to examine a text. */
export interface Examining extends CheckOptions {
  /** What the text is called in remarks. */
  readonly file: string;
  /** The text of a vocabulary by its id. */
  vocabulary(id: string): string | undefined;
}

/** Reads a rulebook or a vocabulary and finds what is wrong with it. */
export function examine(text: string, { file, vocabulary, ...options }: Examining): Examined {
  const used: { readonly id: string; readonly text: string; readonly positions: PositionMap }[] = [];
  const { document, diagnostics, positions } = parse(text, {
    file,
    resolveVocabulary: (id) => {
      const found = vocabulary(id);
      if (found === undefined) return undefined;
      const read = parse(found, { file: id });
      used.push({ id, text: found, positions: read.positions });
      return read.document?.kind === 'vocabulary' ? { vocabulary: read.document } : undefined;
    },
  });
  const documents: RecordedDocument[] = [
    ...used.map(({ id, text }): RecordedDocument => ({ kind: 'vocabulary', id, text })),
    { kind: 'rulebook', id: document?.id ?? '', text },
  ];
  const remarks: Remark[] = diagnostics.map((found) => ({ ...found, title: titleOf(found.code) }));
  const examined = { document, documents, positions };
  if (document?.kind !== 'rulebook') return { ...examined, remarks, program: undefined, digest: undefined };
  const program = compile(document, { digest: digestOf(documents.map((one) => one.text)) });
  const places = [{ file, positions }, ...used.map((one) => ({ file: one.id, positions: one.positions }))];
  const meaning = check(program, options).map((finding) => remarkOf(finding, places));
  const isSound = !meaning.some(isError);
  return {
    ...examined,
    remarks: [...remarks, ...meaning],
    program: isSound ? program : undefined,
    digest: program.digest,
  };
}

/** Whether a remark is about an error. */
export function isError({ severity }: Pick<Remark, 'severity'>): boolean {
  return severity === 'error';
}

interface Place {
  readonly file: string;
  readonly positions: PositionMap;
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function remarkOf(finding: Finding, places: readonly Place[]): Remark {
  const { code, severity, message, hint, zh, kind, name, others, witness } = finding;
  const found = places.find(({ positions }) => positions.find(kind, name) !== undefined);
  return {
    ...{ code, severity, title: titleOf(code), message, hint, zh },
    file: found?.file ?? places[0]?.file ?? '',
    ...(found?.positions.find(kind, name)?.nameRange ?? START),
    ...(others === undefined ? {} : { others }),
    ...(witness === undefined ? {} : { witness }),
  };
}
