import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { watched } from '../../src/job/watch.ts';
import { SINK_FORMATS } from '../../src/sink/contract.ts';
import { openSink } from '../../src/sink/open.ts';
import { removeTemporaryFiles } from '../../src/sink/temporary-files.ts';
import { failure, failureCode, workbench } from '../source/workbench.ts';

const bench = workbench();
const ROWS = `SELECT * FROM (VALUES ('腾讯, Inc.', 1), ('two
lines', 2), (NULL, 3)) AS rows(name, n)`;

describe.each(SINK_FORMATS)('a %s file', (format) => {
  it('appears whole, and comes back as it was', async () => {
    const path = join(bench.folder, `out.${format}`);
    const sink = await openSink({ path });
    expect(sink.format).toBe(format);
    const { rows, bytes } = await sink.write(bench.connection, ROWS);
    expect(rows).toBe(3);
    expect(bytes).toBe(readFileSync(path).length);
    expect(readdirSync(bench.folder)).toEqual([`out.${format}`]);
    const source = await bench.open({ kind: 'file', paths: [path] });
    expect(await bench.query(`SELECT name, n::VARCHAR FROM ${source.relation}`)).toEqual([
      ['腾讯, Inc.', '1'],
      ['two\nlines', '2'],
      [null, '3'],
    ]);
  });

  it('without rows has the columns all the same', async () => {
    const path = join(bench.folder, `out.${format}`);
    const sink = await openSink({ path });
    expect((await sink.write(bench.connection, `${ROWS} WHERE n > 9`)).rows).toBe(0);
    if (format === 'jsonl') expect(readFileSync(path, 'utf8')).toBe('');
    else
      expect((await bench.open({ kind: 'file', paths: [path] })).columns.map(({ name }) => name)).toEqual([
        'name',
        'n',
      ]);
  });

  it('is not there when the query fails', async () => {
    const sink = await openSink({ path: join(bench.folder, `out.${format}`) });
    const query = `SELECT CASE WHEN range > 300000 THEN error('broken') ELSE range::VARCHAR END AS n FROM range(400000)`;
    await expect(sink.write(bench.connection, query)).rejects.toThrow('broken');
    expect(readdirSync(bench.folder)).toEqual([]);
  });

  it('is not there when it is interrupted', async () => {
    const sink = await openSink({ path: join(bench.folder, `out.${format}`) });
    // Each row takes so long that no format is done before the interrupt comes.
    const query = 'SELECT a.range AS a, list_sum(range(a.range % 7 + 20000)) AS b FROM range(100000000) AS a';
    const stopping = new AbortController();
    const writing = failureCode(
      watched(bench.connection, { signal: stopping.signal }, 'writing', () => sink.write(bench.connection, query)),
    );
    await vi.waitFor(() => expect(readdirSync(bench.folder)).not.toEqual([]), { timeout: 30_000, interval: 10 });
    stopping.abort();
    expect(await writing).toBe('cancelled');
    expect(readdirSync(bench.folder)).toEqual([]);
  });

  it('does not take the place of another unless told to', async () => {
    const path = bench.put(`out.${format}`, 'old');
    expect(await failureCode(openSink({ path }))).toBe('output_exists');
    const sink = await openSink({ path, overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('old');
    await sink.write(bench.connection, ROWS);
    expect(readFileSync(path, 'utf8')).not.toBe('old');
  });

  it('leaves nothing behind on a full disk', async (context) => {
    if (process.getuid?.() !== 0) return context.skip('a small file system can be mounted by root only');
    const disk = join(bench.folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('a small file system cannot be mounted here');
    }
    try {
      const sink = await openSink({ path: join(disk, `out.${format}`) });
      const query = 'SELECT range AS n, md5(range::VARCHAR) AS text FROM range(300000)';
      const error = await failure(sink.write(bench.connection, query));
      expect(error.code).toBe('disk_full');
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('a target', () => {
  it('that came into being meanwhile stays', async () => {
    const path = join(bench.folder, 'out.csv');
    const sink = await openSink({ path });
    writeFileSync(path, 'other');
    expect(await failureCode(sink.write(bench.connection, ROWS))).toBe('output_exists');
    expect(readFileSync(path, 'utf8')).toBe('other');
    expect(readdirSync(bench.folder)).toEqual(['out.csv']);
  });

  it('is not the input itself, even by another name', async () => {
    const input = bench.put('in.csv', 'a\n1\n');
    const other = join(bench.folder, 'other.csv');
    symlinkSync(input, other);
    const error = await failure(openSink({ path: other, overwrite: true }, { inputs: [input] }));
    expect(error.code).toBe('output_unwritable');
    expect(error.values).toEqual({ reason: 'input' });
  });

  it('is a file in a folder that is there', async () => {
    expect(await failureCode(openSink({ path: join(bench.folder, 'none', 'out.csv') }))).toBe('output_unwritable');
    mkdirSync(join(bench.folder, 'out.csv'));
    expect(await failureCode(openSink({ path: join(bench.folder, 'out.csv'), overwrite: true }))).toBe(
      'output_unwritable',
    );
    expect(await failureCode(openSink({ path: join(bench.folder, 'out.pdf') }))).toBe('unknown_format');
  });

  it.skipIf(!existsSync('/proc/self'))('is in a folder that can be written', async () => {
    expect(
      await failureCode(openSink({ path: '/proc/self/out.csv' }).then((sink) => sink.write(bench.connection, ROWS))),
    ).toBe('output_unwritable');
  });

  it('is removed half-written when the process is told to end', async () => {
    const sink = await openSink({ path: join(bench.folder, 'out.csv') });
    writeFileSync(sink.temporary, 'half');
    removeTemporaryFiles();
    expect(readdirSync(bench.folder)).toEqual([]);
  });

  it('is discarded', async () => {
    const sink = await openSink({ path: join(bench.folder, 'out.csv') });
    writeFileSync(sink.temporary, 'half');
    await sink.discard();
    expect(readdirSync(bench.folder)).toEqual([]);
  });
});
