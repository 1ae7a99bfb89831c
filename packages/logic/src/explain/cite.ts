import type { EpochMilliseconds, Moment } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { compareNames } from '../decide/because.ts';
import { showInstant } from '../decide/status-summary.ts';
import type { EventReference } from './explanation.ts';

/** An acting instrument with no more provisions than this is cited with all of them. */
const FEW_PROVISIONS = 3;

/** Several names, each once. */
export function unique(names: Iterable<string>): readonly string[] {
  return [...new Set(names)];
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
    ...(event.by === undefined ? {} : { by: event.by }),
  };
}
