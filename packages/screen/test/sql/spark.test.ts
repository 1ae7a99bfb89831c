import { afterAll, beforeAll, describe, test } from 'vitest';
import { holdsOn } from './all-rows.ts';
import type { Engine } from './engine.ts';
import { PYTHON, pythonEngine } from './python-engine.ts';

describe.skipIf(PYTHON === undefined)(
  'SQL for Spark says of every row what decide says (needs PROVISO_SQL_PYTHON: a Python with pyspark)',
  () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await pythonEngine('spark');
    });
    afterAll(() => engine.close());

    for (const ansi of ['true', 'false']) {
      const withMode = () => engine.run(`SET spark.sql.ansi.enabled = ${ansi}`);
      test(`at one date, ANSI mode ${ansi}`, async () => {
        await withMode();
        await holdsOn(() => engine, 0.015, { perRow: false });
      });
      test(`with provisions and needs in several charts, ANSI mode ${ansi}`, async () => {
        await withMode();
        await holdsOn(() => engine, 0.015, { perRow: false, bound: 12 });
      });
      test(`with a date in every row, ANSI mode ${ansi}`, async () => {
        await withMode();
        await holdsOn(() => engine, 0.015, { perRow: true });
      });
    }
  },
);
