import type { Rulebook } from '@proviso/model';
import { boundariesOf, knowledgeBoundariesOf } from './boundaries.ts';
import type { StatusEngine, StatusUnknown, Vantage } from './contract.ts';
import { checkAcyclic } from './dependencies.ts';
import { Evaluation } from './evaluation.ts';
import { LazyStatuses } from './lazy-statuses.ts';
import { prepare } from './prepared.ts';
import { supposition, targetsOf, unknownsAt } from './unknowns.ts';

/** How many vantages the unknowns are remembered for. */
const REMEMBERED = 256;

/**
 * Makes a rulebook ready for questions about status. All moments are worked out here, once.
 * @throws Error when the rulebook is not sound: a name that nothing bears, a date that does not exist, moments or
 * statuses that depend on themselves. The language reports these with their place in the document.
 */
export function prepareStatus(rulebook: Rulebook): StatusEngine {
  const prepared = prepare(rulebook);
  checkAcyclic(prepared);
  const targets = targetsOf(prepared);
  const remembered = new Map<string, readonly StatusUnknown[]>();

  function unknowns(vantage: Vantage): readonly StatusUnknown[] {
    const key = `${vantage.asOf} ${vantage.knownOn}`;
    const found = remembered.get(key);
    if (found !== undefined) return found;
    const result = unknownsAt(prepared, targets, vantage);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, result);
    return result;
  }

  return {
    unknowns,
    under(vantage, choice, settled) {
      const evaluation = new Evaluation(prepared, vantage, supposition(unknowns(vantage), choice, settled));
      return new LazyStatuses(prepared.subjects.keys(), (name) => evaluation.report(name));
    },
    boundaries: (knownOn) => boundariesOf(prepared, knownOn),
    knowledgeBoundaries: () => knowledgeBoundariesOf(prepared),
    resolve: prepared.resolve,
  };
}
