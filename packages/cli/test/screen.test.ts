import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eastAsianWidth } from 'get-east-asian-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { factsOf, mapOf, rowsOf } from '../../../test/examples/support/book.ts';
import { ensureBuilt } from './helpers/build.ts';
import { BOOK, BOOK_QUESTION, QUESTION, ScreenPlace, SHIPS } from './helpers/screening.ts';

const place = new ScreenPlace();
const MAP = join(BOOK, 'map.json');

beforeAll(() => {
  ensureBuilt();
  place.write('ships.csv', SHIPS);
});

/** What `--json` has, as far as these tests look at it. */
interface Told {
  readonly source: string;
  readonly preflight: { readonly rows: number; readonly malformed: number; readonly contradictions: number };
  readonly summary: {
    readonly rows: number;
    readonly decided: { readonly rows: number };
    readonly bad: { readonly rows: number; readonly byReason: readonly { readonly rows: number }[] };
    readonly byVerdict: readonly { readonly verdict: string; readonly rows: number }[];
  };
  readonly written?: { readonly rows?: { readonly rows: number }; readonly badRows?: { readonly rows: number } };
}

function told(text: string): Told {
  return JSON.parse(text) as Told;
}

function expectSum({ preflight, summary, written }: Told, records: number): void {
  const sum = (parts: readonly { readonly rows: number }[]) => parts.reduce((total, { rows }) => total + rows, 0);
  expect(summary.rows).toBe(records);
  expect(preflight.rows + preflight.malformed).toBe(records);
  expect(summary.decided.rows + summary.bad.rows).toBe(records);
  expect(sum(summary.byVerdict)).toBe(summary.decided.rows);
  expect(sum(summary.bad.byReason)).toBe(summary.bad.rows);
  expect([written?.rows?.rows, written?.badRows?.rows ?? 0]).toEqual([summary.decided.rows, summary.bad.rows]);
}

describe('the totals add up', () => {
  it('of the book, and `decide` says of a row what its line says', () => {
    const book = join(BOOK, 'book.csv');
    const run = place.screen([book, ...BOOK_QUESTION, '--map', MAP, '-o', 'book.csv', '--json']);
    expect([run.err, run.code]).toEqual(['', 0]);
    expectSum(told(run.out), 10_000);
    const rows = rowsOf(place.text('book.csv'));
    expect(rows).toHaveLength(10_000);
    const map = mapOf('map.json');
    for (const verdict of ['prohibited', 'exempt', 'not_restricted', 'undetermined']) {
      const row = rows.find((one) => one.get('verdict') === verdict);
      expect(row, verdict).toBeDefined();
      if (row === undefined) continue;
      const facts = place.write('facts.json', JSON.stringify(factsOf(row, map)));
      const answer = JSON.parse(place.run(['decide', ...BOOK_QUESTION, '--json', facts]).out) as {
        readonly verdict: string;
        readonly mayProceed: string;
        readonly possible: readonly string[];
        readonly needs: readonly { readonly name: string }[];
        readonly heldBack: { readonly status: string } | null;
      };
      const needs = answer.needs.map(({ name }) => name).sort();
      expect({
        verdict: row.get('verdict'),
        mayProceed: row.get('may_proceed'),
        possible: row.get('possible'),
        needs: (row.get('needs') ?? '')
          .split(';')
          .filter((name) => name !== '')
          .sort(),
        heldBack: row.get('held_back'),
      }).toEqual({
        verdict: answer.verdict,
        mayProceed: answer.mayProceed,
        possible: answer.possible.join(';'),
        needs,
        heldBack: answer.heldBack?.status ?? '',
      });
    }
  });

  it('of the messy book: what cannot be judged is listed with its line, and is all that is missing', () => {
    copyFileSync(join(BOOK, 'messy.csv'), place.path('messy.csv'));
    const args = [
      '--column',
      'application=所涉应用程序 ',
      '--column',
      'activity=活动类型（种类）',
      '--column',
      'territory=相關地點',
    ];
    const run = place.screen(['messy.csv', ...BOOK_QUESTION, ...args, '-o', 'judged.csv', '--json']);
    expect([run.err, run.code]).toEqual(['', 0]);
    const report = told(run.out);
    const lines = place.lines('judged.csv.errors.csv');
    expect(lines[0]).toMatch(/^line,reason,Record ID,/);
    expect(report.summary.bad.rows).toBeGreaterThan(10);
    expectSum(report, report.preflight.rows + report.preflight.malformed);
    // Records of the file, by hand: 44 lines without the header, the empty line and the second half of a broken one.
    expect(report.summary.rows).toBe(41);
    const reasons = new Map(lines.slice(1).map((line) => [line.split(',')[0], line]));
    for (const [line, what] of [
      ['4', 'too few cells'],
      ['5', 'too many cells'],
      ['21', '140'],
      ['33', 'XX'],
    ] as const)
      expect(reasons.get(line), line).toContain(what);
  });

  it('a list of errors from before is replaced, even where nothing is wrong now', () => {
    place.write('slips.csv', `${SHIPS}Dora,coal,8,true,40,false\n`);
    place.judge('slips.csv', '-o', 'slips-out.csv');
    expect(place.lines('slips-out.csv.errors.csv')).toHaveLength(2);
    place.write('slips.csv', SHIPS);
    place.judge('slips.csv', '-o', 'slips-out.csv', '--overwrite');
    expect(place.lines('slips-out.csv.errors.csv')).toHaveLength(1);
  });
});

