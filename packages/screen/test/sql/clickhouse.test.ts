import { afterAll, beforeAll, describe, test } from 'vitest';
import { holdsOn } from './all-rows.ts';
import type { Cell, Engine } from './engine.ts';
import { PYTHON, pythonEngine } from './python-engine.ts';

describe.skipIf(PYTHON === undefined)(
  'SQL for ClickHouse says of every row what decide says (needs PROVISO_SQL_PYTHON: a Python with chdb)',
  () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await pythonEngine('clickhouse');
    });
    afterAll(() => engine.close());

    /** No clock times, no lists that are NULL, dates from 1900 to 2299. */
    const canHold = (stored: string, cell: Cell) => {
      if (stored === 'timestamp') return false;
      if (stored === 'list') return cell !== null;
      return stored !== 'date' || cell === null || (String(cell) > '1900' && String(cell) < '2299');
    };

    test('at one date', () => holdsOn(() => engine, 0.1, { perRow: false, canHold }));
    test('at one date, with provisions and needs in several charts', () =>
      holdsOn(() => engine, 0.1, { perRow: false, bound: 12, canHold }));
    test('with a date in every row', () => holdsOn(() => engine, 0.1, { perRow: true, canHold }));
  },
);
