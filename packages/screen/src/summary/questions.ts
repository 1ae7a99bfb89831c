import type { Need } from '@proviso/logic';
import { MOST_QUESTIONS, type Tally } from './contract.ts';
import { type Counted, ExactTotal } from './exact-total.ts';
import type { NeedName } from './read-labels.ts';

/** Undetermined rows that share their needs. */
export interface OpenRows extends Counted {
  readonly needs: readonly NeedName[];
}

/** A step of asking, without words (see `QuestionStep`). */
export interface BareStep {
  readonly need: NeedName;
  readonly mentioned: Tally;
  readonly settles: Tally;
  readonly settled: Tally;
  readonly left: Tally;
}

/** The order of asking. */
export interface Asking {
  readonly steps: readonly BareStep[];
  /** What is open after the last step listed, and how many unknowns it still mentions. */
  readonly rest: Tally & { readonly unknowns: number };
}

const KIND_ORDER: readonly Need['kind'][] = ['fact', 'reading', 'status', 'open'];

interface NeedSet {
  readonly total: ExactTotal;
  /** Needs not asked about yet; a set without any is settled. */
  readonly missing: Set<string>;
}

interface Candidate {
  readonly key: string;
  readonly need: NeedName;
  readonly settles: ExactTotal;
  readonly mentioned: ExactTotal;
}

/**
 * In which order to ask: at each step the unknown that settles most further rows; of equals the one that more open rows
 * mention, then by kind (fact, reading, status, open) and name. Counts are exact.
 */
export function orderQuestions(groups: readonly OpenRows[], hasAmount: boolean): Asking {
  const needs = new Map<string, NeedName>();
  const sets = gather(groups, needs, hasAmount);
  const all = new ExactTotal(hasAmount);
  for (const { total } of sets) all.addTotal(total);
  // Rows without needs cannot be settled by asking: they stay open.
  let open = sets.filter(({ missing }) => missing.size > 0);
  const settled = new ExactTotal(hasAmount);
  const steps: BareStep[] = [];
  while (open.length > 0 && steps.length < MOST_QUESTIONS) {
    const [best] = candidates(open, needs, hasAmount).sort(compareCandidates);
    if (best === undefined) throw new Error('open rows without a question');
    for (const { missing } of open) missing.delete(best.key);
    open = open.filter(({ missing }) => missing.size > 0);
    settled.addTotal(best.settles);
    steps.push({
      need: best.need,
      mentioned: best.mentioned.tally(),
      settles: best.settles.tally(),
      settled: settled.tally(),
      left: all.minus(settled).tally(),
    });
  }
  const unknowns = new Set(open.flatMap(({ missing }) => [...missing])).size;
  return { steps, rest: { ...all.minus(settled).tally(), unknowns } };
}

/** The distinct sets of needs with the rows of each. */
function gather(groups: readonly OpenRows[], needs: Map<string, NeedName>, hasAmount: boolean): readonly NeedSet[] {
  const sets = new Map<string, NeedSet>();
  for (const group of groups) {
    const keys = new Set<string>();
    for (const { kind, name } of group.needs) {
      const key = `${kind}:${name}`;
      keys.add(key);
      needs.set(key, { kind, name });
    }
    const id = JSON.stringify([...keys].sort());
    const set = sets.get(id) ?? { total: new ExactTotal(hasAmount), missing: keys };
    set.total.add(group);
    sets.set(id, set);
  }
  return [...sets.values()].filter(({ total }) => total.rows > 0n);
}

function candidates(open: readonly NeedSet[], needs: ReadonlyMap<string, NeedName>, hasAmount: boolean): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { total, missing } of open) {
    for (const key of missing) {
      const candidate = found.get(key) ?? fresh(key, needs.get(key), hasAmount);
      candidate.mentioned.addTotal(total);
      if (missing.size === 1) candidate.settles.addTotal(total);
      found.set(key, candidate);
    }
  }
  return [...found.values()];
}

function fresh(key: string, need: NeedName | undefined, hasAmount: boolean): Candidate {
  if (need === undefined) throw new Error(`no unknown ${key}`);
  return { key, need, settles: new ExactTotal(hasAmount), mentioned: new ExactTotal(hasAmount) };
}

function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.settles.rows !== b.settles.rows) return a.settles.rows > b.settles.rows ? -1 : 1;
  if (a.mentioned.rows !== b.mentioned.rows) return a.mentioned.rows > b.mentioned.rows ? -1 : 1;
  const kinds = KIND_ORDER.indexOf(a.need.kind) - KIND_ORDER.indexOf(b.need.kind);
  if (kinds !== 0) return kinds;
  return a.need.name < b.need.name ? -1 : 1;
}
