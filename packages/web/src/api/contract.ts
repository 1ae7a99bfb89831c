import type { Answer, Explanation } from '@proviso/logic';
import type {
  EnumerationValue,
  FactValues,
  Language,
  LocalizedText,
  Rulebook,
  SettledVerdict,
  ValueType,
} from '@proviso/model';

/** What is asked of the service. */
export interface Question {
  readonly rulebook: string;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly facts: FactValues;
}

/** A rulebook as it is listed: by the service, or by the page as it was built. */
export interface RulebookEntry {
  readonly id: string;
  readonly title: LocalizedText;
  /** Of its texts: another digest is another version. */
  readonly digest: string;
  /** `shipped`: from a folder that the service was started with. `published`: sent in while it ran. */
  readonly origin: 'shipped' | 'published';
  /** Whether a shipped rulebook of this id is not served because of it. */
  readonly shadows: boolean;
  /** By which token it was published, and when (ISO 8601); null for one that was not, or by other means. */
  readonly publication: Publication | null;
  /** How many versions were ever published under this id. */
  readonly versions: number;
}

/** By which token something was published, and when (ISO 8601). */
export interface Publication {
  readonly by: string;
  readonly at: string;
}

/** A rulebook that was published once, while none of its id is served. */
export interface WithdrawnEntry {
  readonly id: string;
  readonly title: LocalizedText;
  readonly versions: number;
}

/** A version of a rulebook that was published. */
export interface VersionEntry {
  /** From 1, in the order in which they were published. */
  readonly version: number;
  readonly digest: string;
  readonly title: LocalizedText;
  /** Null for one that came by other means. */
  readonly publication: Publication | null;
  /** Null unless it was taken back; null in both where its file was removed by other means. */
  readonly withdrawn: { readonly by: string | null; readonly at: string | null } | null;
  readonly served: boolean;
}

/** Versions, latest first. */
export interface VersionsReply {
  readonly versions: readonly VersionEntry[];
  /** The cursor of the next page; null at the end. */
  readonly next: number | null;
}

/** A rulebook with its text and rules. */
export interface RulebookReply {
  readonly id: string;
  readonly digest: string;
  readonly document: Rulebook;
}

/** A question to put to a person. */
export interface PosedQuestion {
  /** The path of the fact. */
  readonly fact: string;
  readonly label: LocalizedText;
  readonly question: LocalizedText;
  readonly help?: LocalizedText;
  readonly type: ValueType;
  /** The values of an enumeration, in order of declaration. */
  readonly values?: readonly EnumerationValue[];
  readonly why: Why;
}

/** Why a question is asked. */
export interface Why {
  /** The verdicts that some answer to it alone would settle. */
  readonly canSettle: readonly SettledVerdict[];
  /** Rules whose conditions mention it. */
  readonly rules: readonly WhyRule[];
}

/** A rule that turns on a question. */
export interface WhyRule {
  readonly rule: string;
  readonly label?: LocalizedText;
  readonly provision?: string;
}

/** The next question, and the answer so far. */
export interface NextReply {
  readonly next: PosedQuestion | null;
  readonly atMostLeft: number;
  readonly answer: Answer;
}

/** An answer with its proof. */
export interface ExplanationReply {
  readonly answer: Answer;
  readonly explanation: Explanation;
}

/** An answer that was kept. */
export interface SavedReply {
  readonly id: string;
  readonly recordDigest: string;
}

/** In which language a memo is written. */
export type MemoLanguage = Language | 'both';
