import type { StatusEngine, Vantage } from '../status/contract.ts';

/**
 * Every vantage from which the law can look different: before and at each boundary, for all that the rulebook knows,
 * then for each state of knowledge, the latest first.
 */
export function* vantages(status: StatusEngine): Generator<Vantage> {
  const known = status.knowledgeBoundaries();
  const before = known[0] === undefined ? [] : [known[0] - 1];
  for (const knownOn of [null, ...known.toReversed(), ...before]) {
    const boundaries = status.boundaries(knownOn);
    for (const asOf of [(boundaries[0] ?? 0) - 1, ...boundaries]) yield { asOf, knownOn };
  }
}
