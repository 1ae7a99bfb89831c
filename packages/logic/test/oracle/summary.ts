import { type MayProceed, type SettledVerdict, VERDICTS, type Verdict } from '@proviso/model';

/** What a set of possible verdicts comes to. */
export interface Summary {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
  /** Most severe first. */
  readonly possible: readonly SettledVerdict[];
}

/** The three outcomes that a need is about. */
export type Side = 'prohibited' | 'restricted' | 'permitted';

/** A verdict, collapsed to the three outcomes. */
export function sideOf(verdict: SettledVerdict): Side {
  return verdict === 'prohibited' || verdict === 'restricted' ? verdict : 'permitted';
}

/** The answer for a set of verdicts. */
export function summarize(verdicts: ReadonlySet<SettledVerdict>): Summary {
  const possible = VERDICTS.filter((verdict): verdict is SettledVerdict => verdict !== 'undetermined').filter(
    (verdict) => verdicts.has(verdict),
  );
  const sides = new Set(possible.map(sideOf));
  // Most severe first is also most cautious first among the permitted ones.
  const [mostCautious = 'undetermined'] = possible;
  return { verdict: sides.size === 1 ? mostCautious : 'undetermined', mayProceed: mayProceed(sides), possible };
}

function mayProceed(sides: ReadonlySet<Side>): MayProceed {
  if (!sides.has('prohibited')) return sides.has('restricted') ? 'only_if' : 'yes';
  return sides.size === 1 ? 'no' : 'unknown';
}
