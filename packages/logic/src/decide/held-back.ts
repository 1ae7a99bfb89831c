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
  let strongest: { status: ProvisionStatus; provision: string } | undefined;
  for (const { rule, index } of compiled.rules) {
    if (rule.kind !== 'prohibition' && rule.kind !== 'restriction') continue;
    const stands = counterfactual.rules[index]?.stands ?? FALSE;
    if (diagrams.and(stands, counterfactual.admissible) === FALSE) continue;
    frame.choices.forEach(({ statuses }, choice) => {
      if (frame.inForce[index]?.[choice] === 1) return;
      for (const provision of rule.per) {
        const status = statuses.get(provision);
        if (status === undefined || status.status === 'in_force') continue;
        const order = strongest === undefined ? 1 : strength(status.status) - strength(strongest.status.status);
        const earlier = strongest !== undefined && compareNames(provision, strongest.provision) < 0;
        if (order > 0 || (order === 0 && earlier)) strongest = { status, provision };
      }
    });
  }
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
