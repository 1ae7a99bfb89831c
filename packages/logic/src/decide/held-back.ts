import type { RuleKind } from '@proviso/model';
import type { HeldBack } from '../answer.ts';
import { FALSE } from '../diagram/diagrams.ts';
import type { ProvisionStatus } from '../status/contract.ts';
import type { Analysis } from './analysis.ts';
import { compareNames } from './because.ts';
import { PERMITTED, verdictOf } from './outcome.ts';
import { citationOf, showInstant, strength } from './status-summary.ts';

/**
 * What holds the answer back when it is a permitted one only because provisions are not in force: the verdict with every
 * provision in force, and the strongest status among the rules that would then bite.
 */
export function heldBackOf(analysis: Analysis, mask: number): HeldBack | null {
  if (mask === 0 || (mask & ~PERMITTED) !== 0) return null;
  const { compiled, frame, diagrams } = analysis;
  if (frame.inForce.every((force) => force.every((value) => value === 1))) return null;
  const { counterfactual } = analysis;
  const verdict = verdictOf(diagrams.reach(counterfactual.verdict));
  if (verdict !== 'prohibited' && verdict !== 'restricted' && verdict !== 'undetermined') return null;
  // Usually a rule that would bite is held back; else one that would undo the exception that now permits.
  const strongest =
    strongestOf(analysis, (kind) => kind === 'prohibition' || kind === 'restriction') ??
    strongestOf(analysis, (kind) => kind !== 'duty');
  if (strongest === undefined) return null;
  const { status, provision } = strongest;
  const event = compiled.rulebook.events.find((candidate) => candidate.name === status.event);
  return {
    verdict,
    status: status.status,
    provision,
    event: status.event,
    since: status.since === null ? null : showInstant(compiled, status.since),
    citation: citationOf(compiled, event?.by ?? status.through),
  };
}

interface Holding {
  readonly status: ProvisionStatus;
  readonly provision: string;
}

/** The strongest status that holds back a rule which would stand were every provision in force. */
function strongestOf(analysis: Analysis, concerns: (kind: RuleKind) => boolean): Holding | undefined {
  const { compiled, frame, diagrams, counterfactual } = analysis;
  let strongest: Holding | undefined;
  for (const { rule, index } of compiled.rules) {
    if (!concerns(rule.kind)) continue;
    const force = frame.inForce[index] ?? [];
    if (force.every((value) => value === 1)) continue;
    const stands = counterfactual.rules[index]?.stands ?? FALSE;
    if (diagrams.and(stands, counterfactual.admissible) === FALSE) continue;
    for (const [choice, { statuses }] of frame.choices.entries()) {
      if (force[choice] === 1) continue;
      for (const provision of rule.per) {
        const status = statuses.get(provision);
        if (status === undefined || status.status === 'in_force') continue;
        const order = strongest === undefined ? 1 : strength(status.status) - strength(strongest.status.status);
        const earlier = strongest !== undefined && compareNames(provision, strongest.provision) < 0;
        if (order > 0 || (order === 0 && earlier)) strongest = { status, provision };
      }
    }
  }
  return strongest;
}
