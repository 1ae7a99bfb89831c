import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { BOOK, BOOK_QUESTION, QUESTION, ScreenPlace, SHIPS } from './helpers/screening.ts';

const place = new ScreenPlace();

beforeAll(() => {
  ensureBuilt();
  place.write('ships.csv', SHIPS);
  place.write('there.csv', 'mine\n');
  place.write('empty.csv', '');
  place.write('twins.csv', 'cargo,loaded,Cargo\noil,true,oil\n');
  place.write('wide.csv', `${Array.from({ length: 16_385 }, (_, index) => `c${index}`).join(',')}\n`);
  place.write('other.csv', 'colour,size\nred,1\n');
  place.write('verdicts.csv', 'cargo,verdict\noil,guilty\n');
  place.write('torn.parquet', 'PAR1 torn');
  place.write('torn.xlsx', 'no workbook');
  place.write('ships.doc', SHIPS);
  place.write('torn.json', '{"rulebook": ');
  place.write('other.json', '{"rulebook": "us/wechat", "columns": {}}');
  place.write('slip.json', '{"rulebook": "toy/harbour", "columns": {"cargp": "cargo"}}');
  place.write('there.json', '{}');
  mkdirSync(place.path('folder.csv'));
});

type Wrong = readonly [what: string, args: readonly string[], code: 1 | 2, english: string, chinese: string];

const WRONG: readonly Wrong[] = [
  ['no input', [], 2, 'there is nothing to screen.', '没有要判断的输入。'],
  ['a file that is not there', ['none.csv'], 1, 'none.csv: error: There is no file none.csv.', '没有这个文件。'],
  ['a folder for a file', ['folder.csv'], 1, 'folder.csv: error:', 'folder.csv: 错误'],
  ['an empty file', ['empty.csv'], 1, 'is empty', '文件是空的。'],
  ['an ending that tells no format', ['ships.doc'], 2, 'does not tell its format', '无法从文件名判断格式。'],
  ['a file given twice', ['ships.csv', './ships.csv'], 2, 'is given twice', '给出了两次'],
  ['files with other columns', ['ships.csv', 'other.csv'], 1, 'columns', '各文件的列不相同。'],
  [
    'an encoding that does not exist',
    ['ships.csv', '--encoding', 'klingon'],
    1,
    'no encoding `klingon`',
    '没有编码 klingon',
  ],
  ['columns of one name', ['twins.csv'], 1, '(columns 1, 3)', '（第 1, 3 列）'],
  ['more columns than can be', ['wide.csv'], 1, '16385 columns', '16385'],
  [
    'no column for any fact',
    ['other.csv'],
    1,
    'gives a fact of the rulebook: its columns are colour, size',
    '没有一列提供事实。现有的列：colour, size。',
  ],
  ['a Parquet file that is none', ['torn.parquet'], 1, 'torn.parquet: error:', '无法读取其内容。'],
  ['a workbook that is none', ['torn.xlsx'], 1, 'torn.xlsx: error:', '无法读取其内容。'],
  ['an unknown fact', ['ships.csv', '--column', 'cargp=cargo'], 1, 'Did you mean cargo?', '没有事实 cargp'],
  ['an unknown column', ['ships.csv', '--column', 'cargo=crgo'], 1, 'has no column "crgo"', '没有列 crgo'],
  ['a fact without a column', ['ships.csv', '--column', 'cargo'], 1, 'names no column', '没有写明列名'],
  ['a map that is not there', ['ships.csv', '--map', 'none.json'], 1, 'Give the path of a map', '映射文件的路径'],
  [
    'a map that is torn',
    ['ships.csv', '--map', 'torn.json'],
    1,
    'torn.json:1:14: error: the map is not JSON',
    '不是有效的 JSON',
  ],
  [
    'a map for another rulebook',
    ['ships.csv', '--map', 'other.json'],
    1,
    'the map is for the rulebook us/wechat',
    '它属于规则书 us/wechat',
  ],
  ['a slip in a map', ['ships.csv', '--map', 'slip.json'], 1, 'Did you mean cargo?', '没有事实 cargp'],
  ['an output that is there', ['ships.csv', '-o', 'there.csv'], 2, 'Add --overwrite to replace it', '加上 --overwrite'],
  [
    'the input as output',
    ['ships.csv', '-o', './ships.csv', '--overwrite'],
    2,
    'is the input itself',
    '这就是输入文件本身。',
  ],
  ['a folder that is not there', ['ships.csv', '-o', 'none/out.csv'], 1, 'its folder is not there', '请确认文件夹存在'],
  ['an output of no known format', ['ships.csv', '-o', 'out.pdf'], 2, '.csv, .jsonl, .parquet or .xlsx', '可用的格式'],
  [
    'several files into no folder',
    ['ships.csv', 'there.csv', '-o', 'none/'],
    2,
    'Make the folder first',
    '请先建立该文件夹',
  ],
  [
    'errors where the output goes',
    ['ships.csv', '-o', 'out.csv', '--errors', 'out.csv'],
    2,
    'two files are to be written as `out.csv`',
    '有两个文件都要写为',
  ],
  [
    'a list of errors that is there',
    ['ships.csv', '-o', 'out.csv', '--errors', 'there.csv'],
    2,
    'there.csv is there already',
    '该文件已存在。',
  ],
  [
    'a summary with an odd ending',
    ['ships.csv', '-o', 'out.csv', '--summary', 'sum.txt'],
    2,
    'is written as .json or .html',
    '两者都不是',
  ],
  [
    'a summary that is there',
    ['ships.csv', '-o', 'out.csv', '--summary', 'there.json'],
    2,
    'there.json is there already',
    '该文件已存在。',
  ],
  ['a column like an added one', ['verdicts.csv', '-o', 'out.csv'], 2, '--prefix ', '输入中已有列 verdict'],
  ['a money column that is not there', ['ships.csv', '--amount', 'price'], 1, 'has no column price', '没有列 price'],
  ['no number of threads', ['ships.csv', '--threads', 'all'], 2, 'is no whole number above 0', '不是大于 0 的整数'],
  ['no size of memory', ['ships.csv', '--memory', 'lots'], 2, '--memory 2GB', '不是内存大小'],
  ['SQL of no table', ['ships.csv', '--sql', 'spark'], 2, 'Give the table of your engine', '没有说明该 SQL 要读取的表'],
  ['a database without a query', ['ships.duckdb'], 2, '--query payments', '没有说明要从数据库读取什么'],
  [
    'a comparison with nothing',
    ['ships.csv', '--against', 'yesterday'],
    2,
    'is nothing to compare with',
    '无法与 `yesterday` 比较',
  ],
  [
    'a comparison with no day',
    ['ships.csv', '--against', 'as-of=2020-02-30'],
    1,
    '--against: error:',
    '--against: 错误',
  ],
  [
    'options that do not go together',
    ['ships.csv', '--preflight', '-o', 'out.csv'],
    2,
    'do not go together',
    '不能同时使用',
  ],
  [
    'a file for work in a database',
    ['ships.csv', '--in-place', 'verdicts'],
    2,
    'in a PostgreSQL database only',
    '只适用于 PostgreSQL',
  ],
];

