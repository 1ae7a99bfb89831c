import { type SettledVerdict, VERDICTS } from '@proviso/model';
import { matters, pickOf, summaryWhere, type Table } from './table.ts';
import type { Unknown } from './unknowns.ts';

/** An unknown that matters, with the verdicts that some value of it alone settles. */
export interface Needed {
  readonly kind: Unknown['kind'];
  readonly name: string;
  readonly canSettle: readonly SettledVerdict[];
}

/** The unknowns on which it depends whether the transaction is prohibited, restricted or permitted. */
export function needsOf(table: Table): readonly Needed[] {
  return table.unknowns.flatMap(({ kind, name, values }, index) => {
    if (!matters(table, index)) return [];
    const pickAt = pickOf(table, index);
    const settled = new Set(values.map((_, pick) => summaryWhere(table, (at) => pickAt(at) === pick).verdict));
    const canSettle = VERDICTS.filter((it): it is SettledVerdict => it !== 'undetermined' && settled.has(it));
    return [{ kind, name, canSettle }];
  });
}
