import { reference } from './decision.mjs';
import { FLAGS, SERVICES } from './transactions.mjs';

/** The verdicts this decision can have, most severe first: the order of `possible` in an answer. */
export const VERDICTS = ['prohibited', 'exempt', 'not_restricted'];

/**
 * One answer for a set of possible verdicts: the only one; among permitted ones the most cautious; else undetermined.
 */
export function collapse(possible) {
  if (possible.length === 1) return possible[0];
  return possible.includes('prohibited') ? 'undetermined' : possible[0];
}

/** What is possible when some facts are absent, by trying the reference on every completion. */
export function byCompletion(row) {
  const open = [...FLAGS, 'service'].filter((fact) => row[fact] === undefined);
  const found = new Set();
  const complete = (facts, k) => {
    if (k === open.length) {
      found.add(reference(facts).verdict);
      return;
    }
    const values = open[k] === 'service' ? SERVICES : [false, true];
    for (const value of values) complete({ ...facts, [open[k]]: value }, k + 1);
  };
  complete(row, 0);
  const possible = VERDICTS.filter((verdict) => found.has(verdict));
  return { verdict: collapse(possible), possible };
}