describe('bad input and wrong use of `screen`', () => {
  it.each(WRONG)('%s: told once in each language, and nothing is written', (_, args, code, english, chinese) => {
    const before = place.files();
    for (const [language, wanted, error] of [
      ['en', english, /(^|: )error: /gm],
      ['zh', chinese, /(^|: )错误: /gm],
    ] as const) {
      const run = place.screen([...args, ...QUESTION, '--lang', language]);
      expect([run.out, run.code]).toEqual(['', code]);
      expect(run.err).toContain(wanted);
      expect(run.err.match(error)).toHaveLength(1);
      expect(run.err).not.toMatch(/\n\s+at |node:|\.cjs|undefined|\[object/);
    }
    expect(place.files()).toEqual(before);
    expect(place.leftovers()).toEqual([]);
  });

  it.each([
    ['an unknown rulebook', ['--rulebook', 'toy/harbor'], 1, 'there is no rulebook `toy/harbor`'],
    ['an unknown reading', [...QUESTION, '--reading', 'carying=on_board'], 1, 'there is no reading carying'],
    ['an unknown alternative', [...QUESTION, '--reading', 'carrying=never'], 1, 'on_board, contracted'],
    [
      'a day that does not exist',
      ['--rulebook', 'toy/harbour', '--as-of', '2020-02-30'],
      1,
      'there is no day 2020-02-30',
    ],
    ['a date column that is not there', ['--rulebook', 'toy/harbour', '--as-of', 'column:day'], 1, 'no column "day"'],
  ] as const)('%s', (_, question, code, message) => {
    const run = place.screen(['ships.csv', ...question]);
    expect([run.out, run.code]).toEqual(['', code]);
    expect(run.err).toContain(message);
    expect(place.leftovers()).toEqual([]);
  });

  it('is told to a machine as JSON on standard error', () => {
    const run = place.screen(['none.csv', ...QUESTION, '--json']);
    expect([run.out, run.code]).toEqual(['', 1]);
    expect(JSON.parse(run.err).error).toMatchObject({ code: 'file_not_found', where: 'none.csv' });
  });
});

describe('odd input that is judged all the same', () => {
  it('a header without rows: an output with a header', () => {
    place.write('header.csv', SHIPS.slice(0, SHIPS.indexOf('\n') + 1));
    const { out } = place.judge('header.csv', '-o', 'header-out.csv');
    expect(out).toContain('header.csv: 0 rows.');
    expect(place.text('header-out.csv')).toBe(
      'ship,cargo,weight,loaded,owner.share,licence_covers,verdict,may_proceed,possible,provisions,needs,held_back\n',
    );
  });

  it('ragged rows: set aside with their lines, in the language asked for', () => {
    place.write('ragged.csv', `${SHIPS}Dora,oil\nEmma,oil,8,true,40,false,x\n"Frida,oil,8,true,40,false\n`);
    place.judge('ragged.csv', '-o', 'ragged-out.csv', '--errors', 'aside.csv');
    expect(place.lines('ragged-out.csv')).toHaveLength(4);
    expect(place.lines('aside.csv').map((line) => line.split(',').slice(0, 2))).toEqual([
      ['line', 'reason'],
      ['5', 'the row has too few cells'],
      ['6', 'the row has too many cells'],
      ['7', 'the quotes of the row are broken'],
    ]);
    place.judge('ragged.csv', '-o', 'ragged-out.csv', '--overwrite', '--lang', 'zh');
    expect(place.text('ragged-out.csv.errors.csv')).toContain('5,该行的单元格过少,');
  });

  it('GB18030 with Chinese names and words: detected, and written as UTF-8', () => {
    copyFileSync(join(BOOK, 'book-gb18030.csv'), place.path('gb.csv'));
    const args = ['gb.csv', ...BOOK_QUESTION, '--map', join(BOOK, 'map-gb18030.json'), '-o', 'gb-out.csv', '--json'];
    const { code, out } = place.screen(args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      preflight: { detected: { encoding: 'gb18030' }, rows: 50, malformed: 0 },
      summary: { rows: 50, bad: { rows: 0 } },
    });
    const [header = '', ...rows] = place.lines('gb-out.csv');
    expect(header).toMatch(/^记录编号,.*,verdict,may_proceed,possible,provisions,needs,held_back$/);
    expect(rows).toHaveLength(50);
    expect(place.text('gb-out.csv')).not.toContain('\ufffd');
  });

  it('a formula: kept from the spreadsheet, or as it is when asked for', () => {
    place.write('formula.csv', `ship,cargo\n"=cmd|' /C calc'!A0",oil\n@SUM(1),timber\n`);
    place.judge('formula.csv', '-o', 'formula-out.csv');
    expect(
      place
        .lines('formula-out.csv')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual([`'=cmd|' /C calc'!A0`, `'@SUM(1)`]);
    place.judge('formula.csv', '-o', 'formula-kept.csv', '--keep-formulas');
    expect(place.lines('formula-kept.csv')[1]).toMatch(/^=cmd\|' \/C calc'!A0,/);
  });

  it('a column with a name that is SQL, which even gives a fact', () => {
    const name = '"; DROP TABLE x; --';
    place.write('sql.csv', `"${name.replaceAll('"', '""')}",weight,loaded\noil,8,true\ntimber,8,true\n`);
    place.judge('sql.csv', '--column', `cargo=${name}`, '-o', 'sql-out.jsonl');
    const rows = place.lines('sql-out.jsonl').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(rows.map((row) => [row[name], row.verdict])).toEqual([
      ['oil', 'undetermined'],
      ['timber', 'not_restricted'],
    ]);
  });

  it('10,000 columns', () => {
    const more = Array.from({ length: 9_994 }, (_, index) => `c${index}`);
    const [header = '', ...rows] = SHIPS.trimEnd().split('\n');
    const table = [[header, ...more].join(','), ...rows.map((row) => `${row}${','.repeat(more.length)}`)];
    place.write('wide-enough.csv', `${table.join('\n')}\n`);
    place.judge('wide-enough.csv', '-o', 'wide-out.csv');
    const written = place.lines('wide-out.csv').map((line) => line.split(','));
    expect(written.map((cells) => [cells.length, cells[10_000]])).toEqual([
      [10_006, 'verdict'],
      [10_006, 'prohibited'],
      [10_006, 'not_restricted'],
      [10_006, 'undetermined'],
    ]);
  });
});
