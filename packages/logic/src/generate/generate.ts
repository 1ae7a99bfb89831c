import {
  dayOf,
  type EpochMilliseconds,
  endOfDay,
  type FactValues,
  formatDate,
  formatInstant,
  type Verdict,
} from '@proviso/model';
import type { Answer } from '../answer.ts';
import type { Decider, Possible } from '../decide/decider.ts';
import type { Codes } from '../decide/encoder.ts';
import { mayProceedOf, verdictOf, verdictsIn } from '../decide/outcome.ts';
import type { Walker } from '../decide/walker.ts';
import type { Program } from '../program.ts';
import type { Question } from '../question.ts';
import { loaderSource } from './loader-source.ts';
import { makeFunction } from './source.ts';
import { verdictSource } from './verdict-source.ts';

/** Knowledge and readings for which code is generated; "as of" is given with each case. */
export type GenerateQuestion = Pick<Question, 'knownOn' | 'readings'>;

/**
 * A rulebook as JavaScript made for it, for many decisions in a row. The answers are those of `Program.at(...)`.
 * Facts must be canonical (see `Program.readFacts`); a value of the wrong type throws InputError.
 * `asOf` is a date (the end of that day in the rulebook's zone) or an instant with an offset.
 */
export interface Generated {
  verdict(facts: FactValues, asOf: string): Verdict;
  possible(facts: FactValues, asOf: string): Possible;
  decide(facts: FactValues, asOf: string): Answer;
}

/** A stretch of time in which the same law holds, with its functions. */
interface Segment {
  readonly decider: Decider;
  readonly verdict: (facts: FactValues) => Verdict;
  readonly possible: (facts: FactValues) => Possible;
  readonly template: (facts: FactValues) => Answer;
}

/**
 * Generates code for all "as of" dates. Uses the Function constructor: for Node, not for pages with a content security policy.
 */
export function generate(program: Program, question: GenerateQuestion = {}): Generated {
  const { compiled } = program;
  const { zone } = compiled.rulebook;
  const boundaries = compiled.status.boundaries(
    program.at({ ...question, asOf: '2000-01-01' }).question.vantage.knownOn,
  );
  const starts: (EpochMilliseconds | undefined)[] = [undefined, ...boundaries];
  const segments: { readonly from: EpochMilliseconds; readonly firstDay: string; readonly segment: Segment }[] = [];
  for (const from of starts) {
    const inside = from ?? (boundaries[0] ?? 0) - 1;
    const decider = program.at({ ...question, asOf: formatInstant(zone, inside) });
    segments.push({
      from: from ?? Number.NEGATIVE_INFINITY,
      firstDay: from === undefined ? '' : firstDayAtOrAfter(zone, from),
      segment: makeSegment(decider),
    });
  }
  // Days within which the answer may change, and duties whose dates follow the day, are answered one by one.
  const special = new Set(boundaries.map((boundary) => formatDate(dayOf(zone, boundary))));
  const dated = compiled.rules.some(({ rule }) => rule.kind === 'duty' && rule.due !== undefined);
  const days = segments.map(({ firstDay }) => firstDay);
  const all = segments.map(({ segment }) => segment);
  const segmentAt = (asOf: string): Segment => {
    if (asOf.length !== 10) return segmentOfInstant(asOf);
    let low = 0;
    let high = days.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? '') <= asOf) low = middle;
      else high = middle;
    }
    return all[low] ?? segmentOfInstant(asOf);
  };
  const segmentOfInstant = (asOf: string): Segment => {
    const { vantage } = program.at({ ...question, asOf }).question;
    const found = segments.findLast(({ from }) => from <= vantage.asOf);
    return found?.segment ?? makeSegment(program.at({ ...question, asOf }));
  };
  const shown = new Map<string, string>();
  const show = (asOf: string): string => {
    const known = shown.get(asOf);
    if (known !== undefined) return known;
    const text = formatInstant(zone, program.at({ ...question, asOf }).question.vantage.asOf);
    if (shown.size < 100_000) shown.set(asOf, text);
    return text;
  };
  return {
    verdict: (facts, asOf) => segmentAt(asOf).verdict(facts),
    possible: (facts, asOf) => segmentAt(asOf).possible(facts),
    decide: (facts, asOf) => {
      if (dated || asOf.length !== 10 || special.has(asOf)) return program.at({ ...question, asOf }).decide(facts);
      return { ...segmentAt(asOf).template(facts), asOf: show(asOf) };
    },
  };
}

/** The first day whose last second is at or after an instant. */
function firstDayAtOrAfter(zone: Program['rulebook']['zone'], instant: EpochMilliseconds): string {
  const day = dayOf(zone, instant);
  return formatDate(endOfDay(zone, day) >= instant ? day : day + 1);
}

const POSSIBLE: readonly Possible[] = Array.from({ length: 32 }, (_, mask) =>
  Object.freeze({
    verdict: verdictOf(mask),
    mayProceed: mayProceedOf(mask),
    possible: Object.freeze(verdictsIn(mask)),
  }),
);

function makeSegment(decider: Decider): Segment {
  const walker = decider.walkerAt(decider.frame);
  const codes = decider.encoder.blank();
  const load = makeFunction<(facts: FactValues, codes: Codes) => void>('load', loaderSource(decider));
  const possible = (facts: FactValues): Possible => {
    if (walker === undefined || decider.encoder.isSpecial(facts)) return decider.possible(facts);
    load(facts, codes);
    const mask = walker.walk(codes);
    if (mask === undefined || mask === 0) return decider.possible(facts);
    return POSSIBLE[mask] ?? decider.possible(facts);
  };
  return {
    decider,
    possible,
    verdict: makeVerdict(decider, walker, possible),
    template: (facts) => {
      if (decider.encoder.isSpecial(facts)) return decider.decide(facts);
      load(facts, codes);
      return decider.decideCodes(codes, facts);
    },
  };
}

function makeVerdict(
  decider: Decider,
  walker: Walker | undefined,
  possible: (facts: FactValues) => Possible,
): (facts: FactValues) => Verdict {
  const slow = (facts: FactValues) => possible(facts).verdict;
  const source = walker === undefined ? undefined : verdictSource(decider, walker);
  if (source === undefined) return slow;
  const fast = makeFunction<(facts: FactValues) => Verdict>('verdict', {
    text: source.text,
    values: [...source.values, slow],
  });
  if (decider.compiled.assertable.size === 0) return fast;
  return (facts) => (decider.encoder.isSpecial(facts) ? slow(facts) : fast(facts));
}
