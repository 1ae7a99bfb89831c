import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/source/open.ts';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();

/** Malformed rows as `line reason`. */
async function setAside(source: {
  malformed(): Promise<readonly { line: number; reason: string }[]>;
}): Promise<string[]> {
  return (await source.malformed()).map(({ line, reason }) => `${line} ${reason}`);
}

describe('cells', () => {
  it('keep their spelling', async () => {
    const source = await bench.file('a.csv', 'id,amount,note\n007,1.50," a ""b"", c "\n8, x ,5" pipe\n');
    expect(await bench.rows(source.relation)).toEqual([
      ['007', '1.50', ' a "b", c '],
      ['8', ' x ', '5" pipe'],
    ]);
    expect(source.columns).toEqual(['id', 'amount', 'note'].map((name) => ({ name, stored: 'text' })));
    expect(source.rows).toBe(2);
  });

  it.each([
    [',', ','],
    [';', ';'],
    ['\t', 'tab'],
    ['|', '|'],
  ])('are told apart by the delimiter %j', async (delimiter, shown) => {
    const text = ['a,b,c', '1,"x,y;z",3', '4,5,6'].map((line) => line.replaceAll(/,(?!y)/g, delimiter)).join('\n');
    const source = await bench.file('a.csv', text);
    expect(source.detected.delimiter).toBe(shown);
    expect(await bench.rows(source.relation)).toEqual([
      ['1', delimiter === ',' ? 'x,y;z' : `x,y${delimiter === ';' ? ';' : ';'}z`, '3'],
      ['4', '5', '6'],
    ]);
  });

  it('of a column whose name is SQL or a pattern are read like others', async () => {
    const source = await bench.file('a[1]*.csv', `"x'); DROP TABLE t; --","a""b"\n1,2\n`);
    expect(source.columns.map(({ name }) => name)).toEqual([`x'); DROP TABLE t; --`, 'a"b']);
    expect(await bench.query(source.located)).toEqual([['2', '1', '2']]);
  });

  it('of ten thousand columns are read', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const source = await bench.file('a.csv', `${names.join(',')}\n${names.map((_, index) => index).join(',')}\n`);
    expect(source.columns).toHaveLength(10_000);
    expect(await bench.query(`SELECT c0, c9999 FROM ${source.relation}`)).toEqual([['0', '9999']]);
  });

  it('without a name in the header are called after their position', async () => {
    const source = await bench.file('a.csv', ',b,\n1,2,3\n');
    expect(source.columns.map(({ name }) => name)).toEqual(['column_1', 'b', 'column_3']);
    expect(source.detected.unnamed).toBe('column_1, column_3');
  });
});

describe('files that are no input', () => {
  it('are named with what is wrong', async () => {
    expect(await failureCode(bench.open({ kind: 'file', paths: [join(bench.folder, 'none.csv')] }))).toBe(
      'file_not_found',
    );
    expect(await failureCode(bench.file('a.csv', ''))).toBe('empty_file');
    expect(await failureCode(bench.file('a.csv', '\ufeff\n\n'))).toBe('empty_file');
    expect(await failureCode(bench.file('a.dat', 'a\n'))).toBe('unknown_format');
    mkdirSync(join(bench.folder, 'folder.csv'));
    expect((await failure(bench.open({ kind: 'file', paths: [join(bench.folder, 'folder.csv')] }))).values).toEqual({
      reason: 'folder',
    });
    symlinkSync(join(bench.folder, 'gone'), join(bench.folder, 'dangling.csv'));
    expect(await failureCode(bench.open({ kind: 'file', paths: [join(bench.folder, 'dangling.csv')] }))).toBe(
      'file_not_found',
    );
  });

  it.skipIf(process.getuid?.() === 0)(
    'cannot be read without permission (not tried as root, who may read all)',
    async () => {
      const path = bench.put('a.csv', 'a\n1\n');
      chmodSync(path, 0);
      expect(await failureCode(bench.open({ kind: 'file', paths: [path] }))).toBe('file_unreadable');
    },
  );

  it('have columns of the same name, which are named with their places', async () => {
    const error = await failure(bench.file('a.csv', 'id,name,ID,name\n'));
    expect(error.code).toBe('duplicate_columns');
    expect(error.message).toContain('`id` (columns 1, 3); `name` (columns 2, 4)');
  });

  it('have too many columns', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `c${index}`);
    expect(await failureCode(bench.file('a.csv', `${names.join(',')}\n`))).toBe('too_many_columns');
  });

  it('have columns that are kept for screening', async () => {
    expect(await failureCode(bench.file('a.csv', 'a,proviso_line\n'))).toBe('column_clash');
  });

  it('have a header that does not end', async () => {
    expect(await failureCode(bench.file('a.csv', 'a,"b\n1,2\n'))).toBe('not_readable');
    expect(await failureCode(bench.file('a.csv', 'a,"b"x\n1,2\n'))).toBe('not_readable');
  });

  it('are no text', async () => {
    expect(await failureCode(bench.file('a.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 10, 1, 2])))).toBe(
      'not_readable',
    );
  });
});

describe('a header alone', () => {
  it.each(['a,b', 'a,b\n', 'a,b\r\n', '\ufeffa,b\n\n'])('gives no rows: %j', async (text) => {
    const source = await bench.file('a.csv', text);
    expect(source.rows).toBe(0);
    expect(await bench.rows(source.relation)).toEqual([]);
    expect(await bench.query(source.located)).toEqual([]);
  });
});

