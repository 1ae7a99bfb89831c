import type { Language, MayProceed, Verdict } from '@proviso/model';

/** What a memo says in one language, beside what the rulebook and the proof say. */
export interface MemoWords {
  readonly language: Language;
  readonly title: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly mayProceed: Readonly<Record<MayProceed, string>>;
  /** The date line: both are dates in words; `known` is null for all that the rulebook knows. */
  vantage(asOf: string, known: string | null): string;
  valid(from: string | null, until: string | null): string;
  readonly notEnforced: string;
  readonly headings: Readonly<Record<MemoHeading, string>>;
  readonly needKinds: Readonly<Record<'fact' | 'reading' | 'status' | 'open', string>>;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly none: string;
  readonly noFacts: string;
  changeTo(verdict: string, changes: string): string;
  more(count: number): string;
  list(items: readonly string[]): string;
  pair(left: string, right: string): string;
  aside(text: string, aside: string): string;
  /** `21 September 2020`, with `time` and `offset` unless the moment stands for its day. */
  date(
    year: number,
    month: number,
    day: number,
    clock: { readonly time: string; readonly offset: string } | null,
  ): string;
  readonly record: Readonly<Record<RecordLine, string>>;
  readonly unsaved: string;
  readonly scope: string;
}

/** The parts of a memo. */
export type MemoHeading =
  | 'facts'
  | 'readings'
  | 'presumed'
  | 'reasons'
  | 'byReading'
  | 'missing'
  | 'change'
  | 'sources'
  | 'record';

/** The lines by which a record is found again. */
export type RecordLine =
  | 'id'
  | 'madeAt'
  | 'rulebook'
  | 'rulebookDigest'
  | 'factsDigest'
  | 'answerDigest'
  | 'recordDigest'
  | 'engine';
