import type { FactValues, Value } from '@proviso/model';
import { parseDate, parseInstant } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/index.ts';
import { readChart, tabulate } from '../../src/tabulate/index.ts';
import { cases } from '../arbitrary/arbitraries.ts';
import { Choices } from '../arbitrary/choices.ts';
import { drawFacts } from '../arbitrary/draw-question.ts';
import { allCases, programOf } from '../explain/rulebooks.ts';
import { worldOf } from '../oracle/world.ts';
import { orContradiction } from '../properties/engine.ts';
import { holds } from '../properties/holds.ts';
import { codesOf, readRow, rowOf } from './row.ts';

const ROWS = 12;

/** A row of a table that has columns for some facts: what is not given in a column is not known. */
function rowIn(columns: readonly string[], facts: FactValues): FactValues {
  return Object.fromEntries(columns.map((path): [string, Value | null] => [path, facts[path] ?? null]));
}

describe('a tabulation says of every row what decide says', () => {
  for (const bound of [4000, 12]) {
    test(`at one date, charts of at most ${bound} nodes`, () => {
      holds(cases(), ({ book, question, dice }) => {
        const choices = new Choices(dice);
        const program = compile(book);
        const { facts: _, ...asked } = question;
        const decider = program.at(asked);
        const columns = [...program.compiled.facts.keys()].filter(() => choices.chance(70));
        let tabulation: ReturnType<typeof tabulate>;
        try {
          tabulation = tabulate(program, asked, { facts: columns, bound });
        } catch (error) {
          // One need or the bare outcome of a law may need more nodes than the small bound.
          if (bound < 4000 && error instanceof Error && error.name === 'ChartTooLarge') return;
          throw error;
        }
        for (let row = 0; row < ROWS; row++) {
          const facts = rowIn(columns, row === 0 ? question.facts : drawFacts(choices, worldOf(book)));
          const wanted = orContradiction(() => rowOf(decider.decide(facts)));
          expect(readRow(tabulation, codesOf(tabulation, facts))).toEqual(wanted);
        }
      });
    });
  }

  for (const bound of [4000, 12]) {
    test(`and which provisions reach it, lifted ones too, in charts of at most ${bound} nodes`, () => {
      holds(cases(), ({ book, question, dice }) => {
        const choices = new Choices(dice);
        const program = compile(book);
        const { facts: _, ...asked } = question;
        const decider = program.at(asked);
        const columns = [...program.compiled.facts.keys()].filter(() => choices.chance(70));
        const per = new Map(book.rules.map((rule) => [rule.name, rule.per]));
        const reach = [...new Set([...per.values()].flat())].filter(() => choices.chance(60));
        let tabulation: ReturnType<typeof tabulate>;
        try {
          tabulation = tabulate(program, asked, { facts: columns, reach, bound });
        } catch (error) {
          if (bound < 4000 && error instanceof Error && error.name === 'ChartTooLarge') return;
          throw error;
        }
        for (let row = 0; row < ROWS; row++) {
          const facts = rowIn(columns, row === 0 ? question.facts : drawFacts(choices, worldOf(book)));
          const wanted = orContradiction(() => {
            const reaching = decider
              .decide(facts)
              .because.filter(({ kind, state }) => kind !== 'duty' && ['stands', 'open', 'lifted'].includes(state));
            return reach.filter((name) => reaching.some(({ rule }) => per.get(rule)?.includes(name))).sort();
          });
          if (wanted === 'contradiction') continue;
          const codes = codesOf(tabulation, facts);
          expect(tabulation.reach.flatMap((chart) => readChart(chart, codes)).sort()).toEqual(wanted);
        }
      });
    });
  }

  test('with a date in every row', () => {
    holds(
      cases(),
      ({ book, question, dice }) => {
        const choices = new Choices(dice);
        const program = compile(book);
        const { facts: _, asOf, ...asked } = question;
        const columns = [...program.compiled.facts.keys()].filter(() => choices.chance(80));
        const tabulation = tabulate(program, { ...asked, asOfPerRow: true }, { facts: columns });
        const boundaries = tabulation.law?.boundaries ?? [];
        const days = boundaries.map(({ firstDay }) => firstDay);
        for (const at of [asOf, ...days, '2020-01-01', '2021-12-31']) {
          const law =
            parseDate(at) === undefined
              ? boundaries.filter(({ instant }) => instant <= (parseInstant(at) ?? 0)).length
              : boundaries.filter(({ firstDay }) => firstDay <= at).length;
          const facts = rowIn(columns, drawFacts(choices, worldOf(book)));
          const wanted = orContradiction(() => rowOf(program.at({ ...asked, asOf: at }).decide(facts)));
          expect(readRow(tabulation, codesOf(tabulation, facts, law))).toEqual(wanted);
        }
      },
      0.5,
    );
  });

  test('for every case of the shipped rulebooks', () => {
    for (const one of allCases()) {
      const program = programOf(one.rulebook);
      const question = {
        asOf: one.as_of,
        ...(one.known_on === undefined ? {} : { knownOn: one.known_on }),
        ...(one.readings === undefined ? {} : { readings: one.readings }),
      };
      const given = program.readFacts(one.facts);
      const columns = Object.keys(given).filter((path) => program.compiled.facts.has(path));
      if (columns.length < Object.keys(given).length) continue;
      const tabulation = tabulate(program, question, { facts: columns });
      expect([one.id, readRow(tabulation, codesOf(tabulation, given))]).toEqual([
        one.id,
        rowOf(program.at(question).decide(given)),
      ]);
    }
  });
});
