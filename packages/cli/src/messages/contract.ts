import type { RuleState } from '@proviso/logic';
import type { EventKind, Language, MayProceed, RuleKind, Status, Verdict } from '@proviso/model';

/** Everything Proviso's command line says in one language, as far as every command needs it. */
export interface Messages {
  readonly language: Language;
  readonly words: Words;
  readonly decision: DecisionMessages;
  readonly errors: ErrorMessages;
  readonly types: TypeMessages;
}

/** What an error says: what is wrong and what to do next, each a sentence. */
export interface Trouble {
  readonly what: string;
  readonly next?: string | undefined;
}

/** Single words and how they are put together. */
export interface Words {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly mayProceed: Readonly<Record<MayProceed, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly ruleKinds: Readonly<Record<RuleKind, string>>;
  readonly eventKinds: Readonly<Record<EventKind, string>>;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  /** Between parts of an enumeration: `a, b and c`. */
  list(items: readonly string[]): string;
  /** Between alternatives: `a, b or c`. */
  alternatives(items: readonly string[]): string;
  /** `21 September 2020` */
  date(year: number, month: number, day: number): string;
  /** A day with the clock time and the offset: `17:43 on 19 September 2020 (UTC-04:00)`. */
  clock(date: string, time: string, offset: string): string;
  /** A text in quotes. */
  quoted(text: string): string;
  /** A label with the name it has in a rulebook. */
  named(label: string, name: string): string;
  /** `X: Y` */
  pair(left: string, right: string): string;
  /** `X (Y)` */
  aside(text: string, aside: string): string;
  /** A document and the place in it. */
  cited(document: string, place: string): string;
  /** Puts sentences that are already closed one after the other. */
  sentences(parts: readonly string[]): string;
  /** Closes a sentence, unless it is closed. */
  sentence(text: string): string;
}

/** What stands where in the answer to `decide`. */
export interface DecisionMessages {
  /** The answer in one sentence, by verdict and by whether the transaction may go ahead. */
  opening(parts: OpeningParts): string;
  readonly onAllKnown: string;
  onKnown(date: string): string;
  readonly notEnforced: string;
  heldBack(parts: {
    verdict: string;
    provision: string;
    status: string;
    since: string | null;
    event: string | null;
    citation: string;
  }): string;
  readonly why: string;
  readonly nothingReaches: string;
  /** What a rule does on these facts, after its name: `prohibits`, `would prohibit`. */
  effect(parts: EffectParts): string;
  readonly conditions: Readonly<Record<'met' | 'unmet' | 'unknown', string>>;
  readonly underReadings: string;
  /** All combinations of the open readings have one verdict. */
  sameUnderReadings(combinations: number, verdict: string): string;
  /** So many entries are left out here; where they are all shown. */
  more(count: number): string;
  moreQuestions(count: number): string;
  readonly missing: string;
  readonly needKinds: Readonly<Record<'fact' | 'reading' | 'status' | 'open', string>>;
  canSettle(verdicts: string): string;
  argued(by: string): string;
  readonly change: string;
  changeTo(verdict: string, changes: string): string;
  readonly duties: string;
  due(rhythm: 'by' | 'yearly' | 'until' | null, date: string | null): string;
  readonly dutyOpen: string;
  readonly presumed: string;
  readonly readings: string;
  readonly withinDay: string;
  fromUntil(from: string, until: string): string;
  readonly validity: string;
  valid(from: string | null, until: string | null): string;
  scope(parts: { id: string; digest: string; engine: string }): string;
}

/** What the opening sentence needs. */
export interface OpeningParts {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
  /** Title and id of the rulebook. */
  readonly rulebook: string;
  readonly asOf: string;
  /** "on what was known on ..." in the language. */
  readonly known: string;
  /** Possible verdicts in words. */
  readonly possible: string;
}

/** What the effect of a rule needs. */
export interface EffectParts {
  readonly kind: RuleKind;
  readonly state: RuleState;
  readonly status: Status;
  readonly by: string | null;
  readonly since: string | null;
  readonly event: string | null;
}

/** Every error that the command line itself finds. */
export interface ErrorMessages {
  readonly error: string;
  readonly warning: string;
  /** What a code reports, in this language; undefined where the message itself says so. */
  codeTitle(code: string): string | undefined;
  /** Where a value was given. */
  readonly onCommandLine: string;
  readonly onStandardInput: string;
  didYouMean(names: string): string;
  fileNotFound(path: string): Trouble;
  factsNotFound(path: string): Trouble;
  fileIsFolder(path: string): Trouble;
  fileUnreadable(path: string, code: string): Trouble;
  fileTooLarge(path: string, size: string, limit: string): Trouble;
  notUtf8(path: string): Trouble;
  emptyFacts(path: string): Trouble;
  malformedJson(code: JsonTrouble): Trouble;
  factsNotObject(found: string): Trouble;
  twoValues(fact: string, first: string): Trouble;
  twoReadings(reading: string): Trouble;
  wrongAssignment(argument: string): Trouble;
  wrongReading(argument: string): Trouble;
  rulebookMissing(known: readonly string[]): Trouble;
  unknownRulebook(id: string, near: readonly string[], known: readonly string[]): Trouble;
  notARulebook(path: string): Trouble;
  noVocabulary(id: string): Trouble;
  rulebookHasErrors(file: string, errors: number): Trouble;
  /** What is said, with its full stop. */
  sentence(text: string): string;
  /** What would be right. */
  expected(what: string): string;
  internal(detail: string): Trouble;
  notBuilt: string;
}

/** Ways in which JSON can be malformed. */
export type JsonTrouble =
  | 'symbol'
  | 'number'
  | 'property_name'
  | 'value'
  | 'colon'
  | 'comma'
  | 'close_brace'
  | 'close_bracket'
  | 'end'
  | 'comment'
  | 'string_end'
  | 'unicode'
  | 'escape'
  | 'character'
  | 'depth'
  | 'digits';

/** How the values of a type are described to a person who has to give one. */
export interface TypeMessages {
  readonly boolean: string;
  oneOf(values: string): string;
  number(kind: 'integer' | 'decimal' | 'fraction', minimum: string | undefined, maximum: string | undefined): string;
  readonly date: string;
  readonly instant: string;
  readonly text: string;
  readonly country: string;
  several(of: string): string;
}
