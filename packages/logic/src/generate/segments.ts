import { dayOf, type EpochMilliseconds, type FactValues, formatDate, formatInstant } from '@proviso/model';
import type { Answer } from '../answer.ts';
import type { Decider, Possible } from '../decide/decider.ts';
import type { Codes } from '../decide/encoder.ts';
import { mayProceedOf, verdictOf, verdictsIn } from '../decide/outcome.ts';
import type { Walker } from '../decide/walker.ts';
import type { Program } from '../program.ts';
import { type Question, readQuestion } from '../question.ts';
import { firstDayAtOrAfter } from '../status/first-day.ts';
import { loaderSource } from './loader-source.ts';
import { makeFunction } from './source.ts';

/** A stretch of time in which the same law holds, with its functions. */
export interface Segment {
  readonly decider: Decider;
  readonly walker: Walker | undefined;
  /** The first day (as its last second) that belongs to the next segment; `''` for the last one. */
  readonly lastDayBefore: string;
  possible(facts: FactValues): Possible;
  /** The answer, as of a moment inside the segment. */
  template(facts: FactValues): Answer;
}

/** The segments of a program seen from one knowledge, and which of them a day or an instant belongs to. */
export interface Segments {
  readonly all: readonly Segment[];
  day(asOf: string): { readonly segment: Segment; readonly shown: string; readonly special: boolean };
}

const POSSIBLE: readonly Possible[] = Array.from({ length: 32 }, (_, mask) =>
  Object.freeze({
    verdict: verdictOf(mask),
    mayProceed: mayProceedOf(mask),
    possible: Object.freeze(verdictsIn(mask)),
  }),
);

/** Cuts time at the boundaries of the law. */
export function segmentsOf(program: Program, question: Pick<Question, 'knownOn' | 'readings'>): Segments {
  const { compiled } = program;
  const { zone } = compiled.rulebook;
  const { knownOn } = readQuestion(compiled, { ...question, asOf: '2000-01-01' }, 0).vantage;
  const boundaries = compiled.status.boundaries(knownOn);
  const starts: readonly EpochMilliseconds[] = [Number.NEGATIVE_INFINITY, ...boundaries];
  const all = starts.map((from, index): Segment => {
    const next = starts[index + 1];
    const inside = Number.isFinite(from) ? from : (boundaries[0] ?? 0) - 1;
    const decider = program.at({ ...question, asOf: formatInstant(zone, inside) });
    return makeSegment(decider, next === undefined ? '' : firstDayAtOrAfter(zone, next));
  });
  // Days within which the answer may change, and duties whose dates follow the day, are answered one by one.
  const special = new Set(boundaries.map((boundary) => formatDate(dayOf(zone, boundary))));
  const dated = compiled.rules.some(({ rule }) => rule.kind === 'duty' && rule.due !== undefined);
  return {
    all,
    day: (asOf) => {
      const instant = readQuestion(compiled, { ...question, asOf }, 0).vantage.asOf;
      const segment = all[starts.findLastIndex((from) => from <= instant)];
      if (segment === undefined) throw new Error('time has no beginning');
      return {
        segment,
        shown: formatInstant(zone, instant),
        special: dated || asOf.length !== 10 || special.has(asOf),
      };
    },
  };
}

function makeSegment(decider: Decider, lastDayBefore: string): Segment {
  const walker = decider.walkerAt(decider.frame);
  const codes = decider.encoder.blank();
  const load = makeFunction<(facts: FactValues, codes: Codes) => boolean>('load', loaderSource(decider));
  return {
    decider,
    walker,
    lastDayBefore,
    possible: (facts) => {
      if (walker === undefined || !load(facts, codes)) return decider.possible(facts);
      const mask = walker.walk(codes);
      if (mask === undefined || mask === 0) return decider.possible(facts);
      return POSSIBLE[mask] ?? decider.possible(facts);
    },
    template: (facts) => {
      if (!load(facts, codes)) return decider.decide(facts);
      return decider.decideCodes(codes, facts);
    },
  };
}
