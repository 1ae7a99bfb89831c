import type { Status, Verdict } from '@proviso/model';
import { heldBackBy, stronger } from './force.ts';
import { type Scene, tabulate } from './scene.ts';
import { bites } from './standing.ts';
import { forEachCombination, summaryWhere } from './table.ts';
import { combinations } from './unknowns.ts';

/** What would be if every provision were in force; licences keep their validity. */
export interface HeldBackAnswer {
  readonly verdict: Verdict;
  /** The strongest status that holds back a rule which would bite, or else would undo an exception; undefined when none does. */
  readonly status: Status | undefined;
}

const PERMITTED: ReadonlySet<Verdict> = new Set(['licensed', 'exempt', 'not_restricted']);

/** Whether a permission rests on provisions that are not in force. */
export function heldBack(scene: Scene, verdict: Verdict): HeldBackAnswer | null {
  if (!PERMITTED.has(verdict)) return null;
  const { table, standing } = tabulate(scene, true);
  const would = summaryWhere(table).verdict;
  if (PERMITTED.has(would)) return null;
  const standingThen = scene.rules.rules.filter((_, index) => (standing[index] ?? 0) > 0);
  // Usually a rule that would bite is held back; else one that would undo the exception which now permits.
  const status =
    strongest(
      scene,
      standingThen.filter(({ rule }) => bites(rule)),
    ) ??
    strongest(
      scene,
      standingThen.filter(({ rule }) => rule.kind !== 'duty'),
    );
  return { verdict: would, status };
}

function strongest(scene: Scene, rules: Scene['rules']['rules']): Status | undefined {
  let status: Status | undefined;
  forEachStatus(scene, (statuses) => {
    for (const { rule } of rules) status = stronger(status, heldBackBy(rule, statuses));
  });
  return status;
}

function forEachStatus(scene: Scene, visit: (statuses: ReturnType<Scene['statuses']>) => void): void {
  const unknowns = scene.unknowns.filter(({ kind }) => kind === 'reading' || kind === 'status');
  if (combinations(unknowns) === 0) return;
  forEachCombination(unknowns, (_at, picks) => {
    const choices = unknowns.map(({ name, values }, index) => [name, String(values[picks[index] ?? 0])] as const);
    visit(scene.statuses({ ...scene.settled, ...Object.fromEntries(choices) }));
  });
}
