import { type Declarations, type EpochMilliseconds, parseDate, startOfDay, type ZoneTable } from '@proviso/model';

/** The stretches of time between which dated parameters and lists change. */
export interface Periods {
  /** Dates at which something changes, in order; period i + 1 begins on date i. */
  readonly dates: readonly string[];
  readonly count: number;
  /** The period of an "as of" instant. */
  at(instant: EpochMilliseconds): number;
}

/** The periods of a rulebook. */
export function periodsOf(declarations: Declarations, zone: ZoneTable): Periods {
  const dates = new Set<string>();
  for (const dated of [...declarations.parameters, ...declarations.lists]) {
    for (const entry of dated.values) if (entry.from !== undefined) dates.add(entry.from);
  }
  const sorted = [...dates].sort();
  const instants = sorted.map((date) => startOfDay(zone, parseDate(date) ?? 0));
  return {
    dates: sorted,
    count: sorted.length + 1,
    at: (instant) => instants.filter((from) => from <= instant).length,
  };
}

/** The entry of a dated declaration in each period; undefined before the first dated one. */
export function byPeriod<T extends { readonly from?: string }>(
  entries: readonly T[],
  periods: Periods,
): readonly (T | undefined)[] {
  const result: (T | undefined)[] = [];
  for (let period = 0; period < periods.count; period++) {
    const date = periods.dates[period - 1];
    let current: T | undefined;
    for (const entry of entries) {
      if (entry.from === undefined || (date !== undefined && entry.from <= date)) current = entry;
    }
    result.push(current);
  }
  return result;
}
