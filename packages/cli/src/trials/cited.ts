import type { Answer, Decider } from '@proviso/logic';
import type { FactValues } from '@proviso/model';

/** The provisions, definitions and instruments that the explanation of an answer cites. */
export function citedIn(answer: Answer, decider: Decider, _facts: FactValues): ReadonlySet<string> {
  const { provisions } = decider.compiled.rulebook;
  const cited = new Set<string>();
  for (const { provision } of answer.because) cited.add(provision);
  if (answer.heldBack !== null) cited.add(answer.heldBack.provision);
  for (const name of [...cited]) {
    const instrument = provisions.find((provision) => provision.name === name)?.instrument;
    if (instrument !== undefined) cited.add(instrument);
  }
  return cited;
}
