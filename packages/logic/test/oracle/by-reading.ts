import type { MayProceed, Verdict } from '@proviso/model';
import { forEachCombination, matters, pickOf, summaryWhere, type Table } from './table.ts';

/** The answer under one combination of readings. */
export interface ReadingAnswer {
  readonly readings: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
}

/** One answer for each admissible combination of the readings that matter; none when none does. */
export function byReading(table: Table): readonly ReadingAnswer[] {
  const indexes = table.unknowns.flatMap(({ kind }, index) =>
    kind === 'reading' && matters(table, index) ? [index] : [],
  );
  if (indexes.length === 0) return [];
  const pickers = indexes.map((index) => pickOf(table, index));
  const answers: ReadingAnswer[] = [];
  const readings = indexes.flatMap((index) => table.unknowns[index] ?? []);
  forEachCombination(readings, (_at, picks) => {
    const chosen = [...picks];
    const { possible, verdict, mayProceed } = summaryWhere(table, (at) =>
      pickers.every((pickAt, nth) => pickAt(at) === chosen[nth]),
    );
    if (possible.length === 0) return;
    const names = readings.map(({ name, values }, nth) => [name, String(values[chosen[nth] ?? 0])] as const);
    answers.push({ readings: Object.fromEntries(names), verdict, mayProceed });
  });
  return answers;
}
