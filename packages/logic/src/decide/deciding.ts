import type { RuleKind, Verdict } from '@proviso/model';
import type { Answer, Because } from '../answer.ts';
import { compareNames } from './because.ts';

/** The kinds of rule on which a settled verdict rests. */
export const DECIDING_KINDS: Readonly<Record<Verdict, readonly RuleKind[]>> = {
  prohibited: ['prohibition', 'restriction'],
  restricted: ['restriction'],
  licensed: ['licence', 'exemption'],
  exempt: ['exemption', 'licence'],
  not_restricted: [],
  undetermined: ['prohibition', 'restriction', 'licence', 'exemption'],
};

/**
 * The provisions on which a verdict rests, by name. Of a settled verdict: those whose rules stand and decide it (of a
 * prohibition the prohibiting ones, of an exemption the exempting ones); where no rule does so alone, those that may. Of an
 * undetermined one: those whose rules stand or may. `not_restricted` rests on none.
 */
export function decidingProvisions(answer: Pick<Answer, 'verdict' | 'because'>): readonly string[] {
  const kinds = DECIDING_KINDS[answer.verdict];
  const of = (states: readonly Because['state'][]) =>
    answer.because.filter(({ kind, state }) => kinds.includes(kind) && states.includes(state));
  const certain = of(['stands']);
  const counted = answer.verdict === 'undetermined' || certain.length === 0 ? of(['stands', 'open']) : certain;
  return [...new Set(counted.map(({ provision }) => provision))].sort(compareNames);
}
