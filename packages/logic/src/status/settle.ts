import type { EpochMilliseconds, EventKind } from '@proviso/model';
import type { Interval } from './calendar.ts';
import type { Vantage } from './contract.ts';
import type { Prepared, TimedEvent } from './prepared.ts';

/** A supposition about everything that nobody knows: what is not named has its first alternative (`no` for an event). */
export interface Supposition {
  readonly readings: ReadonlyMap<string, string>;
  /** By event: has it happened (taken effect); for `unsettled`, is the provision in force. */
  readonly events: ReadonlyMap<string, boolean>;
}

/** An event under a supposition: every moment is one instant. */
export interface SharpEvent {
  readonly timed: TimedEvent;
  readonly name: string;
  readonly kind: EventKind;
  readonly on: EpochMilliseconds;
  /** Where its effect begins: its retroactive reach, else when it happens. */
  readonly start: EpochMilliseconds;
  readonly known: EpochMilliseconds;
  /** The first instant at which it has ended by itself. */
  readonly end: EpochMilliseconds | null;
  /** Whether it counts at the vantage's knowledge time. */
  readonly isKnown: boolean;
}

/** Whether a clock stands where nobody knows if the moment has been reached. */
export function straddles([earliest, latest]: Interval, clock: EpochMilliseconds): boolean {
  return earliest <= clock && clock < latest;
}

/** The event under a supposition; null when it does not count under it. What has been reached for certain counts from its latest instant. */
export function sharpen(
  timed: TimedEvent,
  { asOf, knownOn }: Vantage,
  supposed: Supposition,
  prepared: Prepared,
): SharpEvent | null {
  const { event, on, known, from, end } = timed;
  if (event.under !== undefined) {
    const { reading, alternative } = event.under;
    const chosen = supposed.readings.get(reading) ?? prepared.readings.get(reading)?.alternatives[0]?.name;
    if (chosen !== alternative) return null;
  }
  const answer = supposed.events.get(event.name) ?? false;
  // `unsettled` answered with yes leaves the provision in force; answered with no it is a pause, as wide as it may be.
  if (event.kind === 'unsettled' && answer) return null;
  const happened = event.kind === 'unsettled' || answer;
  const begin = (moment: Interval): EpochMilliseconds => (happened && straddles(moment, asOf) ? moment[0] : moment[1]);
  const knownAt = knownOn !== null && happened && straddles(known, knownOn) ? known[0] : known[1];
  const over = end !== null && !happened && straddles(end, asOf) ? end[0] : end?.[1];
  return {
    timed,
    name: event.name,
    kind: event.kind,
    on: begin(on),
    start: begin(from ?? on),
    known: knownAt,
    end: over ?? null,
    isKnown: knownOn === null || knownAt <= knownOn,
  };
}
