import type { EpochMilliseconds, Moment } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { compareNames } from '../decide/because.ts';
import { showInstant } from '../decide/status-summary.ts';
import type { Citation, EventReference, Step } from './explanation.ts';

/** An acting instrument with no more provisions than this is cited with all of them. */
const FEW_PROVISIONS = 3;

/** The citation of a provision or instrument by name. */
export function cite(compiled: CompiledRulebook, name: string): Citation {
  const provision = compiled.provisions.get(name);
  const instrument = compiled.instruments.get(provision?.instrument ?? name);
  return {
    kind: provision === undefined ? 'instrument' : 'provision',
    name,
    instrument: provision?.instrument ?? name,
    title: instrument?.title ?? { en: name },
    ...(instrument?.citation === undefined ? {} : { citation: instrument.citation }),
    ...(provision === undefined ? {} : { pinpoint: provision.pinpoint }),
    ...(instrument?.link === undefined ? {} : { link: instrument.link }),
  };
}

/** The citations of several names, each once. */
export function citeAll(compiled: CompiledRulebook, names: Iterable<string>): readonly Citation[] {
  return [...new Set(names)].map((name) => cite(compiled, name));
}

/** The names to cite for what an instrument (or a provision of one) did: itself, its instrument, and its provisions when they are few. */
export function actingNames(compiled: CompiledRulebook, by: string | undefined): readonly string[] {
  if (by === undefined) return [];
  const provision = compiled.provisions.get(by);
  if (provision !== undefined) return [by, provision.instrument];
  const parts = [...compiled.provisions.values()].filter(({ instrument }) => instrument === by).map(({ name }) => name);
  return parts.length > FEW_PROVISIONS ? [by] : [by, ...parts.sort(compareNames)];
}

/** An event by name with its instants; undefined when there is none. */
export function eventReference(compiled: CompiledRulebook, name: string | null): EventReference | undefined {
  const event = compiled.rulebook.events.find((candidate) => candidate.name === name);
  if (event === undefined) return undefined;
  const show = (instant: EpochMilliseconds) => showInstant(compiled, instant);
  const both = (moment: Moment): readonly [string, string] => {
    const [earliest, latest] = compiled.status.resolve(moment);
    return [show(earliest), show(latest)];
  };
  return {
    name: event.name,
    ...(event.label === undefined ? {} : { label: event.label }),
    kind: event.kind,
    on: both(event.on),
    known: both(event.known ?? event.on),
    ...(event.from === undefined ? {} : { from: both(event.from)[1] }),
    ...(event.until === undefined ? {} : { until: both(event.until.moment)[1] }),
    ...(event.by === undefined ? {} : { by: cite(compiled, event.by) }),
  };
}

/** Every citation of some steps and all below them, once, by name. */
export function citationsIn(steps: readonly Step[]): readonly Citation[] {
  const found = new Map<string, Citation>();
  const visit = (step: Step): void => {
    for (const citation of step.citations) found.set(citation.name, citation);
    step.children.forEach(visit);
  };
  steps.forEach(visit);
  return [...found.values()].sort((a, b) => compareNames(a.name, b.name));
}
