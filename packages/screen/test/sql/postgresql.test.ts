import { afterAll, beforeAll, describe, test } from 'vitest';
import { holdsOn } from './all-rows.ts';
import type { Engine } from './engine.ts';
import { pgliteEngine } from './pglite-engine.ts';

describe('SQL for PostgreSQL says of every row what decide says', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await pgliteEngine();
  });
  afterAll(() => engine.close());

  test('at one date', () => holdsOn(() => engine, 0.1, { perRow: false }));
  test('at one date, with provisions and needs in several charts', () =>
    holdsOn(() => engine, 0.1, { perRow: false, bound: 12 }));
  test('with a date in every row', () => holdsOn(() => engine, 0.1, { perRow: true }));
});
