import type { EpochMilliseconds } from '@proviso/model';
import { actorOf } from './dependencies.ts';
import type { Subject } from './prepared.ts';
import { counts, first, known, type Scene, type SettledStatus, type Standing } from './scene.ts';
import type { SharpEvent } from './settle.ts';

/** What pauses and endings come to at an instant. */
export interface Interruptions {
  /** Pauses that run, endings that hold. */
  readonly holding: readonly Standing[];
  /** When earlier ones ceased, and by which event: from the last of these on the text may be in force again. */
  readonly ceased: readonly Standing[];
}

/** The pauses, revocations, rescissions and expiries of a subject. */
export function interruptions(scene: Scene, subject: Subject, at: EpochMilliseconds): Interruptions {
  const holding: Standing[] = [];
  const ceased: Standing[] = [];
  const events = [...subject.direct, ...subject.inherited];
  for (const event of known(scene, events, ['revoked', 'rescinded', 'expired'])) {
    if (event.start > at || !counts(scene, event, subject, at)) continue;
    const revival = revivalOf(scene, event, subject, at);
    if (revival !== null) ceased.push(inForce(revival.name, revival.start));
    else holding.push({ status: endStatus(event), event: event.name, since: event.start });
  }
  for (const event of known(scene, events, ['enjoined', 'suspended', 'unsettled'])) {
    if (event.start > at) continue;
    const running = pause(scene, event, subject, at);
    if (running !== null) holding.push(running);
    else ceased.push(...pauseEnds(scene, event, subject, at));
  }
  return { holding, ceased };
}

/** The event that undoes a pause or an ending: a revival that happens after it and has begun. */
export function revivalOf(
  scene: Scene,
  undone: SharpEvent,
  subject: Subject,
  at: EpochMilliseconds,
): SharpEvent | null {
  const revivals = known(scene, [...subject.direct, ...subject.inherited], ['revived']).filter(
    (revival) =>
      revival.start <= at &&
      (revival.on > undone.on || (revival.on === undone.on && revival.known > undone.known)) &&
      counts(scene, revival, subject, at),
  );
  return first(revivals, ({ start }) => start);
}

/** The pause as it holds at an instant, as an expiry when it has lapsed; null when it does not hold. */
function pause(scene: Scene, event: SharpEvent, subject: Subject, at: EpochMilliseconds): Standing | null {
  if (revivalOf(scene, event, subject, at) !== null) return null;
  if (event.end !== null && event.end <= at) {
    const lapses = event.timed.event.until?.then === 'lapses' && counts(scene, event, subject, event.end - 1);
    return lapses ? { status: 'expired', event: event.name, since: event.end } : null;
  }
  if (!counts(scene, event, subject, at)) return null;
  // While its instrument was itself stayed or not yet in force, the pause did not run.
  const actor = actorOf(event.timed, subject, scene.prepared);
  const acting = actor === null ? null : scene.standing(actor, Math.max(at, event.on)).since;
  const since = acting !== null && acting > event.on ? Math.max(event.start, acting) : event.start;
  return { status: event.kind === 'enjoined' ? 'enjoined' : 'suspended', event: event.name, since };
}

/** When a pause that no longer holds ceased; empty when it never ran. */
function pauseEnds(scene: Scene, event: SharpEvent, subject: Subject, at: EpochMilliseconds): readonly Standing[] {
  const ends: Standing[] = [];
  if (event.end !== null && event.end <= at) ends.push(inForce(event.name, event.end));
  const revival = revivalOf(scene, event, subject, at);
  if (revival !== null) ends.push(inForce(revival.name, revival.start));
  const actor = actorOf(event.timed, subject, scene.prepared);
  if (actor !== null) {
    const acting = scene.standing(actor, Math.max(at, event.on));
    if (acting.status === 'void' || acting.status.startsWith('not_')) return [];
    if (acting.status !== 'in_force' && acting.since !== null) ends.push(inForce(acting.event, acting.since));
  }
  const earliest = ends.reduce<Standing | null>(
    (best, end) => (best === null || (end.since ?? 0) < (best.since ?? 0) ? end : best),
    null,
  );
  return earliest?.since == null || earliest.since < event.start ? [] : [earliest];
}

function endStatus({ kind }: SharpEvent): SettledStatus {
  return kind === 'rescinded' ? 'rescinded' : kind === 'revoked' ? 'revoked' : 'expired';
}

function inForce(event: string | null, since: EpochMilliseconds): Standing {
  return { status: 'in_force', event, since };
}
