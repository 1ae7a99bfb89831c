import { describe, expect, test } from 'vitest';
import { programOf } from '../../../../test/rulebooks/load.ts';
import { factsOfRow, type ScreeningOptions } from '../../src/job/index.ts';
import { judgedBy, judgedRows, Place, screening } from './screened.ts';

const place = new Place();
const program = programOf('us/wechat');
const VANTAGE = { asOf: '2020-09-21', knownOn: '2020-09-18' };
/** A book whose clerk wrote words where nothing was known. */
const BOOK = `id,application,activity,territory,evasion,licence_covers
1,wechat,internet_hosting,US,none,false
2,wechat,N/A,US,none,false
3,wechat,internet_hosting,未知,none,
4,wechat,internet_hosting,US,none,TBD
5,other,?,-,N/A,TBD
`;

function options(map: object): ScreeningOptions {
  const source = { kind: 'file', paths: [place.write('book.csv', BOOK)] } as const;
  const columns = Object.fromEntries(
    ['application', 'activity', 'territory', 'evasion', 'licence_covers'].map((fact) => [fact, fact]),
  );
  const text = JSON.stringify({ rulebook: 'us/wechat', columns, ...map });
  return { program, source, map: { file: 'map.json', text }, ...VANTAGE };
}

describe("a word for don't know", () => {
  test('makes a bad row until the map has it, and is proposed', async () => {
    await screening(options({}), async (opened) => {
      const { good, badCells } = await opened.count();
      expect([good, badCells]).toEqual([1, 4]);
      expect(opened.resolved.emptyWords).toEqual([
        { fact: 'activity', column: 'activity', words: ['?', 'N/A'] },
        { fact: 'territory', column: 'territory', words: ['-', '未知'] },
        { fact: 'evasion', column: 'evasion', words: ['N/A'] },
        { fact: 'licence_covers', column: 'licence_covers', words: ['TBD'] },
      ]);
    });
  });

  test('is an empty cell once the map has it: every row as `decide` judges it with null', async () => {
    const decider = program.at(VANTAGE);
    await screening(options({ empty: ['N/A', '未知', 'TBD', '?', '-'] }), async (opened) => {
      const rows = await judgedRows(opened, place.path('out.jsonl'));
      expect(rows.map(({ cells }) => cells.id)).toEqual(['1', '2', '3', '4', '5']);
      for (const { cells, judged } of rows) {
        const facts = factsOfRow(program, opened.resolved, cells);
        expect(judged, String(cells.id)).toEqual(judgedBy(decider.decide(facts)));
      }
      const first = factsOfRow(program, opened.resolved, rows[3]?.cells ?? {});
      expect(first.licence_covers).toBeNull();
      const preflight = await opened.preflight(true);
      const told = preflight.inspected.map(({ fact, filled, empty, bad }) => [fact, filled, empty, bad]);
      expect(told).toEqual([
        ['application', 5, 0, 0],
        ['activity', 3, 2, 0],
        ['territory', 3, 2, 0],
        ['licence_covers', 2, 3, 0],
        ['evasion', 4, 1, 0],
      ]);
      // Of these two it was asked whether a licence covers them, and nobody knew: that drops the presumption that none does.
      expect(rows.filter(({ judged }) => judged.needs.includes('licence_covers')).map(({ cells }) => cells.id)).toEqual(
        ['3', '4'],
      );
    });
  });
});
