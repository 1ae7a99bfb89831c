import { type Answer, InputError, type Program } from '@proviso/logic';
import { type FactValues, formatInstant, type LocalizedText, type Verdict } from '@proviso/model';

/** What a pair of dates comes to, as a colour shows it. */
export type CellKind = 'prohibited' | 'restricted' | 'undetermined' | 'held_back' | 'permitted' | 'impossible';

/** The answer at a pair of dates. */
export interface Cell {
  readonly kind: CellKind;
  /** undefined: the facts contradict what the rulebook takes to be so at that date. */
  readonly verdict: Verdict | undefined;
  readonly heldBack: Answer['heldBack'];
}

/** A moment at which something changes, on either clock. */
export interface Tick {
  /** ISO 8601 with the rulebook's offset. */
  readonly instant: string;
  readonly time: number;
  readonly events: readonly { readonly name: string; readonly label?: LocalizedText }[];
}

/**
 * A case at every pair of dates between which anything changes. Both clocks have the same ticks. The first row and column
 * stand for everything before the first tick, each further one for the stretch that begins at its tick.
 */
export interface Grid {
  readonly ticks: readonly Tick[];
  /** By knowledge, then by date of the transaction. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Works out a case at every pair of dates. */
export function gridOf(program: Program, facts: FactValues, readings: Readonly<Record<string, string>>): Grid {
  const ticks = ticksOf(program);
  const times = [(ticks[0]?.time ?? 0) - 1000, ...ticks.map(({ time }) => time)];
  const iso = (time: number) => formatInstant(program.rulebook.zone, time);
  const rows = times.map((known) => times.map((asOf) => cellAt(program, facts, readings, iso(asOf), iso(known))));
  return { ticks, rows };
}

/** Ticks at which the status of something changes, or knowledge of it. */
function ticksOf({ compiled: { status }, rulebook }: Program): readonly Tick[] {
  const known = status.knowledgeBoundaries();
  const times = new Set([
    ...known,
    ...status.boundaries(null),
    ...known.flatMap((instant) => status.boundaries(instant)),
  ]);
  const events = new Map<number, Tick['events'][number][]>();
  for (const event of rulebook.events) {
    const named = { name: event.name, ...(event.label === undefined ? {} : { label: event.label }) };
    const moments = new Set([...status.resolve(event.on), ...status.resolve(event.known ?? event.on)]);
    for (const moment of moments) events.set(moment, [...(events.get(moment) ?? []), named]);
  }
  return [...times]
    .toSorted((a, b) => a - b)
    .map((time) => ({ time, instant: formatInstant(rulebook.zone, time), events: events.get(time) ?? [] }));
}

function cellAt(
  program: Program,
  facts: FactValues,
  readings: Readonly<Record<string, string>>,
  asOf: string,
  knownOn: string,
): Cell {
  try {
    const { verdict, mayProceed, heldBack } = program.at({ asOf, knownOn, readings }).decide(facts);
    return { kind: kindOf(verdict, mayProceed, heldBack), verdict, heldBack };
  } catch (error) {
    if (error instanceof InputError) return { kind: 'impossible', verdict: undefined, heldBack: null };
    throw error;
  }
}

function kindOf(verdict: Verdict, mayProceed: Answer['mayProceed'], heldBack: Answer['heldBack']): CellKind {
  if (verdict === 'prohibited') return 'prohibited';
  if (verdict === 'restricted') return 'restricted';
  if (mayProceed !== 'yes') return 'undetermined';
  return heldBack === null ? 'permitted' : 'held_back';
}

/** A stretch of neighbouring cells that come to the same. */
export interface Stretch {
  readonly from: number;
  /** The first index after it. */
  readonly until: number;
  readonly cell: Cell;
}

/** A row in stretches. */
export function stretchesOf(row: readonly Cell[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [index, cell] of row.entries()) {
    const last = found.at(-1);
    if (last !== undefined && same(last.cell, cell)) found[found.length - 1] = { ...last, until: index + 1 };
    else found.push({ from: index, until: index + 1, cell });
  }
  return found;
}

function same(a: Cell, b: Cell): boolean {
  return a.kind === b.kind && a.verdict === b.verdict && a.heldBack?.status === b.heldBack?.status;
}

/** The answers somebody would have got on the day itself: both clocks agree. */
export function diagonalOf({ rows }: Grid): readonly Cell[] {
  return rows.flatMap((row, index) => row[index] ?? []);
}
