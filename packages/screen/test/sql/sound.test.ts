import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DuckDbPrinter } from '../../src/sql/dialects/duckdb/printer.ts';
import { isSound } from '../../src/sql/sound.ts';
import { choose, code, column, compare, integer, isNull, translate, when } from '../../src/sql/tree/build.ts';
import type { Expression } from '../../src/sql/tree/expression.ts';
import { workbench } from '../source/workbench.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '100');
const SEED = process.env.PROVISO_SEED === undefined ? undefined : Number(process.env.PROVISO_SEED);

const bench = workbench();
const printer = new DuckDbPrinter([]);
const number = column('n');
const word = column('t');

/** For every cell of two columns: whether an expression is not NULL, and whether the test of it is true. */
async function compared(of: Expression): Promise<readonly (readonly [given: boolean, sound: boolean])[]> {
  const tests = `(${printer.print(of)}) IS NOT NULL, coalesce(${printer.print(isSound(of))}, false)`;
  const rows = `(VALUES (NULL), (0), (1), (2), (3)) ns(n), (VALUES (NULL), ('a'), ('b'), ('c')) ts(t)`;
  return (await bench.query(`SELECT ${tests} FROM ${rows}`)).map(([given, sound]) => [given === true, sound === true]);
}

const test = fc.oneof(
  fc.constant(isNull(number)),
  fc.constant(isNull(word)),
  fc.nat(3).map((point) => compare(number, '<', integer(point))),
  fc.nat(3).map((point) => compare(number, '<=', integer(point))),
);
const { expression } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(code(0), code(null), number),
    fc.constantFrom<Expression>(
      translate(word, new Map([['a', 0]]), { rest: null, empty: 0 }),
      translate(word, new Map([['b', 2]]), { rest: null, empty: null }),
      translate(word, new Map([['b', 2]]), { rest: 1, empty: null }),
    ),
  ),
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    tie('leaf'),
    fc
      .tuple(fc.array(fc.tuple(test, tie('expression')), { minLength: 1, maxLength: 3 }), tie('expression'))
      .map(([arms, otherwise]) =>
        choose(
          arms.map(([one, then]) => when(one, then)),
          otherwise,
        ),
      ),
  ),
}));

it(
  'the test is true only where there is a value',
  async () => {
    const check = fc.asyncProperty(expression, async (of) => {
      for (const [given, sound] of await compared(of)) if (sound) expect(given).toBe(true);
    });
    await fc.assert(check, { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) });
  },
  60_000 + 300 * RUNS,
);

it.each<[string, Expression]>([
  ['a word of a list', translate(word, new Map([['a', 0]]), { rest: null, empty: 0 })],
  [
    'a number between two others',
    choose(
      [when(isNull(number), integer(0))],
      choose(
        [when(compare(number, '<', integer(1)), code(null)), when(compare(number, '<=', integer(2)), integer(0))],
        code(null),
      ),
    ),
  ],
])('it misses none that matters: %s', async (_, of) => {
  const rows = await compared(of);
  expect(rows.map(([, sound]) => sound)).toEqual(rows.map(([given]) => given));
  expect(new Set(rows.map(([given]) => given)).size).toBe(2);
});
