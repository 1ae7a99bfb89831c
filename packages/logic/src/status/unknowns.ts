import type { EpochMilliseconds } from '@proviso/model';
import type { StatusChoice, StatusUnknown, Vantage } from './contract.ts';
import { eventsBearingOn } from './dependencies.ts';
import { Evaluation } from './evaluation.ts';
import type { Prepared, TimedEvent } from './prepared.ts';
import { type Supposition, straddles } from './settle.ts';

/** The most combinations of alternatives that are worked through. */
export const MOST_COMBINATIONS = 4096;

/** Subjects whose status somebody may ask for, with the events that bear on each. */
export type Targets = ReadonlyMap<string, ReadonlySet<TimedEvent>>;

/** All provisions, and the instruments that a rule states. */
export function targetsOf(prepared: Prepared): Targets {
  const { provisions, rules, residual } = prepared.rulebook;
  const names = new Set(provisions.map(({ name }) => name));
  for (const { per } of residual === undefined ? rules : [...rules, residual]) {
    for (const name of per) if (prepared.subjects.has(name)) names.add(name);
  }
  return new Map([...names].map((name) => [name, eventsBearingOn(name, prepared)]));
}

/** The unknowns that make a difference to some target. */
export function unknownsAt(prepared: Prepared, targets: Targets, vantage: Vantage): readonly StatusUnknown[] {
  const mattering = new Map<string, StatusUnknown>();
  // Targets with the same candidates share the work.
  const groups = new Map<string, { candidates: readonly StatusUnknown[]; names: string[] }>();
  for (const [name, events] of targets) {
    const candidates = candidatesAt(prepared, events, vantage);
    if (candidates.length === 0) continue;
    const key = candidates.map(keyOf).join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { candidates, names: [name] });
    else group.names.push(name);
  }
  for (const { candidates, names } of groups.values()) {
    for (const unknown of differing(prepared, vantage, candidates, names)) mattering.set(keyOf(unknown), unknown);
  }
  const declared = [...prepared.readings.keys()].map((name) => `reading ${name}`);
  const happening = prepared.events.map(({ event }) => `status ${event.name}`);
  const order = new Map([...declared, ...happening].map((key, index) => [key, index]));
  const sorted = [...mattering].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const unknowns = sorted.map(([, unknown]) => unknown);
  combinations(unknowns);
  return unknowns;
}

/** What is supposed by a choice among unknowns, beside readings settled before. @throws RangeError when the choice does not fit them. */
export function supposition(
  unknowns: readonly StatusUnknown[],
  choice: StatusChoice,
  settled: Readonly<Record<string, string>> = {},
): Supposition {
  if (choice.length !== unknowns.length) {
    throw new RangeError(`A choice of ${choice.length} for ${unknowns.length} unknowns of status.`);
  }
  const readings = new Map(Object.entries(settled));
  const events = new Map<string, boolean>();
  unknowns.forEach(({ kind, name, alternatives }, index) => {
    const alternative = alternatives[choice[index] ?? -1];
    if (alternative === undefined) throw new RangeError(`${name} has no alternative number ${choice[index]}.`);
    if (kind === 'reading') readings.set(name, alternative);
    else events.set(name, alternative === 'yes');
  });
  return { readings, events };
}

/** Every choice among unknowns; the last unknown varies fastest. @throws Error when there are too many. */
export function* choices(unknowns: readonly StatusUnknown[]): Generator<StatusChoice> {
  const total = combinations(unknowns);
  for (let index = 0; index < total; index++) {
    const choice: number[] = [];
    let rest = index;
    for (const { alternatives } of unknowns.toReversed()) {
      choice.unshift(rest % alternatives.length);
      rest = Math.floor(rest / alternatives.length);
    }
    yield choice;
  }
}

function combinations(unknowns: readonly StatusUnknown[]): number {
  const total = unknowns.reduce((product, { alternatives }) => product * alternatives.length, 1);
  if (total <= MOST_COMBINATIONS) return total;
  const names = unknowns.map(({ name }) => name).join(', ');
  throw new Error(
    `Status depends on ${total} combinations of readings and unsettled events (${names}); at most ${MOST_COMBINATIONS} can be worked through.`,
  );
}

/** Everything unknown at a vantage that could bear on a target. */
function candidatesAt(prepared: Prepared, events: ReadonlySet<TimedEvent>, vantage: Vantage): readonly StatusUnknown[] {
  const readings = new Set<string>();
  const candidates: StatusUnknown[] = [];
  for (const timed of prepared.events) {
    if (!events.has(timed) || !mayBeKnown(timed, vantage.knownOn)) continue;
    const { event } = timed;
    if (event.under !== undefined) readings.add(event.under.reading);
    if (isOpen(timed, vantage)) candidates.push({ kind: 'status', name: event.name, alternatives: ['no', 'yes'] });
  }
  for (const { name, alternatives } of prepared.readings.values()) {
    if (!readings.has(name)) continue;
    candidates.push({ kind: 'reading', name, alternatives: alternatives.map((alternative) => alternative.name) });
  }
  return candidates;
}

/** Whether an event can count at a knowledge time; an effective date may have stood in the text from the issue on. */
export function mayBeKnown({ event, known }: TimedEvent, knownOn: EpochMilliseconds | null): boolean {
  if (knownOn === null || known[0] <= knownOn) return true;
  return event.kind === 'effective' && event.known === undefined;
}

/** Whether nobody knows at a vantage if the event has happened, was known, has ended, or (unsettled) what it means. */
function isOpen({ event, on, known, from, end }: TimedEvent, { asOf, knownOn }: Vantage): boolean {
  if (event.kind === 'unsettled' && (from ?? on)[0] <= asOf && (end === null || asOf < end[1])) return true;
  if (knownOn !== null && straddles(known, knownOn)) return true;
  return straddles(on, asOf) || (from !== null && straddles(from, asOf)) || (end !== null && straddles(end, asOf));
}

/** Those candidates that make a difference to one of the names. */
function differing(
  prepared: Prepared,
  vantage: Vantage,
  candidates: readonly StatusUnknown[],
  names: readonly string[],
): readonly StatusUnknown[] {
  const outcomes: string[] = [];
  for (const choice of choices(candidates)) {
    const evaluation = new Evaluation(prepared, vantage, supposition(candidates, choice));
    outcomes.push(names.map((name) => outcome(evaluation, name)).join());
  }
  if (new Set(outcomes).size === 1) return [];
  let stride = outcomes.length;
  return candidates.filter(({ alternatives }) => {
    stride /= alternatives.length;
    // Compare each combination with the one that has this candidate's first alternative.
    return outcomes.some((result, index) => {
      const digit = Math.floor(index / stride) % alternatives.length;
      return result !== outcomes[index - digit * stride];
    });
  });
}

function outcome(evaluation: Evaluation, name: string): string {
  const { status, enforced } = evaluation.report(name);
  return `${status} ${enforced}`;
}

function keyOf({ kind, name }: StatusUnknown): string {
  return `${kind} ${name}`;
}
