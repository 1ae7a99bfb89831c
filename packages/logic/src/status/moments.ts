import type { EpochMilliseconds, LegalEvent, Moment, SharpMoment, ZoneTable } from '@proviso/model';
import { dayOf, endOfDay, parseDate, parseInstant, startOfDay } from '@proviso/model';
import { addCalendar, type Interval } from './calendar.ts';

/** Turns the moments of a rulebook into instants. */
export type MomentResolver = (moment: Moment) => Interval;

/** A resolver for the moments of these events; each event's own moment is worked out once. */
export function momentResolver(zone: ZoneTable, events: readonly LegalEvent[]): MomentResolver {
  const byName = new Map(events.map((event) => [event.name, event]));
  const happened = new Map<string, Interval>();
  const open: string[] = [];

  function happens(name: string): Interval {
    const found = happened.get(name);
    if (found !== undefined) return found;
    const event = byName.get(name);
    if (event === undefined) throw new Error(`A moment is counted from the event ${name}, which does not exist.`);
    if (open.includes(name)) {
      throw new Error(`Moments are counted from each other in a circle: ${[...open, name].join(' -> ')}.`);
    }
    open.push(name);
    const interval = resolve(event.on);
    open.pop();
    happened.set(name, interval);
    return interval;
  }

  function resolve(moment: Moment): Interval {
    if (moment.kind !== 'between') return resolveSharp(moment);
    const earliest = resolveSharp(moment.earliest)[0];
    const latest = resolveSharp(moment.latest)[1];
    if (latest < earliest) throw new Error('A moment lies between two instants of which the second is the earlier.');
    return [earliest, latest];
  }

  function resolveSharp(moment: SharpMoment): Interval {
    switch (moment.kind) {
      case 'instant': {
        const instant = parseInstant(moment.instant);
        if (instant === undefined) throw new Error(`${moment.instant} is not an instant with an offset.`);
        return [instant, instant];
      }
      case 'date': {
        const instant = ofDay(zone, existingDay(moment.date), moment.at);
        return [instant, instant];
      }
      case 'after': {
        const [earliest, latest] = happens(moment.event);
        const end = (from: EpochMilliseconds) =>
          ofDay(zone, addCalendar(dayOf(zone, from), moment.amount, moment.unit), moment.at);
        return [end(earliest), end(latest)];
      }
    }
  }

  return resolve;
}

/** The day number of a date. @throws Error when there is no such day. */
export function existingDay(date: string): number {
  const day = parseDate(date);
  if (day === undefined) throw new Error(`There is no day ${date}.`);
  return day;
}

function ofDay(zone: ZoneTable, day: number, at: 'start' | 'end'): EpochMilliseconds {
  return at === 'start' ? startOfDay(zone, day) : endOfDay(zone, day);
}
