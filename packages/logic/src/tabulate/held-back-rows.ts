import type { RuleKind } from '@proviso/model';
import { compareNames } from '../decide/because.ts';
import { strength } from '../decide/status-summary.ts';
import { type Diagram, FALSE } from '../diagram/diagrams.ts';
import type { TabulatedHeldBack } from './contract.ts';
import type { TableLaw } from './table-law.ts';

/** A status that can hold rows back, and the rows in which its rule would stand. */
export interface Holding extends Pick<TabulatedHeldBack, 'status' | 'provision'> {
  readonly rows: Diagram;
}

/**
 * What can hold a permitted row back, the strongest first, rules that would bite before those that would undo an exception: the
 * first whose rows include it counts. Empty when every provision is in force.
 */
export function holdings(law: TableLaw): readonly Holding[] {
  const { frame } = law;
  if (frame.inForce.every((force) => force.every((value) => value === 1))) return [];
  const biting = ordered(law, (kind) => kind === 'prohibition' || kind === 'restriction');
  const others = ordered(law, (kind) => kind === 'licence' || kind === 'exemption');
  return [...biting, ...others];
}

function ordered(law: TableLaw, concerns: (kind: RuleKind) => boolean): readonly Holding[] {
  const found: Holding[] = [];
  for (const { rule, index } of law.compiled.rules) {
    const force = law.frame.inForce[index] ?? [];
    if (!concerns(rule.kind) || force.every((value) => value === 1)) continue;
    const rows = law.can(law.counterfactual.rules[index]?.stands ?? FALSE, law.counterfactual);
    if (rows === FALSE) continue;
    law.frame.choices.forEach(({ statuses }, choice) => {
      if (force[choice] === 1) return;
      for (const provision of rule.per) {
        const status = statuses.get(provision)?.status;
        if (status !== undefined && status !== 'in_force') found.push({ status, provision, rows });
      }
    });
  }
  return found.sort((a, b) => strength(b.status) - strength(a.status) || compareNames(a.provision, b.provision));
}
