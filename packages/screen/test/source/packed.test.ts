import { createReadStream, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FileSpec } from '../../src/source/contract.ts';
import { openCsv } from '../../src/source/csv/open.ts';
import { openPlain } from '../../src/source/unpacked.ts';
import { failure, workbench } from './workbench.ts';

const bench = workbench();
const TEXT = 'id,goods\n1,oil\n2,"a\nb"\n3\n4,timber\n';
const ROWS = [
  ['1', 'oil'],
  ['2', 'a\nb'],
  ['4', 'timber'],
];

const COPY = /proviso-[0-9a-f]{16}/;

/** Copies that are still there. */
function leftBehind(): readonly string[] {
  return readdirSync(bench.scratch).filter((name) => COPY.test(name));
}

describe('a packed file', () => {
  it('is read like the plain one, with its own name and lines, and its copy is removed', async () => {
    const source = await bench.file('orders.csv.gz', gzipSync(TEXT));
    expect(await bench.rows(source.relation)).toEqual(ROWS);
    expect(source.shown).toBe(`${bench.folder}/orders.csv.gz`);
    expect(source.spec).toMatchObject({ paths: [`${bench.folder}/orders.csv.gz`] });
    expect(await source.malformed()).toEqual([
      { file: `${bench.folder}/orders.csv.gz`, line: 5, reason: 'too_few_cells', text: '3' },
    ]);
    expect(await bench.query(`SELECT proviso_line FROM (${source.located})`)).toEqual([['2'], ['3'], ['6']]);
    await source.close();
    expect(leftBehind()).toEqual([]);
  });

  it('may be of several parts, and of JSON lines', async () => {
    const parts = await bench.file('parts.CSV.GZ', Buffer.concat([gzipSync('id\n1\n'), gzipSync('2\n')]));
    expect(await bench.rows(parts.relation)).toEqual([['1'], ['2']]);
    const lines = await bench.file('rows.jsonl.gz', gzipSync('{"id":"1"}\n{"id":"2"}\n'));
    expect(await bench.rows(lines.relation)).toEqual([['1'], ['2']]);
  });

  it('may stand beside plain ones: each row knows its file', async () => {
    const packed = bench.put('b.csv.gz', gzipSync('id\n3\n4,5\n'));
    const paths = [bench.put('a.csv', 'id\n1\n2,\n'), packed];
    const source = await bench.open({ kind: 'file', paths });
    expect(await bench.query(`SELECT proviso_file, proviso_line, id FROM (${source.located})`)).toEqual([
      [paths[0], '2', '1'],
      [packed, '2', '3'],
    ]);
    expect(await bench.query(`SELECT proviso_file, proviso_line FROM ${source.malformedRelation}`)).toEqual([
      [paths[0], '3'],
      [packed, '3'],
    ]);
    const other = await failure(bench.open({ kind: 'file', paths: [bench.put('c.csv', 'no\n1\n'), packed] }));
    expect(other).toMatchObject({ code: 'different_columns', where: packed });
    expect(other.message).not.toMatch(COPY);
  });

  it.each<[string, Uint8Array, string, string | undefined]>([
    ['cut off', gzipSync(TEXT.repeat(500)).subarray(0, 60), 'not_readable', 'gzip_cut'],
    ['of the magic bytes alone', Uint8Array.of(0x1f, 0x8b), 'not_readable', 'gzip_cut'],
    ['no gzip', Buffer.from(TEXT), 'not_readable', 'gzip'],
    ['damaged', damaged(), 'not_readable', 'gzip'],
    ['followed by something', Buffer.concat([gzipSync(TEXT), Buffer.from('5,coal\n')]), 'not_readable', 'gzip'],
    ['empty', new Uint8Array(), 'empty_file', undefined],
    ['of nothing', gzipSync(''), 'empty_file', undefined],
  ])('that is %s is refused, and nothing is left behind', async (_, content, code, reason) => {
    const error = await failure(bench.file('bad.csv.gz', content));
    expect([error.code, error.where, error.values.reason]).toEqual([code, `${bench.folder}/bad.csv.gz`, reason]);
    expect(error.message).toContain(`${bench.folder}/bad.csv.gz`);
    expect(leftBehind()).toEqual([]);
  });

  it('that is not there, or is none of ours, is refused by its own name', async () => {
    const path = `${bench.folder}/none.csv.gz`;
    expect(await failure(bench.open({ kind: 'file', paths: [path] }))).toMatchObject({
      code: 'file_not_found',
      where: path,
    });
    const odd = await failure(bench.file('orders.doc.gz', gzipSync(TEXT)));
    expect(odd).toMatchObject({ code: 'unknown_format', where: `${bench.folder}/orders.doc.gz` });
    expect(leftBehind()).toEqual([]);
  });

  it('that has more in it than may be unpacked is refused, and what was unpacked is removed', async () => {
    const path = bench.put('bomb.csv.gz', gzipSync(`id\n${'1\n'.repeat(1_000_000)}`));
    const spec: FileSpec = { kind: 'file', paths: [path] };
    const opened = openPlain(spec, bench.scratch, (plain) => openCsv(bench.connection, plain, bench.scratch), 100_000);
    expect(await failure(opened)).toMatchObject({ code: 'disk_full', where: path, values: { bytes: '100000' } });
    expect(leftBehind()).toEqual([]);
  });
});

