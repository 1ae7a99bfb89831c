import type { ByReading, Need } from '../answer.ts';
import type { Analysis } from './analysis.ts';
import { combinations } from './frame.ts';
import { mayProceedOf, verdictOf } from './outcome.ts';

/** The answer under each combination of the unsettled readings that matter. */
export function byReadingOf(analysis: Analysis, needs: readonly Need[]): readonly ByReading[] | undefined {
  const { compiled, diagrams, rulings } = analysis;
  const readings = needs.filter((need) => need.kind === 'reading').map((need) => need.name);
  if (readings.length === 0) return undefined;
  readings.sort();
  const variables = readings.map((name) => compiled.variables.readings.get(name) ?? -1);
  const sizes = variables.map((variable) => diagrams.sizes[variable] ?? 1);
  const assignment = new Int32Array(diagrams.sizes.length).fill(-1);
  return combinations(sizes).flatMap((values) => {
    variables.forEach((variable, index) => {
      assignment[variable] = values[index] ?? 0;
    });
    const mask = diagrams.reachWith(rulings.verdict, assignment);
    if (mask === 0) return [];
    const named = Object.fromEntries(
      readings.map((name, position) => [
        name,
        String(compiled.variables.all[variables[position] ?? -1]?.samples[values[position] ?? 0]),
      ]),
    );
    return [{ readings: named, verdict: verdictOf(mask), mayProceed: mayProceedOf(mask) }];
  });
}
