import type { LocalizedText, Status, Verdict } from '@proviso/model';
import type { RulebookEntry } from '../api/contract.ts';
import type { Case } from '../case/case.ts';

/** What the front page shows: worked out by the engine when the app is built. */
export interface FrontFacts {
  readonly worked: {
    readonly rulebook: string;
    readonly title: LocalizedText;
    /** The provision that decides. */
    readonly provision: string;
    readonly asked: Case;
    /** The earlier of the two days of knowledge. */
    readonly knownOn: string;
    readonly asKnown: WorkedAnswer;
    readonly hindsight: WorkedAnswer;
  };
  /** Those that ship. */
  readonly rulebooks: readonly RulebookEntry[];
}

/** One of the two answers. */
export interface WorkedAnswer {
  readonly verdict: Verdict;
  /** The provision that decides, with its place. */
  readonly provision: LocalizedText;
  readonly heldBack: {
    readonly verdict: Verdict;
    readonly provision: LocalizedText;
    readonly status: Status;
    readonly event: LocalizedText;
  } | null;
}
