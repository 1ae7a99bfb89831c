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

/** A rulebook that the service holds. */
export interface RulebookEntry {
  readonly id: string;
  readonly title: LocalizedText;
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
