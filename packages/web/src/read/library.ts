import { compile, type Program, type StatusReport, statusAt } from '@proviso/logic';
import { formatInstant, type LocalizedText, type Rulebook } from '@proviso/model';
import { declarationsOf } from '../ask/declared.ts';
import type { Book } from '../ask/use-rulebook.ts';
import type { ReadingDates } from './vantage.ts';

/** A stop of a scrubber: an instant at which something changes, and what happens there. */
export interface Stop {
  /** ISO 8601 with the rulebook's offset. */
  readonly instant: string;
  readonly events: readonly { readonly name: string; readonly label?: LocalizedText }[];
}

/** A name with what it stands for, for the definition that appears beside it. */
export interface Definition {
  readonly kind:
    | 'term'
    | 'fact'
    | 'reading'
    | 'provision'
    | 'instrument'
    | 'open'
    | 'parameter'
    | 'list'
    | 'rule'
    | 'event';
  readonly name: string;
  readonly label: LocalizedText | undefined;
  readonly text: LocalizedText | undefined;
}

/** A rulebook ready to be read: with its logic, run in the browser. */
export class ReadableBook {
  readonly program: Program;
  readonly asOfStops: readonly Stop[];
  readonly knownStops: readonly Stop[];
  readonly #definitions = new Map<string, Definition>();

  constructor({ rulebook, digest }: Book) {
    this.program = compile(rulebook, { digest });
    const { status } = this.program.compiled;
    const happened = new Map<number, Stop['events'][number][]>();
    const known = new Map<number, Stop['events'][number][]>();
    for (const event of rulebook.events) {
      const named = { name: event.name, ...(event.label === undefined ? {} : { label: event.label }) };
      const add = (map: typeof happened, instant: number) => map.set(instant, [...(map.get(instant) ?? []), named]);
      for (const instant of new Set(status.resolve(event.on))) add(happened, instant);
      add(known, status.resolve(event.known ?? event.on)[1]);
    }
    const stops = (instants: readonly number[], events: typeof happened): readonly Stop[] =>
      instants.map((instant) => ({
        instant: formatInstant(rulebook.zone, instant),
        events: events.get(instant) ?? [],
      }));
    this.asOfStops = stops(status.boundaries(null), happened);
    this.knownStops = stops(status.knowledgeBoundaries(), known);
    this.#define(rulebook);
  }

  get rulebook(): Rulebook {
    return this.program.rulebook;
  }

  /** The status of every provision at the dates, by name. @throws InputError for dates that do not exist. */
  statuses({ asOf, knownOn }: ReadingDates): ReadonlyMap<string, StatusReport> {
    const { vantage } = this.program.at({ asOf, ...(knownOn === undefined ? {} : { knownOn }) }).question;
    const reports = statusAt(this.program.compiled.status, this.rulebook, vantage, {});
    return new Map(reports.map((report) => [report.provision, report]));
  }

  /** What a name stands for. */
  definition(name: string): Definition | undefined {
    return this.#definitions.get(name);
  }

  #define(rulebook: Rulebook): void {
    const all = declarationsOf(rulebook);
    const add = (kind: Definition['kind'], name: string, label?: LocalizedText, text?: LocalizedText) =>
      this.#definitions.set(name, { kind, name, label, text });
    for (const { name, title, citation } of rulebook.instruments)
      add('instrument', name, title, citation === undefined ? undefined : { en: citation });
    for (const { name, pinpoint, gist } of rulebook.provisions) add('provision', name, pinpoint, gist);
    for (const { name, label } of rulebook.events) add('event', name, label);
    for (const { name, label } of rulebook.rules) add('rule', name, label);
    for (const { name, text } of rulebook.opens) add('open', name, undefined, text);
    for (const { name, label } of all.parameters) add('parameter', name, label);
    for (const { name, label } of all.lists) add('list', name, label);
    for (const { name, label } of all.terms) add('term', name, label);
    for (const { name, question } of all.readings) add('reading', name, question);
    for (const { name, label, question } of all.facts) add('fact', name, label, question);
    for (const party of all.parties)
      for (const fact of all.groups.find(({ name }) => name === party.group)?.facts ?? [])
        add('fact', `${party.name}.${fact.name}`, fact.label, fact.question);
  }
}
