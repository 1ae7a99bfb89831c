import type { Comparison, EventKind, RuleKind, Status, Verdict } from '@proviso/model';
import type { RuleState } from '../../answer.ts';
import type { EventStep, StepTruth, VerdictStep } from '../explanation.ts';

/** A day, as year, month (1 to 12) and day, with what is needed when it is not a whole day. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `start`: the day from its start, told as the day; `end`: its last second; else the clock time. */
  readonly at: 'start' | 'end' | { readonly clock: string; readonly offset: string };
}

/** A rule as sentences name it. */
export interface RuleWords {
  readonly kind: RuleKind;
  /** Names of provisions with their labels, already joined. */
  readonly names: string;
  readonly many: boolean;
  readonly otherwise: 'prohibited' | 'restricted' | undefined;
}

/**
 * Everything Proviso itself says in an explanation, in one language. Every entry is a whole sentence or a whole phrase that
 * stands alone; nothing is put together from pieces of a sentence.
 */
export interface Messages {
  /** Between sentences that follow each other. */
  readonly space: string;
  date(parts: DateParts): string;
  between(earliest: string, latest: string): string;
  quoted(text: string): string;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
  more(count: number): string;
  /** A provision with its pinpoint. */
  pinpointed(name: string, pinpoint: string): string;
  /** A rule by its provision and label. */
  labelled(provision: string, label: string): string;
  /** An instrument by its name and title. */
  labelledInstrument(name: string, title: string): string;
  /** A fact or term of a party. */
  ofParty(party: string, what: string): string;

  verdict(value: Verdict, mayProceed: VerdictStep['mayProceed'], possible: string): string;
  readonly verdictNames: Readonly<Record<Verdict, string>>;
  readonly notEnforced: string;
  vantage(asOf: string, knownOn: string | null): string;
  byReading(suppositions: string, verdict: string): string;
  answered(question: string, answer: string): string;
  heldBack(verdict: Verdict, provision: string, status: Status): string;

  /** `status`: what keeps a rule from being in force. */
  rule(words: RuleWords, state: RuleState, applies: StepTruth, by: string, status: Status): string;
  /** An exception, or several of which the same is true. */
  exception(words: RuleWords, state: RuleState, by: string, status: Status): string;
  readonly repeated: string;
  must(text: string): string;
  due(rhythm: 'by' | 'yearly' | 'until', date: string): string;
  readonly dueUnknown: string;
  elements(value: StepTruth): string;
  requirement(label: string, value: StepTruth): string;
  validity(value: 'not_begun' | 'ended', date: string): string;

  status(names: string, many: boolean, status: Status, since: string | null): string;
  through(support: string): string;
  identification(provision: string, under: string): string;
  cause(label: string, by: string | null): string;
  /** When what is not effective, or not issued, yet will be. */
  takesEffect(date: string, label: string, by: string | null): string;
  issuedOn(date: string, label: string, by: string | null): string;
  outcome(suppositions: string, status: Status, since: string | null): string;
  happened(event: string, happened: boolean): string;
  event(value: EventStep['value'], date: string, label: string): string;
  readonly eventKinds: Readonly<Record<EventKind, string>>;

  readonly connectives: Readonly<Record<'all' | 'any' | 'not' | 'implies', string>>;
  readonly joint: string;
  asserted(label: string): string;
  seeAbove(label: string): string;
  /** A fact that passes its test, and one that fails it or of which that is not known. */
  fact(label: string, test: string, basis: string): string;
  factNeeded(label: string, test: string, basis: string): string;
  factAlone(label: string, basis: string): string;
  readonly basis: {
    readonly given: string;
    givenAs(value: string): string;
    readonly dontKnow: string;
    readonly absent: string;
    readonly presumed: string;
    presumedAs(value: string): string;
  };
  reading(question: string, alternative: string, negated: boolean, value: StepTruth, settled: string | null): string;
  /** The unsettled reading under which alone an event counts. */
  onlyUnder(question: string, alternative: string): string;
  open(text: string): string;
  phrase(text: string): string;

  residual(text: string): string;
  presumption(fact: string, value: string): string;
  assumption(text: string): string;
  need(kind: 'fact' | 'reading' | 'status' | 'open', text: string): string;
  readonly cited: string;
  /** An instrument, where it is found, and the provisions of it that are cited. */
  citation(title: string, where: string | undefined, provisions: readonly string[]): string;

  readonly yes: string;
  readonly no: string;
  unit(value: string, unit: string): string;
  compare(comparison: Comparison, value: string, ordered: 'number' | 'time' | 'other'): string;
  fromParameter(test: string, parameter: string): string;
  noValue(parameter: string): string;
  memberOf(values: string, negated: boolean): string;
  inList(list: string, values: string, negated: boolean): string;
  quantified(kind: 'some' | 'none' | 'every' | 'not_every', where: string): string;
  counted(where: string | undefined, test: string): string;
  isSo(text: string, value: boolean): string;
  element(test: string): string;
  both(parts: readonly string[]): string;
  either(parts: readonly string[]): string;
  negation(part: string): string;
  implication(left: string, right: string): string;
  sameness(left: string, right: string): string;
  readonly always: string;
  readonly never: string;
}
