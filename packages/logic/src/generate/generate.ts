import type { FactValues, Verdict } from '@proviso/model';
import type { Answer } from '../answer.ts';
import type { Possible } from '../decide/decider.ts';
import type { Program } from '../program.ts';
import type { Question } from '../question.ts';
import { assertedTest } from './loader-source.ts';
import { redated } from './redated.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { makeFunction } from './source.ts';
import { VerdictWriter } from './verdict-source.ts';

/** Knowledge and readings for which code is generated; "as of" is given with each case. */
export type GenerateQuestion = Pick<Question, 'knownOn' | 'readings'>;

/**
 * A rulebook as JavaScript made for it, for many decisions in a row. The answers are those of `Program.at(...)`.
 * Facts must be canonical (see `Program.readFacts`); a value of the wrong type throws InputError.
 * `asOf` is a date (the end of that day in the rulebook's zone) or an instant with an offset.
 */
export interface Generated {
  /** The verdict alone, at the speed of hand-written code. A date is compared as text: it must be one that exists. */
  verdict(facts: FactValues, asOf: string): Verdict;
  possible(facts: FactValues, asOf: string): Possible;
  decide(facts: FactValues, asOf: string): Answer;
}

/** What is remembered about an "as of" text. */
interface Day {
  readonly segment: Segment;
  readonly shown: string;
  /** The answer cannot be taken from the segment's: it may change within that day, or carries dates counted from it. */
  readonly special: boolean;
}

/** So many "as of" texts are remembered. */
const MOST_DAYS = 100_000;

/**
 * Generates code for all "as of" dates. Uses the Function constructor: for Node, not for pages with a content security policy.
 */
export function generate(program: Program, question: GenerateQuestion = {}): Generated {
  const segments = segmentsOf(program, question);
  const days = new Map<string, Day>();
  const dayAt = (asOf: string): Day => days.get(asOf) ?? readDay(asOf);
  const readDay = (asOf: string): Day => {
    const day = segments.day(asOf);
    if (days.size >= MOST_DAYS) days.clear();
    days.set(asOf, day);
    return day;
  };
  const possible = (facts: FactValues, asOf: string): Possible => dayAt(asOf).segment.possible(facts);
  return {
    verdict: verdictOver(segments.all, (facts, asOf) => possible(facts, asOf).verdict),
    possible,
    decide: (facts, asOf) => {
      const { segment, shown, special } = dayAt(asOf);
      if (special) return program.at({ ...question, asOf }).decide(facts);
      return redated(segment.template(facts), shown);
    },
  };
}

/** One function for all dates: which segment, then the diagram as nested tests. */
function verdictOver(
  segments: readonly Segment[],
  slow: (facts: FactValues, asOf: string) => Verdict,
): Generated['verdict'] {
  const first = segments[0];
  if (first === undefined) return (facts, asOf) => slow(facts, asOf);
  const writer = new VerdictWriter(slow);
  const bodies = segments.map((segment) => ({ until: segment.lastDayBefore, body: writer.body(segment) }));
  const chain = bodies.map(({ until, body }, index) => {
    const next = bodies[index + 1];
    // Neighbouring segments with the same diagram are one.
    if (next === undefined || next.body === body) return next === undefined ? body : '';
    return `if (d < ${JSON.stringify(until)}) { ${body} }`;
  });
  const asserted = assertedTest(first.decider);
  const guard = asserted === '' ? '' : ` || ${asserted}`;
  const text = `function verdict(f, d) { if (d.length !== 10${guard}) return S(f, d);\n${chain.join('\n')}\n}`;
  return makeFunction<Generated['verdict']>('verdict', writer.source(text));
}
