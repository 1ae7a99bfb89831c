import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LinesWithCells, writeLines } from '../../src/sink/csv-lines.ts';
import { openSink } from '../../src/sink/open.ts';
import type { OpenedSource } from '../../src/source/contract.ts';
import { csvText } from '../source/csv-texts.ts';
import { failureCode, workbench } from '../source/workbench.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '150');
const SEED = process.env.PROVISO_SEED === undefined ? undefined : Number(process.env.PROVISO_SEED);

const bench = workbench();
const BEHIND = new Map([
  [1, Buffer.from(',one\n')],
  [2, Buffer.from(',"two, too"\n')],
]);

/** The rows of a source, of which every third is left out, written on as lines. */
async function written(source: OpenedSource, path: string, safe: boolean, pieces = [1, 7, 2048]): Promise<number> {
  const { lines, rows = 0, columns } = source;
  if (lines === undefined) throw new Error('no lines');
  async function* numbers(): AsyncGenerator<number[]> {
    for (let at = 0, piece = 0; at < rows; piece++) {
      const size = Math.min(pieces[piece % pieces.length] ?? 1, rows - at);
      yield Array.from({ length: size }, (_, index) => (at + index) % 3);
      at += size;
    }
  }
  const names = [...columns.map(({ name }) => name), 'said'];
  return writeLines({ files: lines, names, numbers: numbers(), behind: BEHIND, safe }, path);
}

/** The same rows as the engine writes them. */
async function writtenByEngine({ relation }: OpenedSource, path: string, safe: boolean): Promise<number> {
  const sink = await openSink({ path }, { spreadsheetSafe: safe });
  const numbered = `SELECT *, (row_number() OVER () - 1) % 3 AS proviso_number FROM ${relation}`;
  const said = `SELECT * EXCLUDE (proviso_number), CASE proviso_number WHEN 1 THEN 'one' ELSE 'two, too' END AS said`;
  return (await sink.write(bench.connection, `${said} FROM (${numbered}) WHERE proviso_number > 0`)).rows;
}

/** Names and rows of a CSV file. */
async function read(path: string): Promise<unknown> {
  const source = await bench.open({ kind: 'file', paths: [path], encoding: 'utf-8', delimiter: ',' });
  expect(source.malformedRows).toBe(0);
  return { names: source.columns.map(({ name }) => name), rows: await bench.rows(source.relation) };
}

it(
  'lines written on are the rows that the engine writes',
  async () => {
    let asLines = 0;
    const check = fc.asyncProperty(csvText, csvText, fc.boolean(), async (first, second, safe) => {
      const texts = [first, { ...second, header: first.header }];
      const paths = texts.map(({ header, body }, index) => bench.put(`${index}.csv`, header + body));
      const source = await bench.open({ kind: 'file', paths, encoding: 'utf-8', delimiter: ',' });
      if (source.lines === undefined) return;
      asLines++;
      const [ours, theirs] = [join(bench.folder, 'ours.csv'), join(bench.folder, 'theirs.csv')];
      for (const path of [ours, theirs]) rmSync(path, { force: true });
      expect(await written(source, ours, safe)).toBe(await writtenByEngine(source, theirs, safe));
      expect(await read(ours)).toEqual(await read(theirs));
      await source.close();
    });
    await fc.assert(check, { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) });
    expect(asLines).toBeGreaterThan(RUNS / 5);
  },
  60_000 + 300 * RUNS,
);

it('rows keep their bytes, but for cells that a spreadsheet would run and spaces around quotes', async () => {
  const source = await bench.file('a.csv', 'a,b\r\nx,y\r\n"1",  2\r\n"q",=1+1\r\n -,-5\r\n "z" ,"＝A1"\r\nlast,""');
  const out = join(bench.folder, 'out.csv');
  const [lines] = source.lines ?? [];
  expect(lines?.anew).toEqual([3, 1, 5, 1]);
  const all = new Map([0, 1, 2].map((number) => [number, Buffer.from(',!\n')]));
  const numbers = async function* (): AsyncGenerator<number[]> {
    yield [0, 1, 2, 0, 1, 2];
  };
  const given: LinesWithCells = {
    files: source.lines ?? [],
    names: ['a', '=b', 'said'],
    numbers: numbers(),
    behind: all,
    safe: true,
  };
  expect(await writeLines(given, out)).toBe(6);
  expect(readFileSync(out, 'utf8')).toBe(`a,'=b,said\nx,y,!\n"1",  2,!\nq,'=1+1,!\n -,-5,!\nz,'＝A1,!\nlast,"",!\n`);
});

it('with a delimiter that is no comma rows are no lines', async () => {
  expect((await bench.file('a.csv', 'a;b\n1;2\n')).lines).toBeUndefined();
});

it('cells with line breaks may be longer than what is read at once', async () => {
  const long = 'x\n'.repeat(400_000);
  const rows = [`"${long}",1\n`, '2,3\n', `"${long}y","${'z\r\n'.repeat(20_000)}"\n`, `4,"${long}"`];
  const source = await bench.file('a.csv', `a,b\n${rows.join('')}`);
  expect(source.lines?.[0]?.anew).toEqual([1, 400_001, 3, 420_001, 4, 400_001]);
  const [ours, theirs] = [join(bench.folder, 'ours.csv'), join(bench.folder, 'theirs.csv')];
  expect(await written(source, ours, true)).toBe(await writtenByEngine(source, theirs, true));
  expect(await read(ours)).toEqual(await read(theirs));
});

it('a file that grew or shrank meanwhile is told', async () => {
  const text = `a,b\n${'1,2\n'.repeat(200_000)}`;
  const source = await bench.file('a.csv', text);
  appendFileSync(join(bench.folder, 'a.csv'), '3,4\n');
  expect(await failureCode(written(source, join(bench.folder, 'more.csv'), true))).toBe('file_changed');
  writeFileSync(join(bench.folder, 'a.csv'), text.slice(0, -4));
  expect(await failureCode(written(source, join(bench.folder, 'less.csv'), true))).toBe('file_changed');
});

it('what cannot be written ends it, and leaves nothing where a sink is in charge', async () => {
  const source = await bench.file('a.csv', `a,b\n${'1,2\n'.repeat(2_000_000)}`);
  const path = join(bench.folder, 'out.csv');
  const sink = await openSink({ path });
  const stopped = sink.fill(async (temporary) => {
    const { lines = [], rows = 0 } = source;
    const numbers = async function* (): AsyncGenerator<number[]> {
      yield new Array<number>(rows).fill(1);
    };
    const onRows = (): void => {
      throw new Error('stopped');
    };
    return writeLines(
      { files: lines, names: ['a', 'b', 'said'], numbers: numbers(), behind: BEHIND, safe: true, onRows },
      temporary,
    );
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(readdirSync(bench.folder)).toEqual(['a.csv']);
});
