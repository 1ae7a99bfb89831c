import type { FactValues, ScalarValue } from '@proviso/model';
import { finder } from '../../src/compile/lookup.ts';
import { type Answer, decidingProvisions } from '../../src/index.ts';
import { readChart, type Tabulation } from '../../src/tabulate/index.ts';

/** The codes of a row, worked out from the tabulation alone. */
export function codesOf(tabulation: Tabulation, facts: FactValues, law = 0): number[] {
  const codes = tabulation.inputs.map((input) => (input.kind === 'law' ? law : 0));
  for (const { path, lookup, caps, inputs } of tabulation.facts) {
    const value = facts[path];
    if (value === undefined || value === null || inputs.length === 0) continue;
    const find = finder(lookup);
    if (caps === undefined) codes[inputs[0]!] = 1 + find(value as ScalarValue);
    else {
      const counts = caps.map(() => 0);
      for (const element of value as readonly ScalarValue[]) {
        const place = find(element);
        if (place >= 0) counts[place] = Math.min(counts[place]! + 1, caps[place]!);
      }
      inputs.forEach((input, index) => {
        codes[input] = 1 + counts[index]!;
      });
    }
  }
  return codes;
}

/** What screening says of a row, read off the charts. */
export function readRow(tabulation: Tabulation, codes: readonly number[]) {
  const { outcome, provisions } = readChart(tabulation.outcome, codes);
  if (outcome === null) return 'contradiction';
  const parts = [provisions, ...tabulation.provisions.map((chart) => readChart(chart, codes))];
  const certain = parts.flatMap((part) => part.certain);
  const open = parts.flatMap((part) => part.open);
  const counted = outcome.verdict === 'undetermined' || certain.length === 0 ? [...certain, ...open] : certain;
  return {
    verdict: outcome.verdict,
    mayProceed: outcome.mayProceed,
    possible: outcome.possible,
    heldBack: outcome.heldBack,
    provisions: [...new Set(counted)].sort(),
    needs: tabulation.needs
      .flatMap((chart) => readChart(chart, codes).map(({ kind, name }) => `${kind} ${name}`))
      .sort(),
  };
}

/** The same of an answer. */
export function rowOf(answer: Answer) {
  const { verdict, mayProceed, possible, heldBack } = answer;
  return {
    verdict,
    mayProceed,
    possible,
    heldBack:
      heldBack === null ? null : { verdict: heldBack.verdict, status: heldBack.status, provision: heldBack.provision },
    provisions: [...decidingProvisions(answer)].sort(),
    needs: answer.needs.map(({ kind, name }) => `${kind} ${name}`).sort(),
  };
}
