import type { EpochMilliseconds } from '@proviso/model';
import type { Subject, TimedEvent } from './prepared.ts';
import { counts, first, known, type Scene, type Standing } from './scene.ts';
import type { SharpEvent } from './settle.ts';

/** How far a text has come: issued, effective, identified, else what is still missing. */
export function existence(scene: Scene, subject: Subject, at: EpochMilliseconds): Standing {
  const issuing = issuesOf(subject);
  let issued: Standing = { status: 'in_force', event: null, since: null };
  if (issuing.length > 0) {
    const issue = firstCounting(scene, subject, issuing, 'issued', at);
    if (issue === null || at < issue.start) return { ...issued, status: 'not_yet_issued', event: issue?.name ?? null };
    issued = { ...issued, event: issue.name, since: issue.start };
  }

  const effective = effectiveDate(scene, subject, at);
  if (effective !== null && at < effective.start) {
    return { ...issued, status: 'not_yet_effective', event: effective.name };
  }
  const begun = effective === null ? issued : later(issued, effective);
  if (!subject.needsIdentification) return begun;

  const identified = firstCounting(scene, subject, [...subject.direct, ...subject.inherited], 'identified', at);
  if (identified === null || at < identified.start) {
    return { ...begun, status: 'not_identified', event: identified?.name ?? null };
  }
  return later(begun, identified);
}

/** The events that issue a subject. One that is issued by itself (added later, say) does not exist from its instrument's issue. */
function issuesOf(subject: Subject): readonly TimedEvent[] {
  const own = subject.direct.filter(({ event }) => event.kind === 'issued');
  return own.length > 0 ? own : subject.inherited.filter(({ event }) => event.kind === 'issued');
}

/** The first known event of a kind that counts, whether it has begun or is only announced. */
function firstCounting(
  scene: Scene,
  subject: Subject,
  events: readonly TimedEvent[],
  kind: 'issued' | 'identified',
  at: EpochMilliseconds,
): SharpEvent | null {
  const counting = known(scene, events, [kind]).filter((event) => counts(scene, event, subject, at));
  return first(counting, ({ start }) => start);
}

/** The effective event that decides: one on the provision itself, else one on its instrument. */
function effectiveDate(scene: Scene, subject: Subject, at: EpochMilliseconds): SharpEvent | null {
  for (const events of [subject.direct, subject.inherited]) {
    const decided = lastKnown(known(scene, events, ['effective']).filter((event) => counts(scene, event, subject, at)));
    if (decided !== null) return decided;
    const stated = statedInText(scene, events).filter((event) => counts(scene, event, subject, at));
    const earliest = first(stated, ({ start }) => start);
    if (earliest !== null) return earliest;
  }
  return null;
}

function lastKnown(events: readonly SharpEvent[]): SharpEvent | null {
  let best: SharpEvent | null = null;
  for (const event of events) {
    if (best === null) best = event;
    const order = event.known - best.known || event.start - best.start || (event.name < best.name ? 1 : -1);
    if (order > 0) best = event;
  }
  return best;
}

/**
 * Effective dates of which the rulebook does not say when they became known. When nothing else is known they stood
 * in the text from its issue on; otherwise a text would be in force before the only effective date it has.
 */
function statedInText(scene: Scene, events: readonly TimedEvent[]): readonly SharpEvent[] {
  const found: SharpEvent[] = [];
  for (const timed of events) {
    if (timed.event.kind !== 'effective' || timed.event.known !== undefined) continue;
    const event = scene.sharp(timed);
    if (event !== null) found.push(event);
  }
  return found;
}

function later(standing: Standing, event: SharpEvent): Standing {
  if (standing.since !== null && standing.since > event.start) return standing;
  return { status: 'in_force', event: event.name, since: event.start };
}
