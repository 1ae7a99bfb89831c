import type { EpochMilliseconds, Status } from '@proviso/model';

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

/** What holds for one provision under one choice. */
export interface ProvisionStatus {
  readonly provision: string;
  /** The provision's own status, from the events that touch it or its instrument. */
  readonly own: Exclude<Status, 'unknown'>;
  /** The status that counts: the strongest of its own and those of what it hangs on. */
  readonly status: Exclude<Status, 'unknown'>;
  /** The provision whose status it is: itself, or one that it hangs on. */
  readonly through: string;
  /** The event that made it so; null for what has not happened yet. */
  readonly event: string | null;
  /** The instant since when, null when since ever. */
  readonly since: EpochMilliseconds | null;
  readonly enforced: boolean;
  /** The non-enforcement event, when not enforced. */
  readonly enforcement: string | null;
}
