import type { Answer } from '@proviso/logic';
import type { FactValues } from '@proviso/model';

/** The name and version of the form of a record. A record of any version that was ever written stays readable. */
export const RECORD_FORMAT = 'proviso.record/1';

/** SHA-256 as `sha256:` and 64 hexadecimal digits. */
export type Digest = string;

/** A text that a rulebook is made of. */
export interface RecordedDocument {
  readonly kind: 'vocabulary' | 'rulebook';
  /** `us/wechat` */
  readonly id: string;
  /** The whole Markdown text, byte for byte. */
  readonly text: string;
}

/** The rulebook that was asked: named by its digest, or carried along. */
export interface RecordedRulebook {
  readonly id: string;
  /** Over the texts of the vocabularies in the order of `uses`, then the rulebook's own. */
  readonly digest: Digest;
  /** The vocabularies in the order of `uses`, then the rulebook. Absent when it is only named. */
  readonly documents?: readonly RecordedDocument[];
}

/**
 * A decision as it is kept: the question, what it was asked of, and the answer, so that anybody can ask again and compare.
 * Its canonical form is JSON after RFC 8785.
 */
export interface DecisionRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly id: string;
  /** When it was made: ISO 8601 in UTC with milliseconds. */
  readonly madeAt: string;
  readonly engine: string;
  readonly rulebook: RecordedRulebook;
  /** As it was asked; null for what was left out. */
  readonly question: {
    readonly asOf: string | null;
    readonly knownOn: string | null;
    readonly readings: Readonly<Record<string, string>>;
  };
  /** The instants that it came to, with the offset of the rulebook's zone. A question without "as of" is pinned to `madeAt`. */
  readonly resolved: {
    readonly asOf: string;
    /** null: all that the rulebook knows. */
    readonly knownOn: string | null;
  };
  /** In canonical form; null is "don't know". */
  readonly facts: FactValues;
  readonly answer: Answer;
  readonly digests: {
    readonly rulebook: Digest;
    readonly facts: Digest;
    readonly answer: Digest;
    /** Over the record without its documents and without this digest. */
    readonly record: Digest;
  };
}
