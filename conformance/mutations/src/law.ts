import type { EventKind, Instrument, LegalEvent, Provision, ZoneTable } from '@proviso/model';
import { changesOfMoment } from './moments.ts';
import { type Change, each, member, without } from './mutant.ts';

/** For each kind of event the one that it is most easily taken for. */
const MISTAKEN: Readonly<Partial<Record<EventKind, EventKind>>> = {
  issued: 'noted',
  effective: 'noted',
  identified: 'noted',
  enjoined: 'suspended',
  suspended: 'enjoined',
  revived: 'noted',
  revoked: 'rescinded',
  rescinded: 'revoked',
  expired: 'revoked',
  voided: 'revoked',
  not_enforced: 'suspended',
  unsettled: 'suspended',
};

/** An event with one thing changed, or left out. What is only noted has no effect, so only leaving it out is tried. */
export function changesOfEvent(event: LegalEvent, zone: ZoneTable): readonly Change<LegalEvent | null>[] {
  const kind = MISTAKEN[event.kind];
  const { until } = event;
  const changes: readonly Change<LegalEvent | null>[] = [
    { what: 'left out', to: null },
    ...(event.kind === 'noted' || kind === undefined
      ? []
      : [
          { what: `${event.kind} taken for ${kind}`, to: { ...event, kind } },
          ...moments(event, 'on', zone),
          ...moments(event, 'known', zone),
          ...moments(event, 'from', zone),
          ...(until === undefined ? [] : member(event, 'until', endings(until, zone))),
          ...without(event, 'known', 'known when it happens'),
          ...without(event, 'from', 'without reaching back'),
          ...without(event, 'until', 'without an end'),
          ...without(event, 'under', `under any ${event.under?.reading ?? 'reading'}`),
          ...touched(event),
        ]),
  ];
  return changes.map(({ what, to }) => ({ what: `event ${event.name}: ${what}`, to }));
}

function moments(event: LegalEvent, key: 'on' | 'known' | 'from', zone: ZoneTable): readonly Change<LegalEvent>[] {
  const moment = event[key];
  if (moment === undefined) return [];
  const changes = changesOfMoment(moment, zone).map(({ what, to }) => ({
    what: key === 'on' ? what : `${key} ${what}`,
    to,
  }));
  return changes.map(({ what, to }) => ({ what, to: { ...event, [key]: to } }));
}

function endings(
  until: NonNullable<LegalEvent['until']>,
  zone: ZoneTable,
): readonly Change<NonNullable<LegalEvent['until']>>[] {
  const then = until.then === 'revives' ? 'lapses' : 'revives';
  const changes = changesOfMoment(until.moment, zone).map(({ what, to }) => ({ what: `until ${what}`, to }));
  return [{ what: `then ${then}`, to: { ...until, then } }, ...member(until, 'moment', changes)];
}

function touched(event: LegalEvent): readonly Change<LegalEvent>[] {
  if (event.touches.length < 2) return [];
  return member(
    event,
    'touches',
    each(event.touches, (name) => [{ what: `${name} untouched`, to: null }]),
  );
}

/** An instrument or provision that hangs on nothing, or bites without an identification. */
export function changesOfLaw<T extends Instrument | Provision>(law: T): readonly Change<T>[] {
  const changes = [
    ...without(law, 'hangsOn', `hangs on ${law.hangsOn ?? ''} no more`),
    ...without(law, 'survives', 'does not survive'),
    ...('identifiedUnder' in law ? without<Provision>(law, 'identifiedUnder', 'bites without an identification') : []),
  ] as readonly Change<T>[];
  return changes.map(({ what, to }) => ({ what: `${law.name}: ${what}`, to }));
}
