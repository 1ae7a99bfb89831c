import type { Program } from '@proviso/logic';
import { givenIn } from '@proviso/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLibrary } from '../../src/prerender/library.ts';
import { diagonalOf, type Grid, gridOf, stretchesOf } from '../../src/time/grid.ts';
import { scaleOf } from '../../src/time/scale.ts';
import { RULEBOOKS } from '../helpers/app.ts';

let program: Program;
let grid: Grid;

beforeAll(() => {
  const found = readLibrary(RULEBOOKS).find(({ id }) => id === 'us/wechat');
  if (found === undefined) throw new Error('no us/wechat');
  program = found.program;
  const { examples, situations } = program.rulebook;
  const hosting = examples.find(({ name }) => name === 'a host that keeps the app running for users in the US');
  if (hosting === undefined) throw new Error('no example');
  grid = gridOf(program, program.readFacts(givenIn(situations, hosting)), {});
});

describe('a case on both clocks', () => {
  it('has a row and a column before the first tick and one from each', () => {
    expect(grid.rows.length).toBe(grid.ticks.length + 1);
    for (const row of grid.rows) expect(row.length).toBe(grid.ticks.length + 1);
    expect(grid.ticks.map(({ time }) => time)).toEqual(grid.ticks.map(({ time }) => time).toSorted((a, b) => a - b));
  });

  it('is prohibited on 21 September as seen on the 18th, and held back in hindsight', () => {
    const at = (instant: string) => grid.ticks.findLastIndex(({ time }) => time <= Date.parse(instant)) + 1;
    const [known, asOf] = [at('2020-09-18T23:59:59-04:00'), at('2020-09-21T23:59:59-04:00')];
    expect(grid.rows[known]?.[asOf]?.kind).toBe('prohibited');
    expect(grid.rows.at(-1)?.[asOf]).toMatchObject({ kind: 'held_back', heldBack: { status: 'enjoined' } });
  });

  it('was never prohibited along real time', () => {
    const kinds = stretchesOf(diagonalOf(grid)).map(({ cell }) => cell.kind);
    expect(kinds).not.toContain('prohibited');
    expect(kinds[0]).toBe('held_back');
    expect(kinds).toContain('undetermined');
  });

  it('is cut into stretches that cover a row without overlap', () => {
    for (const row of grid.rows) {
      const stretches = stretchesOf(row);
      expect(stretches[0]?.from).toBe(0);
      expect(stretches.at(-1)?.until).toBe(row.length);
      for (const [index, { until }] of stretches.slice(0, -1).entries()) expect(stretches[index + 1]?.from).toBe(until);
    }
  });

  it('has a scale that rises from 0 to 1', () => {
    const scale = scaleOf(grid.ticks);
    expect(scale.length).toBe(grid.rows.length + 1);
    expect(scale[0]).toBe(0);
    expect(scale.at(-1)).toBeCloseTo(1);
    for (const [index, edge] of scale.slice(1).entries()) expect(edge).toBeGreaterThan(scale[index] ?? 1);
  });
});
