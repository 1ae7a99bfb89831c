import { FALSE } from '../diagram/diagrams.ts';
import type { Analysis } from './analysis.ts';

/**
 * False when every prohibition or restriction that may stand is one whose violations are not pursued.
 * Where nobody knows whether they are, they are taken to be pursued.
 */
export function isEnforced(analysis: Analysis): boolean {
  const { compiled, frame, rulings } = analysis;
  const biting = compiled.rules.filter(
    ({ rule, index }) =>
      (rule.kind === 'prohibition' || rule.kind === 'restriction') &&
      analysis.can(rulings.rules[index]?.stands ?? FALSE),
  );
  if (biting.length === 0) return true;
  return biting.some(({ index }) => frame.enforced[index]?.some((pursued) => pursued === 1) ?? true);
}
