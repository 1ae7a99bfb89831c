import type { EventKind, LocalizedText, MayProceed, RuleKind, SettledVerdict, Status, Verdict } from '@proviso/model';
import type { Answer, DutyOwed, RuleState } from '../answer.ts';
import type { Phrase, Shown, Test } from './phrase.ts';

/**
 * How much is told. `short`: what decides, what would have decided and what is missing, pruned to the elements on which it
 * turns. `full`: every rule with every element.
 */
export type Detail = 'short' | 'full';

/**
 * The proof of an answer, worked out from the rules. Plain data without a language of its own: every text that comes from
 * the rulebook is there in all languages of the rulebook, and `renderExplanation` puts it into words.
 */
export interface Explanation {
  readonly detail: Detail;
  readonly answer: Answer;
  /** The conclusion first, then what it rests on. */
  readonly steps: readonly Step[];
  /** Every provision and instrument that a step names, once, by name. */
  readonly citations: readonly Citation[];
  /** The instruments of these, once, by name. */
  readonly instruments: readonly CitedInstrument[];
}

/** Something declared, with the words for it. */
export interface Named {
  readonly name: string;
  readonly label?: LocalizedText;
}

/** A provision, or an instrument as a whole, as a text cites it. */
export interface Citation {
  readonly kind: 'provision' | 'instrument';
  readonly name: string;
  /** The name of the instrument: of a whole one its own. */
  readonly instrument: string;
  /** Where in the instrument. */
  readonly pinpoint?: LocalizedText;
}

/** What a text says of an instrument that it cites. */
export interface CitedInstrument {
  readonly name: string;
  readonly title: LocalizedText;
  /** Where it is found: `85 FR 48641`. */
  readonly citation?: string;
  readonly link?: string;
}

/** Three-valued truth over all admissible completions of the unknowns. */
export type StepTruth = 'true' | 'false' | 'unknown';

interface StepBase {
  /** Names of the provisions and instruments that it rests on; {@link Explanation.citations} has them. */
  readonly cites: readonly string[];
  readonly children: readonly Step[];
}

/** The conclusion. */
export interface VerdictStep extends StepBase {
  readonly kind: 'verdict';
  readonly value: Verdict;
  readonly mayProceed: MayProceed;
  readonly possible: readonly SettledVerdict[];
  readonly enforced: boolean;
  readonly asOf: string;
  readonly knownOn: string | null;
}

/** What the verdict becomes under one combination of unsettled readings. */
export interface ByReadingStep extends StepBase {
  readonly kind: 'by_reading';
  readonly value: Verdict;
  readonly readings: readonly { readonly reading: Named; readonly alternative: Named }[];
}

/** What the same facts would get were everything in force, and what holds it back. */
export interface HeldBackStep extends StepBase {
  readonly kind: 'held_back';
  readonly value: Verdict;
  readonly status: Status;
  /** The name of what holds it back. */
  readonly provision: string;
}

/** A rule as a step names it. */
export interface RuleReference extends Named {
  readonly kind: RuleKind;
  /** The name of the provision that states it. */
  readonly provision: string;
  /** Of a restriction: what an unmet condition means. */
  readonly otherwise?: 'prohibited' | 'restricted';
}

/**
 * A rule with its state, or several rules that share state and reason. Below it: status, elements, conditions of a
 * restriction, and the rules that could lift it.
 */
export interface RuleStep extends StepBase {
  readonly kind: 'rule';
  readonly rules: readonly RuleReference[];
  readonly value: RuleState;
  /** Whether its elements are met, apart from whether it is in force. */
  readonly applies: StepTruth;
  /** `exception`: told because it could lift the rule above. */
  readonly role: 'rule' | 'exception';
  /** Of a lifted rule: the rules that lift it. */
  readonly by: readonly RuleReference[];
  /** Told in full further up. */
  readonly repeated: boolean;
  readonly duty?: Pick<DutyOwed, 'must' | 'due' | 'rhythm'>;
}

/** The elements of a rule; its children all have to hold. */
export interface ElementsStep extends StepBase {
  readonly kind: 'elements';
  readonly value: StepTruth;
}

/** A condition under which a restriction allows; its children all have to hold. */
export interface RequirementStep extends StepBase {
  readonly kind: 'requirement';
  readonly requirement: Named;
  readonly value: StepTruth;
}

/** Conditions joined together. `not` and `implies` have one and two children; `implies`: the first implies the second. */
export interface ConditionStep extends StepBase {
  readonly kind: 'condition';
  readonly connective: 'all' | 'any' | 'not' | 'implies';
  readonly value: StepTruth;
  /** Settled although no child settles it: it comes out the same whatever the unknowns are. */
  readonly joint: boolean;
}

/** A defined term; its children all have to hold. */
export interface TermStep extends StepBase {
  readonly kind: 'term';
  readonly term: Named;
  readonly party?: Named;
  readonly value: StepTruth;
  /** Stated by the user instead of computed. */
  readonly asserted: boolean;
  /** Told in full further up. */
  readonly repeated: boolean;
}

