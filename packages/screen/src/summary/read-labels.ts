import type { Need } from '@proviso/logic';
import type { Chart, TabulatedOutcome, TabulatedProvisions, Tabulation } from '@proviso/logic/tabulate';

/** An unknown by kind and name. */
export type NeedName = Pick<Need, 'kind' | 'name'>;

/** The label ids of one side of a row. */
export interface LabelIds {
  readonly outcome: number | null;
  readonly provisions: readonly (number | null)[];
  /** Absent where the tabulation does not tell what reaches a row. */
  readonly reach?: readonly (number | null)[];
}

/** The outcome of a group: `bad` where a cell is bad, `null` where the facts contradict each other. */
export function outcomeOf(tabulation: Tabulation, { outcome }: LabelIds): TabulatedOutcome | 'bad' {
  return outcome === null ? 'bad' : labelOf(tabulation.outcome, outcome).outcome;
}

/**
 * The provisions on which a group rests, as `decidingProvisions` tells them of one answer: those that certainly decide;
 * those that may, too, where none is certain or the verdict is undetermined.
 */
export function provisionsOf(tabulation: Tabulation, ids: LabelIds): readonly string[] {
  if (ids.outcome === null) return [];
  const { outcome, provisions } = labelOf(tabulation.outcome, ids.outcome);
  if (outcome === null) return [];
  const parts: readonly TabulatedProvisions[] = [provisions, ...labelsOf(tabulation.provisions, ids.provisions)];
  const certain = parts.flatMap((part) => part.certain);
  const openCounts = certain.length === 0 || outcome.verdict === 'undetermined';
  return [...new Set(openCounts ? [...certain, ...parts.flatMap((part) => part.open)] : certain)];
}

/** Of the provisions that a tabulation was asked about: those that reach a group, whether they decide it or are lifted. */
export function reachOf(tabulation: Tabulation, { reach }: LabelIds): readonly string[] {
  return reach === undefined ? [] : labelsOf(tabulation.reach, reach).flat();
}

/** The unknowns that a group needs, each once. */
export function needsOf(tabulation: Tabulation, ids: readonly (number | null)[]): readonly NeedName[] {
  const found = new Map<string, NeedName>();
  for (const need of labelsOf(tabulation.needs, ids).flat()) found.set(`${need.kind}:${need.name}`, need);
  return [...found.values()];
}

function labelsOf<Label>(charts: readonly Chart<Label>[], ids: readonly (number | null)[]): readonly Label[] {
  if (ids.length !== charts.length) throw new Error(`${ids.length} label ids for ${charts.length} charts`);
  return charts.flatMap((chart, index) => {
    const id = ids[index] ?? null;
    return id === null ? [] : [labelOf(chart, id)];
  });
}

function labelOf<Label>(chart: Chart<Label>, id: number): Label {
  const label = chart.labels[id];
  if (label === undefined) throw new Error(`a chart has no label ${id}`);
  return label;
}
