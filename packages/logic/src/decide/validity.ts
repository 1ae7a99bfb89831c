import type { EpochMilliseconds } from '@proviso/model';
import type { DayPart } from '../answer.ts';
import { mayProceedOf, type VerdictMask, verdictOf } from './outcome.ts';

/** What is compared between moments: the possible verdicts and whether violations are pursued. */
export interface MomentAnswer {
  readonly mask: VerdictMask;
  readonly enforced: boolean;
}

/** The stretch of time in which the same facts get the same answer, seen from the same knowledge. */
export interface Validity {
  readonly from: EpochMilliseconds | null;
  readonly until: EpochMilliseconds | null;
}

/**
 * Walks from boundary to boundary in both directions until the answer differs.
 * @param boundaries instants at which the law may change, in order
 */
export function validityOf(
  asOf: EpochMilliseconds,
  boundaries: readonly EpochMilliseconds[],
  answerAt: (instant: EpochMilliseconds) => MomentAnswer,
): Validity {
  const now = answerAt(asOf);
  const after = boundaries.filter((boundary) => boundary > asOf);
  const before = boundaries.filter((boundary) => boundary <= asOf).reverse();
  let until: EpochMilliseconds | null = null;
  for (const boundary of after) {
    if (!same(answerAt(boundary), now)) {
      until = boundary;
      break;
    }
  }
  let from: EpochMilliseconds | null = null;
  for (const boundary of before) {
    if (!same(answerAt(boundary - 1), now)) {
      from = boundary;
      break;
    }
  }
  return { from, until };
}

/** The parts of a day with different answers; undefined when the answer is the same all day. */
export function dayParts(
  [start, end]: readonly [EpochMilliseconds, EpochMilliseconds],
  boundaries: readonly EpochMilliseconds[],
  answerAt: (instant: EpochMilliseconds) => MomentAnswer,
  show: (instant: EpochMilliseconds) => string,
): readonly DayPart[] | undefined {
  const parts: { from: EpochMilliseconds; until: EpochMilliseconds; answer: MomentAnswer }[] = [];
  for (const from of [start, ...boundaries.filter((boundary) => boundary > start && boundary <= end)]) {
    const answer = answerAt(from);
    const last = parts.at(-1);
    if (last !== undefined && same(last.answer, answer)) continue;
    if (last !== undefined) last.until = from;
    // The last second of the day is inside.
    parts.push({ from, until: end + 1000, answer });
  }
  if (parts.length < 2) return undefined;
  return parts.map(({ from, until, answer }) => ({
    from: show(from),
    until: show(until),
    verdict: verdictOf(answer.mask),
    mayProceed: mayProceedOf(answer.mask),
  }));
}

function same(a: MomentAnswer, b: MomentAnswer): boolean {
  return a.mask === b.mask && a.enforced === b.enforced;
}
