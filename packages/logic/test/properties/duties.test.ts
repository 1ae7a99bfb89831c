import { formatDate, parseDate, parseInstant } from '@proviso/model';
import { expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import type { Question } from '../oracle/question.ts';
import { addCalendar, eventDay, localDay, sharpInstant, vantagePoint } from '../oracle/time.ts';
import { knownFacts, presumedFacts } from '../oracle/unknowns.ts';
import type { World } from '../oracle/world.ts';
import { deciderFor, oracleFor } from './engine.ts';
import { holds } from './holds.ts';

test('a duty is due when its clause says', () => {
  holds(
    cases(),
    ({ book, question }) => {
      const oracle = oracleFor(book);
      if (oracle.answer(question) === 'contradiction') return;
      const { duties = [] } = deciderFor(book, question).decide(question.facts);
      for (const { duty, due, rhythm } of duties) {
        if (isCountedFromPresumption(oracle.world, question, duty)) continue;
        const expected = dueOf(oracle.world, question, duty);
        expect(`${duty} ${due} ${rhythm}`).toBe(`${duty} ${expected.due} ${expected.rhythm}`);
      }
    },
    2,
  );
});

/** Whether a duty runs from a fact that is only presumed: such a duty has no date in answers yet. */
function isCountedFromPresumption(world: World, question: Question, duty: string): boolean {
  const rule = world.rulebook.rules.find(({ name }) => name === duty);
  if (rule?.kind !== 'duty' || rule.due?.kind !== 'within' || rule.due.after.kind !== 'fact') return false;
  return Object.hasOwn(presumedFacts(world, question), rule.due.after.name);
}

function dueOf(world: World, question: Question, duty: string): { due: string | null; rhythm: string | null } {
  const { rulebook } = world;
  const rule = rulebook.rules.find(({ name }) => name === duty);
  if (rule?.kind !== 'duty' || rule.due === undefined) return { due: null, rhythm: null };
  const { due } = rule;
  const today = localDay(rulebook.zone, vantagePoint(rulebook.zone, question.asOf));
  switch (due.kind) {
    case 'for':
      return { due: formatDate(addCalendar(today, due.amount, due.unit)), rhythm: 'until' };
    case 'by': {
      const moment = sharpInstant(rulebook, due.moment);
      return { due: moment === undefined ? null : formatDate(localDay(rulebook.zone, moment)), rhythm: 'by' };
    }
    case 'yearly': {
      const year = Number(formatDate(today).slice(0, 4));
      const [next] = [year, year + 1].map((it) => `${it}-${due.day}`).filter((it) => it >= formatDate(today));
      return { due: next ?? null, rhythm: 'yearly' };
    }
    case 'within': {
      const from = countedFrom(world, question, due.after, today);
      return { due: from === undefined ? null : formatDate(addCalendar(from, due.amount, due.unit)), rhythm: 'by' };
    }
  }
}

type After = { readonly kind: 'as_of' } | { readonly kind: 'event' | 'fact'; readonly name: string };

function countedFrom(world: World, question: Question, after: After, today: number): number | undefined {
  const { rulebook } = world;
  if (after.kind === 'as_of') return today;
  if (after.kind === 'event') {
    return eventDay(
      rulebook,
      rulebook.events.find(({ name }) => name === after.name),
    );
  }
  const value = knownFacts(world, question)[after.name];
  if (typeof value !== 'string') return undefined;
  const instant = parseInstant(value);
  return instant === undefined ? parseDate(value) : localDay(rulebook.zone, instant);
}
