import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenRows, orderQuestions } from '../../src/summary/questions.ts';
import type { NeedName } from '../../src/summary/read-labels.ts';
import { needs, RUNS } from './fixture.ts';

const POOL = ['fact:b', 'fact:a', 'reading:a', 'status:z', 'open:a', 'fact:c'];
const KINDS = ['fact', 'reading', 'status', 'open'];

const openRows: fc.Arbitrary<readonly OpenRows[]> = fc.array(
  fc.record({
    needs: fc.subarray(POOL).map((names) => needs(...names)),
    rows: fc.integer({ min: 0, max: 9 }),
    amount: fc.integer({ min: -500, max: 500 }).map((cents) => (cents / 100).toFixed(2)),
  }),
  { maxLength: 14 },
);

const nameOf = ({ kind, name }: NeedName) => `${kind}:${name}`;

/** Rows all of whose needs have been asked about, straight from the definition. */
function settledBy(groups: readonly OpenRows[], asked: ReadonlySet<string>): number {
  const settled = groups.filter(
    (group) => group.needs.length > 0 && group.needs.every((need) => asked.has(nameOf(need))),
  );
  return settled.reduce((sum, { rows }) => sum + rows, 0);
}

/** The order of asking by trying every unknown at every step. */
function bruteForce(groups: readonly OpenRows[]): readonly string[] {
  const asked: string[] = [];
  for (;;) {
    const before = settledBy(groups, new Set(asked));
    const open = groups.filter(({ rows, needs: all }) => rows > 0 && all.some((need) => !asked.includes(nameOf(need))));
    const best = POOL.filter((name) => !asked.includes(name))
      .map((name) => ({
        name,
        gain: settledBy(groups, new Set([...asked, name])) - before,
        mentioned: open
          .filter((group) => group.needs.some((need) => nameOf(need) === name))
          .reduce((sum, { rows }) => sum + rows, 0),
      }))
      .filter(({ mentioned }) => mentioned > 0)
      .sort(
        (a, b) =>
          b.gain - a.gain ||
          b.mentioned - a.mentioned ||
          KINDS.indexOf(a.name.split(':')[0]!) - KINDS.indexOf(b.name.split(':')[0]!) ||
          (a.name < b.name ? -1 : 1),
      )[0];
    if (best === undefined) return asked;
    asked.push(best.name);
  }
}

describe('the order of asking', () => {
  it('is the one found by trying every unknown at every step, with exact counts', () => {
    fc.assert(
      fc.property(openRows, (groups) => {
        const { steps, rest } = orderQuestions(groups, true);
        expect(steps.map(({ need }) => nameOf(need))).toEqual(bruteForce(groups));
        const all = groups.reduce((sum, { rows }) => sum + rows, 0);
        const asked = new Set<string>();
        for (const step of steps) {
          const before = settledBy(groups, asked);
          asked.add(nameOf(step.need));
          const settled = settledBy(groups, asked);
          expect(step.settled.rows).toBe(settled);
          expect(step.settles.rows).toBe(settled - before);
          expect(step.left.rows).toBe(all - settled);
        }
        expect(rest.rows).toBe(all - settledBy(groups, asked));
        expect(rest.unknowns).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order of groups, nor on how rows are divided into them', () => {
    fc.assert(
      fc.property(openRows, (groups) => {
        const halves = groups.flatMap((group) => [
          { ...group, rows: Math.floor(group.rows / 2) },
          { ...group, rows: Math.ceil(group.rows / 2), amount: '0', needs: group.needs.toReversed() },
        ]);
        const whole = groups.map((group) => (group.rows === 0 ? { ...group, amount: '0' } : group));
        const split = halves.map((group) => (group.rows === 0 ? { ...group, amount: '0' } : group));
        expect(orderQuestions(split.toReversed(), false)).toEqual(orderQuestions(whole, false));
      }),
      { numRuns: RUNS },
    );
  });

  it('takes what most open rows mention when nothing settles a row alone', () => {
    const { steps } = orderQuestions(
      [
        { needs: needs('fact:a', 'fact:b'), rows: 10 },
        { needs: needs('fact:b', 'fact:c'), rows: 3 },
        { needs: needs('fact:a', 'fact:c', 'reading:a'), rows: 2 },
      ],
      false,
    );
    expect(steps.map(({ need, settles }) => [nameOf(need), settles.rows])).toEqual([
      ['fact:b', 0],
      ['fact:a', 10],
      ['fact:c', 3],
      ['reading:a', 2],
    ]);
    expect(steps[0]?.mentioned).toEqual({ rows: 13 });
  });

  it('lists 20 steps and counts the rest', () => {
    const groups = Array.from({ length: 25 }, (_, index) => ({ needs: needs(`fact:f${index}`), rows: index + 1 }));
    const { steps, rest } = orderQuestions(groups, false);
    expect(steps).toHaveLength(20);
    expect(steps[0]?.need.name).toBe('f24');
    expect(rest).toEqual({ rows: 1 + 2 + 3 + 4 + 5, unknowns: 5 });
  });

  it('leaves rows open that need nothing which can be asked', () => {
    expect(orderQuestions([{ needs: [], rows: 4 }], false)).toEqual({ steps: [], rest: { rows: 4, unknowns: 0 } });
  });
});
