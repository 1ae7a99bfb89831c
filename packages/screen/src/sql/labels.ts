import { compareNames } from '@proviso/logic';
import type { TabulatedProvisions, Tabulation } from '@proviso/logic/tabulate';
import { VERDICTS } from '@proviso/model';
import { MAY_PROCEED } from './may-proceed.ts';
import type { LookupTable } from './tree/pipeline.ts';

type OutcomeLabel = Tabulation['outcome']['labels'][number];

/**
 * The labels of the outcome in an order of our own: first the undetermined ones, then the settled ones, then those of rows
 * whose facts contradict each other. So one comparison tells each kind.
 */
export interface OrderedOutcome {
  readonly labels: readonly OutcomeLabel[];
  /** Our place of each label id. */
  readonly places: readonly number[];
  /** The label id at each of our places. */
  readonly ids: readonly number[];
  /** Places below are undetermined. */
  readonly undetermined: number;
  /** Places below are of good rows. */
  readonly good: number;
}

/** Puts the labels of a chart in that order. */
export function orderOutcome({ labels }: Tabulation['outcome']): OrderedOutcome {
  const rank = ({ outcome }: OutcomeLabel) => (outcome === null ? 2 : outcome.verdict === 'undetermined' ? 0 : 1);
  const sorted = labels
    .map((label, id) => ({ label, id }))
    .sort((a, b) => rank(a.label) - rank(b.label) || a.id - b.id);
  const places: number[] = [];
  sorted.forEach(({ id }, place) => {
    places[id] = place;
  });
  const below = (limit: number) => labels.filter((label) => rank(label) < limit).length;
  return {
    labels: sorted.map(({ label }) => label),
    places,
    ids: sorted.map(({ id }) => id),
    undetermined: below(1),
    good: below(2),
  };
}

/** What is said of a row by the place of its outcome. Columns of lists come as lists and (`_text`) as texts. */
export function outcomeTable(name: string, { labels }: OrderedOutcome): LookupTable {
  const outcomes = labels.map(({ outcome }) => outcome);
  const possible = outcomes.map((outcome) => outcome?.possible ?? []);
  const provisions = labels.map((label) => provisionsOf(label, label.provisions));
  const statuses = outcomes.map((outcome) => outcome?.heldBack?.status ?? null);
  return {
    name,
    columns: [
      word(
        'verdict',
        outcomes.map((outcome) => outcome?.verdict ?? null),
        VERDICTS,
      ),
      word(
        'may_proceed',
        outcomes.map((outcome) => outcome?.mayProceed ?? null),
        MAY_PROCEED,
      ),
      word('held_back', statuses, namesIn(statuses.map((status) => (status === null ? [] : [status])))),
      ...listAndText('possible', possible),
      ...listAndText('provisions', provisions),
    ],
  };
}

/** What is said of a row by one chart of needs. */
export function needsTable(name: string, { labels }: Tabulation['needs'][number]): LookupTable {
  const names = labels.map(needNames);
  // To be put one behind the other: each name with its semicolon in front.
  const more = names.map((list) => list.map((need) => `;${need}`).join(''));
  return {
    name,
    columns: [...listAndText('needs', names), { name: 'needs_more', table: { kind: 'phrase', values: more } }],
  };
}

/** The names of unknowns, each once, in order. */
export function needNames(needs: Tabulation['needs'][number]['labels'][number]): readonly string[] {
  return namesIn([needs.map(({ name }) => name)]);
}

function provisionsOf({ outcome }: OutcomeLabel, { certain, open }: TabulatedProvisions): readonly string[] {
  const openCounts = certain.length === 0 || outcome?.verdict === 'undetermined';
  return namesIn([certain, openCounts ? open : []]);
}

function word(
  name: string,
  values: readonly (string | null)[],
  closed: readonly string[],
): LookupTable['columns'][number] {
  return { name, table: { kind: 'word', values, closed } };
}

function listAndText(name: string, values: readonly (readonly string[])[]): LookupTable['columns'] {
  return [
    { name, table: { kind: 'words', values, closed: namesIn(values) } },
    { name: `${name}_text`, table: { kind: 'phrase', values: values.map((list) => list.join(';')) } },
  ];
}

/** Each name once, in order. */
export function namesIn(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort(compareNames);
}