/** What a fact is known by. */
export type Basis =
  | { readonly kind: 'given'; readonly value: Shown }
  | { readonly kind: 'dont_know' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'presumed'; readonly value: Shown };

/** A fact put to a test; without a test, the fact on which several rules fail in different ways. */
export interface FactStep extends StepBase {
  readonly kind: 'fact';
  readonly fact: Named;
  readonly party?: Named;
  readonly test?: Test;
  readonly basis: Basis;
  readonly value: StepTruth;
}

/** Whether a reading is this alternative: a condition asks for it, or an event counts only under it. */
export interface ReadingStep extends StepBase {
  readonly kind: 'reading';
  readonly about: 'condition' | 'event';
  readonly reading: Named;
  readonly alternative: Named;
  readonly negated: boolean;
  /** The alternative it is settled as; null while it is unsettled. */
  readonly settled: Named | null;
  readonly value: StepTruth;
}

/** A point that the rulebook cannot express. */
export interface OpenStep extends StepBase {
  readonly kind: 'open';
  readonly open: Named;
  readonly negated: boolean;
  readonly value: StepTruth;
}

/** A condition told in one piece: two conditions compared, a constant. */
export interface PhraseStep extends StepBase {
  readonly kind: 'phrase';
  readonly phrase: Phrase;
  readonly value: StepTruth;
}

/** An event with its instants (ISO 8601 with the rulebook's offset). */
export interface EventReference extends Named {
  readonly kind: EventKind;
  /** Earliest and latest instant; equal when it is sharp. */
  readonly on: readonly [string, string];
  readonly known: readonly [string, string];
  /** Retroactive reach. */
  readonly from?: string;
  /** The last instant of a pause that ends by itself. */
  readonly until?: string;
  /** The name of the provision or instrument that it is done by. */
  readonly by?: string;
}

/** The status of provisions (by name) that share it, at the vantage. Children: events, what they hang on, outcomes when unknown. */
export interface StatusStep extends StepBase {
  readonly kind: 'status';
  readonly provisions: readonly string[];
  readonly value: Status;
  /** The provision or instrument whose status it is, when another one that they hang on. */
  readonly through?: string;
  /** The provision under which the missing identification has to be made. */
  readonly identifiedUnder?: string;
  readonly event?: EventReference;
  readonly since?: string;
  readonly enforced: boolean;
}

/** The status if unknowns about it turn out in one way. */
export interface StatusOutcomeStep extends StepBase {
  readonly kind: 'status_outcome';
  readonly value: Status;
  readonly event?: EventReference;
  readonly since?: string;
  readonly suppositions: readonly (
    | { readonly kind: 'reading'; readonly reading: Named; readonly alternative: Named }
    | { readonly kind: 'event'; readonly event: EventReference; readonly happened: boolean }
  )[];
}

/** An event told for itself. */
export interface EventStep extends StepBase {
  readonly kind: 'event';
  readonly event: EventReference;
  /**
   * `noted`: has no effect, shown for the record; `announced`: known, and to happen later; `not_enforced`: violations are not
   * pursued because of it.
   */
  readonly value: 'noted' | 'announced' | 'not_enforced';
}

/** Outside the validity of a licence. */
export interface ValidityStep extends StepBase {
  readonly kind: 'validity';
  readonly value: 'not_begun' | 'ended';
  readonly instant: string;
}

/** On what ground everything stays permitted that no rule reaches. */
export interface ResidualStep extends StepBase {
  readonly kind: 'residual';
  readonly value: 'not_restricted';
  readonly text: LocalizedText;
}

/** A presumption that the answer rests on. */
export interface PresumptionStep extends StepBase {
  readonly kind: 'presumption';
  readonly fact: Named;
  readonly party?: Named;
  readonly value: Shown;
}

/** What the rulebook takes to be so in every transaction, where it narrows the unknowns. */
export interface AssumptionStep extends StepBase {
  readonly kind: 'assumption';
  readonly assumption: Named;
  readonly phrase: Phrase;
  readonly value: 'true';
}

/** An unknown on which the answer still depends. */
export interface NeedStep extends StepBase {
  readonly kind: 'need';
  readonly value: 'unknown';
  readonly need: 'fact' | 'reading' | 'status' | 'open';
  readonly name: string;
  /** The question to ask, or the event nobody knows enough about. */
  readonly text: LocalizedText;
  readonly party?: Named;
}

/** A step of the proof. */
export type Step =
  | VerdictStep
  | ByReadingStep
  | HeldBackStep
  | RuleStep
  | ElementsStep
  | RequirementStep
  | ConditionStep
  | TermStep
  | FactStep
  | ReadingStep
  | OpenStep
  | PhraseStep
  | StatusStep
  | StatusOutcomeStep
  | EventStep
  | ValidityStep
  | ResidualStep
  | PresumptionStep
  | AssumptionStep
  | NeedStep;

/** A step that holds, fails, or is unknown. */
export type TruthStep = ConditionStep | TermStep | FactStep | ReadingStep | OpenStep | PhraseStep;
