import { type Decider, explain } from '@proviso/logic';
import type { FactValues } from '@proviso/model';

/** The provisions, definitions and instruments that the explanation of an answer cites. */
export function citedIn(decider: Decider, facts: FactValues): ReadonlySet<string> {
  return new Set(explain(decider, facts).citations.map(({ name }) => name));
}