describe('rows that are none', () => {
  it('are set aside with their lines; the others are read', async () => {
    const text = [
      'a,b,c',
      '1,"two\nlines",3',
      'short,2',
      'long,2,3,4',
      '',
      '5,"x" y,6',
      '7,8,9',
      'zero\0,b,c',
      '10,"a\r\nb\n\nc",11',
      '12,13,14',
      'a,"never closed,b',
      '15,16,17',
      '',
    ].join('\n');
    const source = await bench.file('a.csv', text);
    expect(await setAside(source)).toEqual([
      '4 too_few_cells',
      '5 too_many_cells',
      '7 broken_quotes',
      '9 zero_byte',
      '15 broken_quotes',
    ]);
    expect(source.malformedRows).toBe(5);
    expect(await bench.query(source.located)).toEqual([
      ['2', '1', 'two\nlines', '3'],
      ['8', '7', '8', '9'],
      ['10', '10', 'a\r\nb\n\nc', '11'],
      ['14', '12', '13', '14'],
      ['16', '15', '16', '17'],
    ]);
    expect(source.rows).toBe(5);
    expect(await bench.query(`SELECT proviso_line FROM ${source.malformedRelation} ORDER BY 1 DESC LIMIT 1`)).toEqual([
      ['15'],
    ]);
    expect((await source.malformed(1))[0]?.text).toBe('short,2');
  });

  it('have the same lines when lines end with CR LF, or in both ways', async () => {
    const lines = ['a,b', '1,"x\ny"', 'short', '3,4', '', '5,6'];
    for (const end of ['\r\n', '\n', 'mixed']) {
      const text = lines
        .map((line, index) => line + (end === 'mixed' ? (index % 2 === 0 ? '\n' : '\r\n') : end))
        .join('');
      const source = await bench.file(`${end.length}.csv`, text);
      expect(await setAside(source)).toEqual(['4 too_few_cells']);
      expect(await bench.query(source.located)).toEqual([
        ['2', '1', 'x\ny'],
        ['5', '3', '4'],
        ['7', '5', '6'],
      ]);
    }
  });

  it('have a carriage return in the middle', async () => {
    const source = await bench.file('a.csv', 'a,b\n1,x\ry\n2,3\n');
    expect(await setAside(source)).toEqual(['2 stray_return']);
    expect(await bench.rows(source.relation)).toEqual([['2', '3']]);
  });

  it('are very long lines', async () => {
    const long = 'x'.repeat(5_000_000);
    const source = await bench.file('a.csv', `a,b\n1,2\n${long},2\n3,4\n5,"${long}\n6,7\n`);
    expect(await setAside(source)).toEqual(['3 too_long', '5 too_long']);
    expect(await bench.query(source.located)).toEqual([
      ['2', '1', '2'],
      ['4', '3', '4'],
      ['6', '6', '7'],
    ]);
    expect((await source.malformed()).map(({ text }) => text.length)).toEqual([1000, 1000]);
  });

  it('have bytes that are no UTF-8', async () => {
    const row = (text: string): Buffer => Buffer.from(text, 'utf8');
    const content = Buffer.concat([row('名,b\n腾讯,1\nx'), Buffer.from([0xff]), row(',2\n微信,3\n')]);
    const source = await bench.file('a.csv', content);
    expect(await setAside(source)).toEqual(['3 not_text']);
    expect(await bench.query(source.located)).toEqual([
      ['2', '腾讯', '1'],
      ['4', '微信', '3'],
    ]);
  });

  it('are not among a single column’s blank lines, which are rows with an empty cell', async () => {
    const source = await bench.file('a.csv', 'a\n1\n\n2\n');
    expect(await bench.query(source.located)).toEqual([
      ['2', '1'],
      ['3', null],
      ['4', '2'],
    ]);
  });

  it('leave nothing behind when the source is closed', async () => {
    const source = await bench.file('a.csv', 'a,b\n1\n2,3\n');
    expect(readdirSync(bench.folder).length).toBeGreaterThan(1);
    await source.close();
    expect(readdirSync(bench.folder)).toEqual(['a.csv']);
  });
});

describe('a full disk', () => {
  it('while rows are copied leaves nothing behind', async (context) => {
    if (process.getuid?.() !== 0) return context.skip('a small file system can be mounted by root only');
    const disk = join(bench.folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('a small file system cannot be mounted here');
    }
    try {
      const path = bench.put('a.csv', `a,b\nshort\n${'1,2\n'.repeat(200_000)}`);
      expect(await failureCode(openSource(bench.connection, { kind: 'file', paths: [path] }, disk))).toBe('disk_full');
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('several files', () => {
  it('are one input; lines tell the file', async () => {
    const first = bench.put('1.csv', 'a,b\n1,2\nshort\n3,4\n');
    const second = bench.put('2.csv', 'a;b\r\n5;6\r\n');
    const third = bench.put('3.csv', 'a,b\n7,"8\n"\n9,10\n');
    const source = await bench.open({ kind: 'file', paths: [first, second, third] });
    expect(source.rows).toBe(5);
    expect(await bench.query(source.located)).toEqual([
      [first, '2', '1', '2'],
      [first, '4', '3', '4'],
      [second, '2', '5', '6'],
      [third, '2', '7', '8\n'],
      [third, '4', '9', '10'],
    ]);
    expect((await source.malformed()).map(({ file, line }) => [file, line])).toEqual([[first, 3]]);
  });

  it('have the same columns', async () => {
    const first = bench.put('1.csv', 'a,b\n');
    const second = bench.put('2.csv', 'a,c\n');
    const error = await failure(bench.open({ kind: 'file', paths: [first, second] }));
    expect(error.code).toBe('different_columns');
    expect(error.message).toContain('it lacks `b`; it has `c` besides');
    const third = bench.put('3.csv', 'b,a\n');
    expect((await failure(bench.open({ kind: 'file', paths: [first, third] }))).message).toContain('another order');
  });
});
