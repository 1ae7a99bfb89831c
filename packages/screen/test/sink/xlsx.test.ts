import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openSink } from '../../src/sink/open.ts';
import { failure, workbench } from '../source/workbench.ts';

const bench = workbench();

async function written(query: string): Promise<string> {
  const path = join(bench.folder, 'out.xlsx');
  const sink = await openSink({ path, overwrite: true });
  await sink.write(bench.connection, query);
  return path;
}

function sheetOf(path: string): WorkSheet {
  const book = read(readFileSync(path), { cellNF: true, cellFormula: true });
  return book.Sheets[String(book.SheetNames[0])]!;
}

describe('an Excel file', () => {
  it('never has a formula in it', async () => {
    const texts = [`=cmd|'/C calc'!A0`, '@SUM(A1)', '+1+2', '-1', '\t=1', '<f>1</f>'];
    const path = await written(
      `SELECT * FROM (VALUES ${texts.map((text) => `('${text.replaceAll("'", "''")}')`).join(', ')}) AS t(x)`,
    );
    const sheet = sheetOf(path);
    texts.forEach((text, index) => {
      expect(sheet[`A${index + 2}`]).toMatchObject({ t: 's', v: text });
      expect(sheet[`A${index + 2}`]).not.toHaveProperty('f');
    });
    const xml = Buffer.from(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml']!).toString();
    expect(xml).not.toContain('<f>');
  });

  it('has numbers, booleans and dates as such, and texts as they were', async () => {
    const sheet = sheetOf(
      await written(
        `SELECT 1.50::DECIMAL(9, 2) AS d, -0.25::DOUBLE AS f, 7 AS i, 12345678901234567890::HUGEINT AS h, true AS b, DATE '2020-09-20' AS day,
          'a' || chr(13) || chr(10) || 'b' || chr(0) || '&amp; _x0041_ ' AS t, NULL AS n, ['a', 'b'] AS l, '007' AS z, 1e300::DOUBLE AS e`,
      ),
    );
    expect(sheet.A2).toMatchObject({ t: 'n', v: 1.5 });
    expect(sheet.B2).toMatchObject({ t: 'n', v: -0.25 });
    expect(sheet.C2).toMatchObject({ t: 'n', v: 7 });
    expect(sheet.D2).toMatchObject({ t: 's', v: '12345678901234567890' });
    expect(sheet.E2).toMatchObject({ t: 'b', v: true });
    expect(sheet.F2).toMatchObject({ t: 'n', v: 44094, z: 'yyyy\\-mm\\-dd' });
    // The reader of these tests takes CR LF for LF.
    expect(sheet.G2?.v).toBe('a\nb\ufffd&amp; _x0041_ ');
    expect(sheet.H2?.v).toBeUndefined();
    expect(sheet.I2?.v).toBe('a;b');
    expect(sheet.J2).toMatchObject({ t: 's', v: '007' });
    expect(sheet.K2).toMatchObject({ t: 'n', v: 1e300 });
  });

  it('holds no more rows than Excel', async () => {
    const sink = await openSink({ path: join(bench.folder, 'out.xlsx') });
    const error = await failure(sink.write(bench.connection, 'SELECT range AS n FROM range(1048576)'));
    expect(error.code).toBe('too_many_rows');
    const whole = await openSink({ path: join(bench.folder, 'whole.xlsx') });
    expect((await whole.write(bench.connection, 'SELECT range AS n FROM range(1048575)')).rows).toBe(1_048_575);
  });

  it('holds no cell that is too long for Excel', async () => {
    const sink = await openSink({ path: join(bench.folder, 'out.xlsx') });
    const error = await failure(sink.write(bench.connection, `SELECT repeat('x', 32768) AS t`));
    expect(error.values).toMatchObject({ reason: 'cell_too_long' });
  });

  it('may have a column whose name is a formula or markup', async () => {
    const sheet = sheetOf(await written(`SELECT 1 AS "=1+1", 2 AS "<b>&"`));
    expect([sheet.A1?.v, sheet.B1?.v]).toEqual(['=1+1', '<b>&']);
    expect(sheet.A1).not.toHaveProperty('f');
  });
});
