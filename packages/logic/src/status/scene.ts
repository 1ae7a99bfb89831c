import type { EpochMilliseconds, EventKind, Status } from '@proviso/model';
import { STATUSES } from '@proviso/model';
import { actorOf, demandOf } from './dependencies.ts';
import type { Prepared, Subject, TimedEvent } from './prepared.ts';
import type { SharpEvent } from './settle.ts';

/** A status under one supposition. */
export type SettledStatus = Exclude<Status, 'unknown'>;

/** A status with what made it so. */
export interface Standing {
  readonly status: SettledStatus;
  readonly event: string | null;
  readonly since: EpochMilliseconds | null;
}

/** A standing and the subject whose it is. */
export interface ReportedStanding extends Standing {
  readonly through: string;
}

/** What the rules of status may ask: the events as they are under one supposition, and the standing of other subjects. */
export interface Scene {
  readonly prepared: Prepared;
  sharp(event: TimedEvent): SharpEvent | null;
  /** The reported standing of a subject at an instant. */
  standing(name: string, at: EpochMilliseconds): ReportedStanding;
  isVoid(name: string, at: EpochMilliseconds): boolean;
}

/** The events of some kinds among those given that are known and not set aside by the supposition. */
export function known(scene: Scene, events: readonly TimedEvent[], kinds: readonly EventKind[]): readonly SharpEvent[] {
  const found: SharpEvent[] = [];
  for (const timed of events) {
    if (!kinds.includes(timed.event.kind)) continue;
    const event = scene.sharp(timed);
    if (event?.isKnown) found.push(event);
  }
  return found;
}

/** Whether the standing of its acting instrument lets an event count for a subject at an instant. */
export function counts(scene: Scene, event: SharpEvent, subject: Subject, at: EpochMilliseconds): boolean {
  const actor = actorOf(event.timed, subject, scene.prepared);
  if (actor === null) return true;
  // An effective date may lie ahead of the act that sets it; every other act is looked at when it is done.
  const ahead = event.kind === 'effective';
  const acted = ahead ? Math.min(at, event.on) : event.on;
  switch (demandOf(event.kind)) {
    case 'not_void':
      return !scene.isVoid(actor, acted);
    case 'not_stayed': {
      if (scene.isVoid(actor, acted)) return false;
      const { status } = scene.standing(actor, ahead ? at : Math.max(at, event.on));
      return status !== 'enjoined' && status !== 'suspended';
    }
    case 'in_force':
      return scene.standing(actor, Math.max(at, event.on)).status === 'in_force';
  }
}

/** The stronger of two standings; of equals the one that began first, then the first by the event's name. */
export function stronger<S extends Standing>(a: S, b: S): S {
  const strength = STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status);
  if (strength !== 0) return strength > 0 ? a : b;
  const age = (a.since ?? Number.NEGATIVE_INFINITY) - (b.since ?? Number.NEGATIVE_INFINITY);
  if (age !== 0 && !Number.isNaN(age)) return age < 0 ? a : b;
  return (a.event ?? '') <= (b.event ?? '') ? a : b;
}

/** The first of some events by an instant of theirs, equals by name; null when there are none. */
export function first(
  events: readonly SharpEvent[],
  instant: (event: SharpEvent) => EpochMilliseconds,
): SharpEvent | null {
  let best: SharpEvent | null = null;
  for (const event of events) {
    if (best === null) best = event;
    else if (instant(event) < instant(best) || (instant(event) === instant(best) && event.name < best.name))
      best = event;
  }
  return best;
}
