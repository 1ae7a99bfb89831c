import type { LegalEvent, Provision, Reading, Rulebook } from '@proviso/model';
import { allDeclarations } from '@proviso/model';
import { firstInstantAfter, type Interval } from './calendar.ts';
import { type MomentResolver, momentResolver } from './moments.ts';

/** An event with its moments worked out. */
export interface TimedEvent {
  readonly event: LegalEvent;
  readonly on: Interval;
  readonly known: Interval;
  /** Retroactive reach, null when there is none. */
  readonly from: Interval | null;
  /** The first instant at which it has ended by itself, null when it does not. */
  readonly end: Interval | null;
}

/** An instrument or provision as status sees it. */
export interface Subject {
  readonly name: string;
  /** The instrument it is part of; its own name for an instrument. */
  readonly instrument: string;
  /** Events that touch it by name. */
  readonly direct: readonly TimedEvent[];
  /** Events that touch it only through its instrument. */
  readonly inherited: readonly TimedEvent[];
  /** What it dies with: its own support and that of its instrument, save where a saving clause stands. */
  readonly hangsOn: readonly string[];
  readonly needsIdentification: boolean;
}

/** A rulebook made ready for questions about status. */
export interface Prepared {
  readonly rulebook: Rulebook;
  readonly resolve: MomentResolver;
  /** Instruments, then provisions, by name. */
  readonly subjects: ReadonlyMap<string, Subject>;
  /** All events that have an effect, in an order that does not depend on the document. */
  readonly events: readonly TimedEvent[];
  readonly readings: ReadonlyMap<string, Reading>;
}

/** Works out every moment and sorts the events by what they touch. @throws Error on names that nothing bears. */
export function prepare(rulebook: Rulebook): Prepared {
  const resolve = momentResolver(rulebook.zone, rulebook.events);
  const events = rulebook.events.filter(({ kind }) => kind !== 'noted').map((event) => timed(event, resolve));
  events.sort(canonicalOrder);
  const touching = new Map<string, TimedEvent[]>();
  for (const timedEvent of events) {
    for (const name of new Set(timedEvent.event.touches)) {
      const list = touching.get(name);
      if (list === undefined) touching.set(name, [timedEvent]);
      else list.push(timedEvent);
    }
  }
  const subjects = new Map<string, Subject>();
  for (const { name, hangsOn, survives } of rulebook.instruments) {
    const support = hangsOn === undefined || survives === true ? [] : [hangsOn];
    const direct = touching.get(name) ?? [];
    subjects.set(name, { name, instrument: name, direct, inherited: [], hangsOn: support, needsIdentification: false });
  }
  for (const provision of rulebook.provisions) subjects.set(provision.name, part(provision, subjects, touching));
  const readings = new Map(allDeclarations(rulebook).readings.map((reading) => [reading.name, reading]));
  checkNames(events, subjects, readings);
  return { rulebook, resolve, subjects, events, readings };
}

function part(
  provision: Provision,
  subjects: ReadonlyMap<string, Subject>,
  touching: ReadonlyMap<string, readonly TimedEvent[]>,
): Subject {
  const { name, instrument, hangsOn, survives } = provision;
  const whole = subjects.get(instrument);
  if (whole === undefined) throw new Error(`${name} is a provision of ${instrument}, which does not exist.`);
  const direct = touching.get(name) ?? [];
  const support = hangsOn === undefined ? whole.hangsOn : [hangsOn, ...whole.hangsOn];
  return {
    name,
    instrument,
    direct,
    inherited: whole.direct.filter((event) => !direct.includes(event)),
    hangsOn: survives === true ? [] : support,
    needsIdentification: provision.identifiedUnder !== undefined,
  };
}

function timed(event: LegalEvent, resolve: MomentResolver): TimedEvent {
  const on = resolve(event.on);
  const until = event.until === undefined ? null : resolve(event.until.moment);
  return {
    event,
    on,
    known: event.known === undefined ? on : resolve(event.known),
    from: event.from === undefined ? null : resolve(event.from),
    end: until === null ? null : [firstInstantAfter(until[0]), firstInstantAfter(until[1])],
  };
}

function canonicalOrder(a: TimedEvent, b: TimedEvent): number {
  return a.on[0] - b.on[0] || a.on[1] - b.on[1] || (a.event.name < b.event.name ? -1 : 1);
}

function checkNames(
  events: readonly TimedEvent[],
  subjects: ReadonlyMap<string, Subject>,
  readings: ReadonlyMap<string, Reading>,
): void {
  for (const { event } of events) {
    for (const name of event.by === undefined ? event.touches : [...event.touches, event.by]) {
      if (!subjects.has(name)) throw new Error(`The event ${event.name} names ${name}, which does not exist.`);
    }
    if (event.under === undefined) continue;
    const { reading, alternative } = event.under;
    if (!readings.get(reading)?.alternatives.some(({ name }) => name === alternative)) {
      throw new Error(`The event ${event.name} counts under ${reading} is ${alternative}, which does not exist.`);
    }
  }
  for (const { name, hangsOn } of subjects.values()) {
    for (const support of hangsOn) {
      if (!subjects.has(support)) throw new Error(`${name} hangs on ${support}, which does not exist.`);
    }
  }
}
