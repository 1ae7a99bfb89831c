import {
  type FactValues,
  formatInstant,
  parseInstant,
  type Rulebook,
  type Value,
  type Vocabulary,
} from '@proviso/model';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { compile } from '../../src/index.ts';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import type { Question } from '../oracle/question.ts';
import { vantagePoint } from '../oracle/time.ts';
import { type World, worldOf } from '../oracle/world.ts';
import { deciderFor, orContradiction } from './engine.ts';
import { holds } from './holds.ts';

describe('the same thing said otherwise gets the same answer', () => {
  test('declarations in a vocabulary that the rulebook uses', () => {
    holds(cases(), ({ book, question }) => {
      expect(answerTo(inVocabulary(book), question)).toEqual(answerTo(book, question));
    });
  });

  test('a date as the last second of its day', () => {
    holds(cases(), ({ book, question }) => {
      const asOf = formatInstant(book.zone, vantagePoint(book.zone, question.asOf));
      const { withinDay: _, ...byDate } = deciderAnswer(book, question);
      expect(deciderAnswer(book, { ...question, asOf })).toEqual(byDate);
    });
  });

  test('instants and lists of facts', () => {
    holds(cases(), ({ book, question, dice }) => {
      const choices = new Choices(dice);
      const world = worldOf(book);
      const facts = Object.fromEntries(
        Object.entries(question.facts).map(([path, value]) => [path, otherwise(choices, world, path, value)]),
      );
      expect(answerTo(book, { ...question, facts })).toEqual(answerTo(book, question));
    });
  });
});

test('facts are read as they are written, nested by party or by path', () => {
  holds(cases(), ({ book, question }) => {
    const program = compile(book);
    expect(program.readFacts(question.facts)).toEqual(question.facts);
    expect(program.readFacts(nested(question.facts))).toEqual(question.facts);
  });
});

/** An answer without the moments and values of dates that it quotes. */
function answerTo(book: Rulebook, question: Question): Partial<Answer> {
  const { duties: _, ...answer } = deciderAnswer(book, question);
  return answer;
}

function deciderAnswer(book: Rulebook, question: Question): Partial<Answer> {
  const answer = orContradiction(() => deciderFor(book, question).decide(question.facts));
  return answer === 'contradiction' ? {} : answer;
}

function inVocabulary(book: Rulebook): Rulebook {
  const { enumerations, lists, parameters, facts, groups, parties, terms, assumptions, readings } = book;
  const shared = { enumerations, lists, parameters, facts, groups, parties, terms, assumptions, readings };
  const vocabulary: Vocabulary = {
    kind: 'vocabulary',
    id: 'test/words',
    title: { en: 'Words' },
    sections: [],
    ...shared,
  };
  const none = Object.fromEntries(Object.keys(shared).map((key) => [key, []]));
  return { ...book, ...none, uses: ['test/words'], vocabularies: [vocabulary] };
}

/** The same value: an instant at another offset, a list in another order. */
function otherwise(choices: Choices, world: World, path: string, value: Value | null): Value | null {
  const type = world.facts.get(path)?.type;
  if (type?.kind === 'list' && typeof value === 'object' && value !== null) return choices.shuffled(value);
  if (type?.kind !== 'instant' || typeof value !== 'string') return value;
  return formatInstant({ id: 'Asia/Kolkata', offsets: [[0, 330]] }, parseInstant(value) ?? 0);
}

function nested(facts: FactValues): unknown {
  const result: Record<string, unknown> = {};
  const parties = new Map<string, Record<string, unknown>>();
  for (const [path, value] of Object.entries(facts)) {
    const [party = '', fact] = path.split('.');
    if (fact === undefined) {
      result[path] = value;
      continue;
    }
    const inner = parties.get(party) ?? {};
    inner[fact] = value;
    parties.set(party, inner);
    result[party] = inner;
  }
  return result;
}
