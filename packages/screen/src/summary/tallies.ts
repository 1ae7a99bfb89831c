import type { Comparison } from './comparison-contract.ts';
import type { Summary, Tally } from './contract.ts';

/** Every tally that a summary shows. */
export function talliesOf(summary: Summary): readonly Tally[] {
  return [
    summary.decided,
    ...summary.byVerdict,
    ...summary.byProvision,
    ...summary.byStatus,
    ...summary.questions.map(({ settles }) => settles),
    summary.undetermined,
    summary.withoutProvision,
  ];
}

/** Every tally that a comparison shows. */
export function talliesOfComparison(comparison: Comparison): readonly Tally[] {
  return [comparison.changed, ...comparison.transitions, ...comparison.provisions];
}
