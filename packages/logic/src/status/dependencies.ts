import type { EventKind } from '@proviso/model';
import type { Prepared, Subject, TimedEvent } from './prepared.ts';

/** What must be true of the acting instrument for its act to count. */
export type Demand =
  /** It is not void. Facts that stay facts: a text was issued, an identification was made. */
  | 'not_void'
  /** It is not void, and not itself enjoined or suspended. Acts done once: a revocation, a new effective date. */
  | 'not_stayed'
  /** It is in force. Acts that last only as long as their instrument: pauses, directions not to enforce. */
  | 'in_force';

/** The demand that each kind of event makes on its acting instrument. */
export function demandOf(kind: EventKind): Demand {
  switch (kind) {
    case 'issued':
    case 'identified':
    case 'noted':
      return 'not_void';
    case 'effective':
    case 'revived':
    case 'revoked':
    case 'rescinded':
    case 'expired':
    case 'voided':
      return 'not_stayed';
    case 'enjoined':
    case 'suspended':
    case 'unsettled':
    case 'not_enforced':
      return 'in_force';
  }
}

/** The acting instrument whose own status decides whether the event counts; null when an instrument acts on itself or its parts. */
export function actorOf({ event }: TimedEvent, subject: Subject, prepared: Prepared): string | null {
  if (event.by === undefined) return null;
  return prepared.subjects.get(event.by)?.instrument === subject.instrument ? null : event.by;
}

/**
 * Makes sure that no status depends on itself. Two questions are asked of a subject, each with its own dependencies:
 * its status, and whether it is void (an identification only asks whether the identifying instrument is void, so that
 * this instrument may hang on the provision that it fills).
 * @throws Error with the names in the circle.
 */
export function checkAcyclic(prepared: Prepared): void {
  const done = new Set<string>();
  const path: string[] = [];

  function visit(name: string, question: 'status' | 'void'): void {
    const key = `${question} ${name}`;
    if (done.has(key)) return;
    const start = path.indexOf(key);
    if (start >= 0) {
      const names = [...path.slice(start), key].map((step) => step.slice(step.indexOf(' ') + 1));
      throw new Error(`The status of these depends on each other in a circle: ${names.join(' -> ')}.`);
    }
    const subject = prepared.subjects.get(name);
    if (subject === undefined) return;
    path.push(key);
    for (const event of [...subject.direct, ...subject.inherited]) {
      if (question === 'void' && event.event.kind !== 'voided') continue;
      const actor = actorOf(event, subject, prepared);
      if (actor !== null) visit(actor, demandOf(event.event.kind) === 'not_void' ? 'void' : 'status');
    }
    for (const support of subject.hangsOn) visit(support, question);
    path.pop();
    done.add(key);
  }

  for (const name of prepared.subjects.keys()) visit(name, 'status');
}

/** The events that can bear on a subject: those that touch it, its acting instruments and what it hangs on, to any depth. */
export function eventsBearingOn(name: string, prepared: Prepared): ReadonlySet<TimedEvent> {
  const seen = new Set<string>();
  const events = new Set<TimedEvent>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const subject = prepared.subjects.get(next);
    if (subject === undefined || seen.has(next)) continue;
    seen.add(next);
    for (const event of [...subject.direct, ...subject.inherited]) {
      events.add(event);
      if (event.event.by !== undefined) waiting.push(event.event.by);
    }
    waiting.push(...subject.hangsOn);
  }
  return events;
}
