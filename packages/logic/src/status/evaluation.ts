import type { EpochMilliseconds } from '@proviso/model';
import type { ProvisionStatus, Vantage } from './contract.ts';
import { interruptions, revivalOf } from './ending.ts';
import { existence } from './existence.ts';
import type { Prepared, Subject, TimedEvent } from './prepared.ts';
import { counts, known, type ReportedStanding, type Scene, type Standing, stronger } from './scene.ts';
import { type SharpEvent, type Supposition, sharpen } from './settle.ts';

/** Status under one supposition at one vantage. Every intermediate result is worked out once. */
export class Evaluation implements Scene {
  readonly prepared: Prepared;
  readonly #vantage: Vantage;
  readonly #supposed: Supposition;
  readonly #sharp = new Map<TimedEvent, SharpEvent | null>();
  readonly #own = new Map<string, Standing>();
  readonly #standings = new Map<string, ReportedStanding>();
  readonly #voids = new Map<string, Standing | null>();

  constructor(prepared: Prepared, vantage: Vantage, supposed: Supposition) {
    this.prepared = prepared;
    this.#vantage = vantage;
    this.#supposed = supposed;
  }

  /** The full report on one subject at the vantage. */
  report(name: string): ProvisionStatus {
    const subject = this.#subject(name);
    const at = this.#vantage.asOf;
    const { status, through, event, since } = this.standing(name, at);
    const enforcement = this.#notEnforced(subject, at);
    return {
      provision: name,
      own: this.#ownStanding(subject, at).status,
      status,
      through,
      event,
      since,
      enforced: enforcement === null,
      enforcement: enforcement?.name ?? null,
    };
  }

  sharp(timed: TimedEvent): SharpEvent | null {
    const found = this.#sharp.get(timed);
    if (found !== undefined) return found;
    const event = sharpen(timed, this.#vantage, this.#supposed, this.prepared);
    this.#sharp.set(timed, event);
    return event;
  }

  standing(name: string, at: EpochMilliseconds): ReportedStanding {
    const key = `${name} ${at}`;
    const found = this.#standings.get(key);
    if (found !== undefined) return found;
    const subject = this.#subject(name);
    let standing: ReportedStanding = { ...this.#ownStanding(subject, at), through: name };
    for (const name of subject.hangsOn) standing = under(standing, this.standing(name, at));
    this.#standings.set(key, standing);
    return standing;
  }

  isVoid(name: string, at: EpochMilliseconds): boolean {
    const subject = this.#subject(name);
    return this.#voided(subject, at) !== null || subject.hangsOn.some((support) => this.isVoid(support, at));
  }

  #ownStanding(subject: Subject, at: EpochMilliseconds): Standing {
    const key = `${subject.name} ${at}`;
    const found = this.#own.get(key);
    if (found !== undefined) return found;
    const voided = this.#voided(subject, at);
    const standing = voided ?? this.#standingUnlessVoid(subject, at);
    this.#own.set(key, standing);
    return standing;
  }

  #standingUnlessVoid(subject: Subject, at: EpochMilliseconds): Standing {
    const { holding, ceased } = interruptions(this, subject, at);
    const exists = existence(this, subject, at);
    const strongest = holding.reduce(stronger, exists);
    if (strongest.status !== 'in_force') return strongest;
    return ceased.reduce(latest, exists);
  }

  #voided(subject: Subject, at: EpochMilliseconds): Standing | null {
    const key = `${subject.name} ${at}`;
    const found = this.#voids.get(key);
    if (found !== undefined) return found;
    let standing: Standing | null = null;
    for (const event of known(this, [...subject.direct, ...subject.inherited], ['voided'])) {
      const from = event.timed.from === null ? null : event.start;
      if ((from !== null && at < from) || !counts(this, event, subject, at)) continue;
      const candidate: Standing = { status: 'void', event: event.name, since: from };
      standing = standing === null ? candidate : stronger(standing, candidate);
    }
    this.#voids.set(key, standing);
    return standing;
  }

  /** The direction not to enforce that covers conduct at an instant: of several the one that happened last. */
  #notEnforced(subject: Subject, at: EpochMilliseconds): SharpEvent | null {
    let last: SharpEvent | null = null;
    for (const event of known(this, [...subject.direct, ...subject.inherited], ['not_enforced'])) {
      if (event.start > at || (event.end !== null && event.end <= at)) continue;
      if (!counts(this, event, subject, at) || revivalOf(this, event, subject, at) !== null) continue;
      if (last === null || event.on > last.on || (event.on === last.on && event.name < last.name)) last = event;
    }
    return last;
  }

  #subject(name: string): Subject {
    const subject = this.prepared.subjects.get(name);
    if (subject === undefined) throw new Error(`There is no instrument or provision ${name}.`);
    return subject;
  }
}

/** The standing of what hangs on something: the stronger of the two, its own when they are equal. */
function under(own: ReportedStanding, support: ReportedStanding): ReportedStanding {
  if (own.status === 'in_force' && support.status === 'in_force')
    return { ...latest(own, support), through: own.through };
  return own.status === support.status ? own : stronger(own, support);
}

function latest<S extends Standing>(a: S, b: S): S {
  const order = (b.since ?? Number.NEGATIVE_INFINITY) - (a.since ?? Number.NEGATIVE_INFINITY);
  return order > 0 || (order === 0 && (b.event ?? '') < (a.event ?? '')) ? b : a;
}
