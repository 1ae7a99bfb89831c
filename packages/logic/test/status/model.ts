import type { Instrument, LegalEvent, Moment, Provision, Rulebook, SharpMoment, ZoneTable } from '@proviso/model';
import { parseInstant } from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';
import {
  type ProvisionStatus,
  prepareStatus,
  type StatusEngine,
  type StatusReport,
  type StatusSegment,
  statusAt,
  timeline,
} from '../../src/status/index.ts';

export const NEW_YORK: ZoneTable = zoneTable('America/New_York');

/** A law in a few words; what is left out is empty. */
export interface LawText {
  /** Instruments by name; `hangsOn` and `survives` where they have them. */
  instruments: readonly (string | Pick<Instrument, 'name' | 'hangsOn' | 'survives'>)[];
  /** Provisions as `name of instrument`, or written out. */
  provisions: readonly (string | Pick<Provision, 'name' | 'instrument' | 'hangsOn' | 'survives' | 'identifiedUnder'>)[];
  events: readonly LegalEvent[];
  /** Alternatives by reading. */
  readings?: Readonly<Record<string, readonly string[]>>;
  rest?: Partial<Rulebook>;
}

/** A rulebook with no more than the law in it. */
export function rulebook({ instruments, provisions, events, readings = {}, rest = {} }: LawText): Rulebook {
  const text = { en: 'x' };
  return {
    kind: 'rulebook',
    id: 'test/law',
    title: text,
    zone: NEW_YORK,
    uses: [],
    vocabularies: [],
    enumerations: [],
    lists: [],
    parameters: [],
    facts: [],
    groups: [],
    parties: [],
    terms: [],
    assumptions: [],
    readings: Object.entries(readings).map(([name, alternatives]) => ({
      name,
      question: text,
      per: [],
      alternatives: alternatives.map((alternative) => ({ name: alternative, label: text, arguedBy: [] })),
    })),
    sources: [],
    instruments: instruments.map((one) => ({
      kind: 'order',
      title: text,
      ...(typeof one === 'string' ? { name: one } : one),
    })),
    provisions: provisions.map((one) => {
      if (typeof one !== 'string') return { pinpoint: text, ...one };
      const [name = '', instrument = ''] = one.split(' of ');
      return { pinpoint: text, name, instrument };
    }),
    events,
    opens: [],
    rules: [],
    situations: [],
    examples: [],
    sections: [],
    ...rest,
  };
}

/** `2020-09-20`: its start; `end 2020-09-20`; an instant; `45 days after X`; `end 45 days after X`. */
export function sharp(text: string): SharpMoment {
  const at = text.startsWith('end ') ? 'end' : 'start';
  const rest = text.replace(/^end /, '');
  const after = /^(\d+) (days|months|years) after (\S+)$/.exec(rest);
  if (after !== null) {
    const [, amount, unit, event = ''] = after;
    if (unit !== 'days' && unit !== 'months' && unit !== 'years') throw new Error(text);
    return { kind: 'after', amount: Number(amount), unit, event, at };
  }
  if (rest.includes('T')) return { kind: 'instant', instant: rest };
  return { kind: 'date', date: rest, at };
}

/** Like {@link sharp}, and `A .. B` for what lies in between. */
export function moment(text: string): Moment {
  const [earliest = '', latest] = text.split(' .. ');
  if (latest === undefined) return sharp(earliest);
  return { kind: 'between', earliest: sharp(earliest), latest: sharp(latest) };
}

/** What an event may have beside its name, kind, touched names and moment. */
export interface EventParts {
  by?: string;
  known?: string;
  from?: string;
  until?: string;
  lapses?: boolean;
  under?: string;
}

/** `event('stay', 'suspended', 'PI', '2020-10-01', { by: 'STAY' })`; several touched names with blanks between. */
export function event(
  name: string,
  kind: LegalEvent['kind'],
  touches: string,
  on: string,
  { by, known, from, until, lapses = false, under }: EventParts = {},
): LegalEvent {
  const [reading = '', alternative = ''] = under?.split(' is ') ?? [];
  return {
    name,
    kind,
    touches: touches.split(' '),
    on: moment(on),
    ...(by === undefined ? {} : { by }),
    ...(known === undefined ? {} : { known: moment(known) }),
    ...(from === undefined ? {} : { from: moment(from) }),
    // biome-ignore lint/suspicious/noThenProperty: the model's word for what follows a pause; a text, never called
    ...(until === undefined ? {} : { until: { moment: sharp(until), then: lapses ? 'lapses' : 'revives' } }),
    ...(under === undefined ? {} : { under: { reading, alternative } }),
  };
}

/** A prepared law to ask. Dates in questions: an instant, or a date for noon in New York. */
export class Law {
  readonly rulebook: Rulebook;
  readonly engine: StatusEngine;

  constructor(text: LawText) {
    this.rulebook = rulebook(text);
    this.engine = prepareStatus(this.rulebook);
  }

  /** What {@link statusAt} says of a provision. */
  report(
    name: string,
    asOf: string,
    knownOn: string | null = null,
    readings: Record<string, string> = {},
  ): StatusReport {
    const vantage = { asOf: instant(asOf), knownOn: knownOn === null ? null : instant(knownOn) };
    const reports = statusAt(this.engine, this.rulebook, vantage, readings);
    const report = reports.find(({ provision }) => provision === name);
    if (report === undefined) throw new Error(`no ${name}`);
    return report;
  }

  status(name: string, asOf: string, knownOn: string | null = null, readings: Record<string, string> = {}): string {
    return this.report(name, asOf, knownOn, readings).status;
  }

  /** What the engine says of a subject when every unknown has its first alternative; instruments too. */
  subject(name: string, asOf: string, knownOn: string | null = null): ProvisionStatus {
    const vantage = { asOf: instant(asOf), knownOn: knownOn === null ? null : instant(knownOn) };
    const choice = this.engine.unknowns(vantage).map(() => 0);
    const status = this.engine.under(vantage, choice).get(name);
    if (status === undefined) throw new Error(`no ${name}`);
    return status;
  }

  unknowns(asOf: string, knownOn: string | null = null): readonly string[] {
    const vantage = { asOf: instant(asOf), knownOn: knownOn === null ? null : instant(knownOn) };
    return this.engine.unknowns(vantage).map(({ name }) => name);
  }

  segments(
    name: string,
    knownOn: string | null = null,
    readings: Record<string, string> = {},
  ): readonly StatusSegment[] {
    const lines = timeline(this.engine, this.rulebook, {
      knownOn: knownOn === null ? null : instant(knownOn),
      readings,
    });
    return lines.find(({ provision }) => provision === name)?.segments ?? [];
  }
}

/** Milliseconds of an instant, or of noon UTC-5 of a date. */
export function instant(text: string): number {
  const ms = parseInstant(text.includes('T') ? text : `${text}T12:00-05:00`);
  if (ms === undefined) throw new Error(text);
  return ms;
}
