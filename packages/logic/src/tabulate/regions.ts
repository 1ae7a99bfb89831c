import type { ScalarValue } from '@proviso/model';
import { finder } from '../compile/lookup.ts';
import type { TabulatedFact } from './contract.ts';

/** A function that finds the region of a (canonical) value of a fact, or the class of an element; -1 for none. */
export function regionFinder(fact: TabulatedFact): (value: ScalarValue) => number {
  return finder(fact.lookup);
}
