import type { SettledVerdict } from '@proviso/model';
import { type Side, type Summary, sideOf, summarize } from './summary.ts';
import { combinations, type Unknown } from './unknowns.ts';

/** The verdict of every completion; completions that break an assumption have none. */
export interface Table {
  readonly unknowns: readonly Unknown[];
  /** In mixed radix: the last unknown varies fastest. */
  readonly verdicts: readonly (SettledVerdict | undefined)[];
}

/** Calls `visit` for every combination: `at` its number in mixed radix, `picks` the index of each unknown's value. */
export function forEachCombination(
  unknowns: readonly Unknown[],
  visit: (at: number, picks: readonly number[]) => void,
): void {
  const picks = unknowns.map(() => 0);
  const total = combinations(unknowns);
  for (let at = 0; at < total; at++) {
    visit(at, picks);
    for (let index = picks.length - 1; index >= 0; index--) {
      const next = (picks[index] ?? 0) + 1;
      picks[index] = next < (unknowns[index]?.values.length ?? 0) ? next : 0;
      if (picks[index] !== 0) break;
    }
  }
}

/** Tells the index of one unknown's value in a combination. */
export function pickOf({ unknowns }: Table, unknown: number): (at: number) => number {
  const size = unknowns[unknown]?.values.length ?? 1;
  const step = stride(unknowns, unknown);
  return (at) => Math.floor(at / step) % size;
}

function stride(unknowns: readonly Unknown[], unknown: number): number {
  return combinations(unknowns.slice(unknown + 1));
}

/** The answer over those combinations that `keep` accepts. */
export function summaryWhere(table: Table, keep: (at: number) => boolean = () => true): Summary {
  const verdicts = new Set<SettledVerdict>();
  table.verdicts.forEach((verdict, at) => {
    if (verdict !== undefined && keep(at)) verdicts.add(verdict);
  });
  return summarize(verdicts);
}

/** Whether any combination satisfies the assumptions. */
export function isPossible(table: Table): boolean {
  return table.verdicts.some((verdict) => verdict !== undefined);
}

/** Whether it still depends on an unknown if the transaction is prohibited, restricted or permitted. */
export function matters(table: Table, unknown: number): boolean {
  const size = table.unknowns[unknown]?.values.length ?? 1;
  const step = stride(table.unknowns, unknown);
  const pickAt = pickOf(table, unknown);
  const byValue = Array.from({ length: size }, () => new Set<Side>());
  for (let at = 0; at < table.verdicts.length; at++) {
    const pick = pickAt(at);
    const verdict = table.verdicts[at];
    if (verdict === undefined) continue;
    byValue[pick]?.add(sideOf(verdict));
    for (let other = pick + 1; other < size; other++) {
      const neighbour = table.verdicts[at + (other - pick) * step];
      if (neighbour !== undefined && sideOf(neighbour) !== sideOf(verdict)) return true;
    }
  }
  const admissible = byValue.filter((sides) => sides.size > 0).map((sides) => [...sides].sort().join());
  return new Set(admissible).size > 1;
}