describe('several files', () => {
  it('into a folder: one output and one summary each, and each is told when it is done', () => {
    place.write('in/a.csv', SHIPS);
    place.write('in/b.csv', SHIPS.replace('Berta,timber', 'Berta,oil'));
    place.write('out/keep.txt', '');
    const { out } = place.judge('in/a.csv', 'in/b.csv', '-o', 'out', '--summary', 'sum.json');
    expect(out).toContain('1 of 2 done: in/a.csv');
    expect(out).toContain('2 of 2 done: in/b.csv');
    expect(readdirSync(place.path('out')).sort()).toEqual(['a.verdicts.csv', 'b.verdicts.csv', 'keep.txt']);
    const kept = (name: string) =>
      (JSON.parse(place.text(name)) as Told['summary']).byVerdict.find(({ verdict }) => verdict === 'prohibited')?.rows;
    expect([kept('sum.a.json'), kept('sum.b.json')]).toEqual([1, 2]);
  });

  it('one that fails in the middle: what is done stays, and it is told what is not', () => {
    place.write('half/a.csv', SHIPS);
    place.write('half/b.csv', '');
    place.write('half/c.csv', SHIPS);
    place.write('half/out/keep.txt', '');
    const args = ['half/a.csv', 'half/b.csv', 'half/c.csv', '-o', 'half/out', ...QUESTION];
    const run = place.screen(args);
    expect(run.code).toBe(1);
    expect(run.err).toContain('half/b.csv: error: half/b.csv is empty');
    expect(run.err).toContain('Done, and there to stay: half/a.csv. Not done: half/b.csv, half/c.csv.');
    expect(readdirSync(place.path('half/out')).sort()).toEqual(['a.verdicts.csv', 'keep.txt']);
    const again = place.screen([...args, '--overwrite', '--lang', 'zh', '--json']);
    expect([again.out, again.code]).toEqual(['', 1]);
    expect(JSON.parse(again.err).error.hint).toContain('已完成并保留：half/a.csv。未完成：half/b.csv、half/c.csv。');
    expect(place.leftovers()).toEqual([]);
  });

  it('into one file: their rows one after the other, with the file of each bad row', () => {
    place.write('one/a.csv', SHIPS);
    place.write('one/b.csv', `${SHIPS}Dora,coal,8,true,40,false\n`);
    place.judge('one/a.csv', 'one/b.csv', '-o', 'one/all.csv');
    expect(place.lines('one/all.csv')).toHaveLength(7);
    expect(place.lines('one/all.csv.errors.csv')[0]).toMatch(/^file,line,reason,/);
    expect(place.lines('one/all.csv.errors.csv')[1]).toMatch(/b\.csv,5,/);
  });

  it('with the same name: refused before anything is read', () => {
    place.write('same/x/a.csv', SHIPS);
    place.write('same/y/a.csv', SHIPS);
    place.write('same/out/keep.txt', '');
    const run = place.screen(['same/x/a.csv', 'same/y/a.csv', '-o', 'same/out', ...QUESTION]);
    expect([run.out, run.code]).toEqual(['', 2]);
    expect(run.err).toContain('no two may bear the same name');
    expect(readdirSync(place.path('same/out'))).toEqual(['keep.txt']);
  });

  it('as JSON: one document, a list of reports', () => {
    place.write('json/a.csv', SHIPS);
    place.write('json/b.csv', SHIPS);
    place.write('json/out/keep.txt', '');
    const { out } = place.judge('json/a.csv', 'json/b.csv', '-o', 'json/out', '--json');
    expect((JSON.parse(out) as readonly Told[]).map(({ source }) => source)).toEqual(['json/a.csv', 'json/b.csv']);
  });
});

