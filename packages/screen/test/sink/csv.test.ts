import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSink } from '../../src/sink/open.ts';
import { workbench } from '../source/workbench.ts';

const bench = workbench();

async function written(query: string, spreadsheetSafe?: boolean): Promise<string> {
  const path = join(bench.folder, 'out.csv');
  const options = spreadsheetSafe === undefined ? {} : { spreadsheetSafe };
  const sink = await openSink({ path, overwrite: true }, options);
  await sink.write(bench.connection, query);
  return readFileSync(path, 'utf8');
}

async function cell(text: string, safe?: boolean): Promise<string> {
  const lines = await written(`SELECT '${text.replaceAll("'", "''")}' AS a, 1 AS b`, safe);
  return lines.slice('a,b\n'.length, -',1\n'.length);
}

describe('a cell that a spreadsheet would take for a formula', () => {
  it.each([
    ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+86 10 1234', "'+86 10 1234"],
    ['-2+3', "'-2+3"],
    ['-1-cmd', "'-1-cmd"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1+1', "'＝1+1"],
    ['--1', "'--1"],
    ['=1,2', `"'=1,2"`],
  ])('gets an apostrophe: %j', async (text, shown) => {
    expect(await cell(text)).toBe(shown);
  });

  it.each(['-1.50', '+3', '-.5', '+1e5', '-12%', '-', 'a=b', ' =1', "'=1", '1-2', '0', '说明'])(
    'is not a number or plain text: %j',
    async (text) => {
      expect(await cell(text)).toBe(text);
    },
  );

  it('stays as it is when spreadsheets do not matter', async () => {
    expect(await cell('=1+1', false)).toBe('=1+1');
  });

  it('may be the name of a column', async () => {
    expect(await written(`SELECT 1 AS "=x", -2 AS "b"`)).toBe("'=x,b\n1,-2\n");
  });
});

describe('cells', () => {
  it('come in the order of the rows', async () => {
    const lines = (await written(`SELECT range::VARCHAR AS n, '=' || range AS f FROM range(400000)`)).split('\n');
    expect(lines).toHaveLength(400_002);
    expect(lines.findIndex((line, index) => index > 0 && line !== `${index - 1},'=${index - 1}`)).toBe(400_001);
  });

  it('of other types are text of one kind', async () => {
    const query = `SELECT 1.50::DECIMAL(9, 2) AS d, ['a', 'b;c'] AS l, TIMESTAMPTZ '2020-09-20 00:00:00.500-04' AS i,
      TIMESTAMPTZ '2020-09-20 00:00:00+00' AS j, true AS t, DATE '2020-09-20' AS day, NULL AS n, [1, 2] AS m`;
    expect(await written(query)).toBe(
      'd,l,i,j,t,day,n,m\n1.50,a;b;c,2020-09-20T04:00:00.5Z,2020-09-20T00:00:00Z,true,2020-09-20,,"[1, 2]"\n',
    );
  });
});
