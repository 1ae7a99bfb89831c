import { utils, type WorkSheet, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { plainNumber } from '../../src/source/xlsx/cell.ts';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();

function workbook(sheets: Readonly<Record<string, WorkSheet>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

describe('Excel', () => {
  it('gives texts: dates as ISO, numbers exactly, formulas by their value', async () => {
    const sheet = utils.aoa_to_sheet([
      ['text', 'number', 'yes', 'day', 'clock', 'formula', 'error'],
      ['007', 14.36, true, null, null, null, null],
    ]);
    sheet.D2 = { t: 'n', v: 44094, z: 'yyyy-mm-dd' };
    sheet.E2 = { t: 'n', v: 44094.75, z: 'm/d/yy h:mm' };
    sheet.F2 = { t: 'n', v: 3, f: '1+2' };
    sheet.G2 = { t: 'e', v: 0x2a, w: '#N/A' };
    const source = await bench.file('a.xlsx', workbook({ 订单: sheet, other: utils.aoa_to_sheet([['x'], [1]]) }));
    expect(source.columns[0]).toEqual({ name: 'text', stored: 'text' });
    expect(source.detected).toEqual({ sheet: '订单' });
    expect(source.shown).toMatch(/a\.xlsx, sheet 订单$/);
    expect(await bench.query(source.located)).toEqual([
      ['2', '007', '14.36', 'true', '2020-09-20', '2020-09-20T18:00:00', '3', '#N/A'],
    ]);
  });

  it('is read from the named sheet', async () => {
    const content = workbook({ a: utils.aoa_to_sheet([['x'], [1]]), b: utils.aoa_to_sheet([['y'], [2], [3]]) });
    const source = await bench.file('a.xlsx', content, { sheet: 'b' });
    expect(await bench.rows(source.relation)).toEqual([['2'], ['3']]);
    const error = await failure(bench.file('a.xlsx', content, { sheet: 'c' }));
    expect(error.code).toBe('no_sheet');
    expect(error.hint).toContain('a, b');
    expect(error.values).toEqual({ sheet: 'c', sheets: 'a / b' });
  });

  it('tells the sheets to choose from, also when the one that is read cannot be', async () => {
    const rows = utils.aoa_to_sheet([['x'], [1]]);
    const content = workbook({ cover: utils.aoa_to_sheet([]), '合同, 2020': rows, c: rows });
    const source = await bench.file('a.xlsx', content, { sheet: 'c' });
    expect(source.sheets).toEqual(['cover', '合同, 2020', 'c']);
    const error = await failure(bench.file('a.xlsx', content));
    expect(error).toMatchObject({ code: 'empty_file', values: { sheets: 'cover / 合同, 2020 / c' } });
    const twins = workbook({ t: utils.aoa_to_sheet([['x', 'X']]), rows });
    expect((await failure(bench.file('b.xlsx', twins))).values).toMatchObject({ sheets: 't / rows' });
  });

  it('may begin below and have blank rows; lines are those of the sheet', async () => {
    const sheet = utils.aoa_to_sheet([[], [], ['x', 'y', null], ['a\n"b"', 1, null], [], ['c', null, ' ']]);
    const source = await bench.file('a.xlsx', workbook({ s: sheet }));
    expect(source.columns.map(({ name }) => name)).toEqual(['x', 'y', 'column_3']);
    expect(await bench.query(source.located)).toEqual([
      ['4', 'a\n"b"', '1', null],
      ['6', 'c', null, ' '],
    ]);
  });

  it('with a header alone has no rows', async () => {
    const source = await bench.file('a.xlsx', workbook({ s: utils.aoa_to_sheet([['x', 'y']]) }));
    expect(source.rows).toBe(0);
    expect(await bench.rows(source.relation)).toEqual([]);
  });

  it('that cannot be read is said so', async () => {
    expect(await failureCode(bench.file('a.xlsx', workbook({ s: utils.aoa_to_sheet([]) })))).toBe('empty_file');
    expect(await failureCode(bench.file('b.xlsx', 'a,b\n1,2\n'))).toBe('not_readable');
    expect(await failureCode(bench.file('c.xlsx', zipSync({ 'x.txt': new Uint8Array(3) })))).toBe('not_readable');
    const old = new Uint8Array(600).fill(0);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect((await failure(bench.file('d.xlsx', old))).values).toEqual({ reason: 'protected' });
    const twice = workbook({ s: utils.aoa_to_sheet([['x', 'X']]) });
    expect(await failureCode(bench.file('e.xlsx', twice))).toBe('duplicate_columns');
  });

  it('that unpacks to very much is not unpacked', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1000) }));
    // The size in the archive's directory.
    bomb.writeUInt32LE(3_000_000_000, bomb.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
    expect(await failureCode(bench.file('a.xlsx', bomb))).toBe('too_many_rows');
  });
});

it.each([
  [0.1, '0.1'],
  [1e21, '1000000000000000000000'],
  [-1.5e22, '-15000000000000000000000'],
  [1.25e-7, '0.000000125'],
  [0.1 + 0.2, '0.30000000000000004'],
])('%d has the text %s', (value, text) => {
  expect(plainNumber(value)).toBe(text);
});
