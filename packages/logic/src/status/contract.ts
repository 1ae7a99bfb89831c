import type { EpochMilliseconds, Moment, Status } from '@proviso/model';

/** Where a question stands in time. `knownOn` null: all that the rulebook knows. */
export interface Vantage {
  readonly asOf: EpochMilliseconds;
  readonly knownOn: EpochMilliseconds | null;
}

/**
 * The unknowns about status that matter at a vantage: readings on which some event counts or not,
 * and events whose moment (`between`) or effect (`unsettled`) nobody knows at the vantage.
 */
export interface StatusUnknown {
  readonly kind: 'reading' | 'status';
  /** The reading's or the event's name. */
  readonly name: string;
  /** For a reading its alternatives in order of declaration; for an event `['no', 'yes']`: has it happened (taken effect) or not. */
  readonly alternatives: readonly string[];
}

/** Index of the alternative chosen for each {@link StatusUnknown}, in their order. */
export type StatusChoice = readonly number[];

/** What holds for one provision (or instrument) under one choice. */
export interface ProvisionStatus {
  readonly provision: string;
  /** The provision's own status, from the events that touch it or its instrument. */
  readonly own: Exclude<Status, 'unknown'>;
  /** The status that counts: the strongest of its own and those of what it hangs on. */
  readonly status: Exclude<Status, 'unknown'>;
  /** The provision whose status it is: itself, or one that it hangs on. */
  readonly through: string;
  /** The event that made it so; for what has not happened yet the event announced for it, null when there is none. */
  readonly event: string | null;
  /** The instant since when, null when since ever. */
  readonly since: EpochMilliseconds | null;
  readonly enforced: boolean;
  /** The non-enforcement event, when not enforced. */
  readonly enforcement: string | null;
}

/** A rulebook made ready for questions about status over time. Pure: the same question has the same answer. */
export interface StatusEngine {
  /**
   * Readings and events whose alternatives make a difference to the status, or the enforcement, of some provision (or
   * of an instrument that a rule states) at this vantage. Readings first, in order of declaration, then events by time.
   * @throws Error when their alternatives have more than 4096 combinations.
   */
  unknowns(vantage: Vantage): readonly StatusUnknown[];
  /**
   * The status of every instrument and provision by name, under one alternative of each of {@link unknowns}.
   * `settled`: alternatives by reading, for readings that are not among the unknowns: they make no difference to a
   * status, but to the event that is cited for it. A reading that is in neither has its first alternative.
   */
  under(
    vantage: Vantage,
    choice: StatusChoice,
    settled?: Readonly<Record<string, string>>,
  ): ReadonlyMap<string, ProvisionStatus>;
  /**
   * Every instant at which a status can change, seen from this knowledge time, in order and without repeats; also the
   * dates of parameters and lists and the ends of licences. Between two neighbours nothing changes.
   */
  boundaries(knownOn: EpochMilliseconds | null): readonly EpochMilliseconds[];
  /** Every instant at which knowledge of an event changes, in order and without repeats. */
  knowledgeBoundaries(): readonly EpochMilliseconds[];
  /** A moment of the rulebook as `[earliest, latest]`, equal when it is sharp. */
  resolve(moment: Moment): readonly [EpochMilliseconds, EpochMilliseconds];
}