describe('what a person sees', () => {
  it('summaries as data and as a page of its own', () => {
    place.judge(
      'ships.csv',
      '--summary',
      'page.html',
      '--summary',
      'data.json',
      '--amount',
      'owner.share',
      '--unit',
      'EUR',
    );
    const summary = JSON.parse(place.text('data.json')) as Told['summary'];
    expect(summary).toMatchObject({ rows: 3, decided: { rows: 3, amount: '120' }, amountColumn: { unit: 'EUR' } });
    const page = place.text('page.html');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).not.toMatch(/(src|href)="https?:|@import|url\(http/);
    place.judge('ships.csv', '--summary', 'page.html', '--overwrite', '--lang', 'zh');
    expect(place.text('page.html')).toMatch(/<html[^>]* lang="zh/);
  });

  it.each(['en', 'zh'])('fits the terminal, without colours where there is none: %s', (language) => {
    // A long path cannot be wrapped.
    copyFileSync(join(BOOK, 'book-gb18030.csv'), place.path('gb18030.csv'));
    for (const width of [60, 80]) {
      const args = ['gb18030.csv', ...BOOK_QUESTION, '--map', join(BOOK, 'map-gb18030.json')];
      const shown = place.screen([...args, '--lang', language], { COLUMNS: String(width) });
      expect([shown.err, shown.code]).toEqual(['', 0]);
      expect(shown.out).not.toContain('\u001b');
      for (const line of shown.out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
  });

  it('the first rows, where no output is named', () => {
    const { out } = place.judge('ships.csv');
    expect(out).toMatch(/^verdict +may_proceed/m);
    expect(out).toContain('with -o FILE all of them are written');
  });

  it('a look at the input before the run', () => {
    const { out } = place.judge('ships.csv', '--preflight', '--save-map', 'map.json');
    expect(out).toMatch(/^cargo +cargo \(by its name\) +3 +0 +0$/m);
    expect(out).toMatch(/^weight +weight \(by its name\) +2 +1 +0$/m);
    const again = place.judge('ships.csv', '--map', 'map.json', '--json');
    expect(told(again.out).summary.decided.rows).toBe(3);
  });
});

describe('SQL for an engine', () => {
  const SQL = ['ships.csv', '--sql', 'duckdb', '--query', 'fleet'] as const;

  it('begins with comments that say what it was made from; --output and --errors take it, as the help says', () => {
    const printed = place.judge(...SQL).out;
    const [comments = '', statements = ''] = printed.split('\n\n', 2);
    expect(comments.split('\n').every((line) => line.startsWith('-- proviso '))).toBe(true);
    expect(comments).toContain('-- proviso rulebook {"id":"toy/harbour"');
    expect(statements).not.toContain('-- proviso');
    const written = place.judge(...SQL, '-o', 'fleet.sql', '--errors', 'fleet-bad.sql');
    expect(written.out).toBe('');
    expect(place.text('fleet.sql')).toBe(printed);
    expect(place.text('fleet-bad.sql')).toContain('proviso_bad');
    for (const lang of ['en', 'zh']) {
      const help = place.run(['screen', '--help', '--lang', lang]).out.replace(/\s+/g, ' ');
      const after = (option: string) => help.slice(help.indexOf(`--${option} `)).slice(0, 400);
      expect(after('output').split('--overwrite')[0]).toContain('--sql');
      expect(after('errors').split('--summary')[0]).toContain('--sql');
    }
  });
});

describe("words for don't know", () => {
  const UNSURE = SHIPS.replace('Clara,oil,,true', 'Clara,oil,N/A,true').replace('40,false\nClara', '40,待定\nClara');

  it('are proposed, make bad rows, and are written into the saved map, which makes them empty cells', () => {
    place.write('unsure.csv', UNSURE);
    const first = place.judge('unsure.csv', '--save-map', 'unsure.json', '--preflight');
    expect(first.out).toContain('column weight has words that may mean "don\'t know": "N/A"; if so, add');
    expect(first.out).toContain('--empty-word "licence_covers=待定"');
    expect(first.out).toContain('under "empty" the words that may mean "don\'t know"');
    expect(JSON.parse(place.text('unsure.json'))).toMatchObject({
      columns: { weight: { column: 'weight', empty: ['N/A'] }, licence_covers: { empty: ['待定'] } },
    });
    expect(told(place.judge('unsure.csv', '--json').out).summary.bad.rows).toBe(2);
    const again = place.judge('unsure.csv', '--map', 'unsure.json', '-o', 'unsure-out.csv');
    expect(again.out).not.toContain("don't know");
    expect(place.lines('unsure-out.csv').map((line) => line.split(',').slice(0, 7).join(','))).toEqual([
      'ship,cargo,weight,loaded,owner.share,licence_covers,verdict',
      'Anna,oil,8,true,40,false,prohibited',
      'Berta,timber,8,true,40,待定,not_restricted',
      'Clara,oil,N/A,true,40,false,undetermined',
    ]);
  });

  it('may be told without a map, and beside one', () => {
    place.write('unsure.csv', UNSURE);
    const words = ['--empty-word', 'N/A', '--empty-word', 'licence_covers=待定'];
    expect(told(place.judge('unsure.csv', '--json', ...words).out).summary.bad.rows).toBe(0);
    place.write('half.json', '{"rulebook": "toy/harbour", "empty": ["N/A"]}');
    const both = ['--map', 'half.json', '--empty-word', '待定'];
    expect(told(place.judge('unsure.csv', '--json', ...both).out).summary.bad.rows).toBe(0);
    const sql = place.judge('unsure.csv', '--sql', 'duckdb', '--query', 'ships', ...words);
    expect(sql.out).toContain("'待定'");
  });

  it('are refused where they are values, in the language asked for', () => {
    const run = place.screen(['ships.csv', ...QUESTION, '--empty-word', 'cargo=oil', '--lang', 'zh']);
    expect([run.code, run.out]).toEqual([1, '']);
    expect(run.err).toContain('词 oil 是事实 cargo 的值');
  });

  it('are shown in Chinese', () => {
    place.write('unsure.csv', UNSURE);
    const { out } = place.judge('unsure.csv', '--lang', 'zh', '--preflight');
    expect(out).toContain('列 weight 中有些词可能表示“不知道”：“N/A”');
  });
});

/** Columns that a line takes on a terminal. */
function widthOf(line: string): number {
  return [...line].reduce((width, character) => width + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}

describe('a comparison', () => {
  it('lists only the rows whose answer differs, and why; and adds up', () => {
    const args = ['--rulebook', 'toy/harbour', '--as-of', '2020-03-02', '--against', 'as-of=2020-02-15'];
    const run = place.screen(['ships.csv', ...args, '-o', 'changed.csv', '--json', '--summary', 'changed.json']);
    expect([run.err, run.code]).toEqual(['', 0]);
    const { comparison } = JSON.parse(run.out) as {
      readonly comparison: Readonly<Record<string, { readonly rows: number }>>;
    };
    expect(comparison).toEqual(JSON.parse(place.text('changed.json')));
    const { changed, otherGrounds, unchanged, notCompared } = comparison;
    expect([changed?.rows, otherGrounds?.rows, unchanged?.rows, notCompared?.rows]).toEqual([2, 0, 1, 0]);
    const rows = rowsOf(place.text('changed.csv'));
    expect(
      rows.map((row) => [row.get('ship'), row.get('verdict_before'), row.get('verdict'), row.get('held_back')]),
    ).toEqual([
      ['Anna', 'prohibited', 'not_restricted', 'enjoined'],
      ['Clara', 'undetermined', 'not_restricted', 'enjoined'],
    ]);
    for (const row of rows) expect(row.get('why')).toBe('H-1: in_force (start) -> enjoined (injunction)');
  });

  it('with another version of the rulebook, by its path', () => {
    const copy = place.copyToy('changed-rules');
    const file = join(copy, 'toy/harbour/rulebook.md');
    place.write(
      'changed-rules/toy/harbour/rulebook.md',
      place.text('changed-rules/toy/harbour/rulebook.md').replace('weight > 5', 'weight > 9'),
    );
    const { out } = place.judge('ships.csv', '--against', `rulebook=${file}`, '-o', 'versions.csv', '--json');
    expect(JSON.parse(out).comparison).toMatchObject({ changed: { rows: 1 }, otherwise: { rows: 1 } });
    expect(rowsOf(place.text('versions.csv')).map((row) => [row.get('verdict_before'), row.get('verdict')])).toEqual([
      ['not_restricted', 'prohibited'],
    ]);
  });
});