describe('a stream', () => {
  const of = (content: string | Uint8Array, more: Partial<FileSpec> = {}): FileSpec => ({
    kind: 'file',
    paths: ['stdin'],
    format: 'csv',
    stream: Readable.from([Buffer.from(content)]),
    ...more,
  });

  it('is read under its name, and its copy is removed', async () => {
    const source = await bench.open(of(TEXT));
    expect(source.shown).toBe('stdin');
    expect(await bench.rows(source.relation)).toEqual(ROWS);
    expect((await source.malformed()).map(({ file, line }) => [file, line])).toEqual([['stdin', 5]]);
    await source.close();
    expect(leftBehind()).toEqual([]);
  });

  it('may be packed, in small pieces, and of a format with a binary form', async () => {
    const packed = Readable.from([...gzipSync(TEXT)].map((byte) => Buffer.of(byte)));
    expect(await bench.rows((await bench.open(of('', { stream: packed }))).relation)).toEqual(ROWS);
    const path = `${bench.folder}/rows.parquet`;
    await bench.query(`COPY (SELECT 1 AS id) TO '${path}' (FORMAT parquet)`);
    const parquet = await bench.open(of('', { stream: createReadStream(path), format: 'parquet' }));
    expect(parquet.columns).toEqual([{ name: 'id', stored: 'integer' }]);
  });

  it('that is empty, breaks off or is stopped is told by its name, and nothing is left behind', async () => {
    expect(await failure(bench.open(of('')))).toMatchObject({ code: 'empty_file', where: 'stdin' });
    const cut = gzipSync(TEXT.repeat(500)).subarray(0, 60);
    expect(await failure(bench.open(of(cut)))).toMatchObject({ code: 'not_readable', where: 'stdin' });
    const broken = new Readable({
      read() {
        this.push('id\n1\n');
        this.destroy(Object.assign(new Error('gone'), { code: 'EIO' }));
      },
    });
    expect(await failure(bench.open(of('', { stream: broken })))).toMatchObject({
      code: 'file_unreadable',
      where: 'stdin',
    });
    const stopped = new AbortController();
    const endless = new Readable({ read() {} });
    const opening = bench.open(of('', { stream: endless, signal: stopped.signal }));
    stopped.abort();
    await expect(opening).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(leftBehind()).toEqual([]);
  });
});

/** Packed text with a wrong sum at its end. */
function damaged(): Uint8Array {
  const packed = gzipSync(TEXT);
  const at = packed.length - 6;
  packed[at] = (packed[at] ?? 0) ^ 0xff;
  return packed;
}
