import { isDeepStrictEqual } from 'node:util';
import { formatInstant, parseDate, parseInstant, type Rulebook } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import type { Question } from '../oracle/question.ts';
import { deciderFor, oracleFor } from './engine.ts';
import { holds } from './holds.ts';

const DAY = 86_400_000;
const EARLIEST = Date.UTC(2019, 0, 1);
const LATEST = Date.UTC(2022, 0, 1);

/** What stays the same within a span. */
function outcomeAt(book: Rulebook, question: Question, at: number) {
  const answer = oracleFor(book).answer({ ...question, asOf: formatInstant(book.zone, at) });
  if (answer === 'contradiction') return answer;
  const { verdict, mayProceed, possible } = answer;
  return { verdict, mayProceed, possible };
}

/** Whether violations are pursued, as the library has it. */
function pursuedAt(book: Rulebook, question: Question, asOf: string): boolean {
  return deciderFor(book, { ...question, asOf }).decide(question.facts).enforced;
}

describe('the span in which an answer holds', () => {
  test('is one in which it stays the same, and no wider can be', () => {
    holds(cases(400), ({ book, question, dice }) => {
      const here = oracleFor(book).answer(question);
      if (here === 'contradiction') return;
      const { verdict, mayProceed, possible } = here;
      const expected = { verdict, mayProceed, possible };
      const { validFrom, validUntil, asOf, enforced } = deciderFor(book, question).decide(question.facts);
      const from = validFrom === null ? EARLIEST : instant(validFrom);
      const until = validUntil === null ? LATEST : instant(validUntil);
      expect(from).toBeLessThanOrEqual(instant(asOf));
      expect(until).toBeGreaterThan(instant(asOf));
      const choices = new Choices(dice);
      const inside = [
        from,
        until - 1000,
        ...choices.times(4, () => from + (choices.below(0x10000) / 0x10000) * (until - from)),
      ];
      for (const at of inside.map((it) => Math.floor(it / 1000) * 1000).filter((it) => it >= from && it < until)) {
        expect({ at: formatInstant(book.zone, at), ...strip(outcomeAt(book, question, at)) }).toEqual({
          at: formatInstant(book.zone, at),
          ...expected,
        });
      }
      for (const at of [...(validFrom === null ? [] : [from - 1000]), ...(validUntil === null ? [] : [until])]) {
        if (!isDeepStrictEqual(outcomeAt(book, question, at), expected)) continue;
        const outside = formatInstant(book.zone, at);
        expect(pursuedAt(book, question, outside), `${outside} as in ${validFrom} to ${validUntil}`).not.toBe(enforced);
      }
    });
  });

  test('a bare date tells the parts of a day that differ', () => {
    holds(cases(400), ({ book, question, dice }) => {
      const day = parseDate(question.asOf);
      if (day === undefined || oracleFor(book).answer(question) === 'contradiction') return;
      const answer = deciderFor(book, question).decide(question.facts);
      const choices = new Choices(dice);
      const parts = answer.withinDay;
      if (parts === undefined) {
        const end = instant(answer.asOf);
        const times = choices.times(4, () => end - choices.below(20 * 3600) * 1000);
        for (const at of times.filter((it) => formatInstant(book.zone, it).startsWith(question.asOf))) {
          const there = strip(outcomeAt(book, question, at));
          expect({ at, verdict: there.verdict }).toEqual({ at, verdict: answer.verdict });
        }
        return;
      }
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.at(-1)).toMatchObject({ verdict: answer.verdict, mayProceed: answer.mayProceed });
      for (const [index, part] of parts.entries()) {
        const next = parts[index + 1];
        // A part ends just before the next begins.
        if (next !== undefined) expect(next.from).toBe(part.until);
        const last = instant(part.until) - 1000;
        for (const at of [instant(part.from), Math.max(last, instant(part.from))]) {
          const { verdict, mayProceed } = strip(outcomeAt(book, question, at));
          const when = formatInstant(book.zone, at);
          expect(`${when} ${verdict} ${mayProceed}`).toBe(`${when} ${part.verdict} ${part.mayProceed}`);
        }
        if (next === undefined) continue;
        if (isDeepStrictEqual(outcomeAt(book, question, last), outcomeAt(book, question, last + 1000))) {
          expect(pursuedAt(book, question, next.from)).not.toBe(pursuedAt(book, question, part.from));
        }
      }
      expect(instant(parts.at(-1)?.until ?? '') - instant(parts[0]?.from ?? '')).toBeGreaterThan(DAY / 2);
    });
  });
});

function strip(outcome: ReturnType<typeof outcomeAt>): {
  verdict: string;
  mayProceed?: string;
  possible?: readonly string[];
} {
  return outcome === 'contradiction' ? { verdict: outcome } : outcome;
}

function instant(text: string): number {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(`no instant: ${text}`);
  return read;
}
