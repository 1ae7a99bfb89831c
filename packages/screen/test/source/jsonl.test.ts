import { describe, expect, it } from 'vitest';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();

describe('JSON lines', () => {
  it('have the keys of all objects as columns, with their types', async () => {
    const source = await bench.file(
      'a.jsonl',
      '{"t":"x","b":true,"i":7,"l":["a",null],"o":{"z":[1]},"m":1}\n{"t":null,"new":"y","i":-9007199254740993,"m":"text"}\n',
    );
    expect(source.columns).toEqual([
      { name: 't', stored: 'text' },
      { name: 'b', stored: 'boolean' },
      { name: 'i', stored: 'integer' },
      { name: 'l', stored: 'list' },
      { name: 'o', stored: 'other' },
      { name: 'm', stored: 'text' },
      { name: 'new', stored: 'text' },
    ]);
    expect(await bench.rows(source.relation)).toEqual([
      ['x', true, '7', ['a', null], '{"z":[1]}', '1', null],
      [null, null, '-9007199254740993', null, null, 'text', 'y'],
    ]);
  });

  it('keep the spelling of numbers', async () => {
    const source = await bench.file(
      'a.jsonl',
      '{"n":1.50}\n{"n":3}\n{"n":0.12345678901234567890}\n{"n":123456789012345678901234567890}\n{"n":1E3}\n',
    );
    expect((await bench.rows(source.relation)).flat()).toEqual([
      '1.50',
      '3',
      '0.12345678901234567890',
      '123456789012345678901234567890',
      '1E3',
    ]);
  });

  it('keep texts that look like something else', async () => {
    const source = await bench.file('a.jsonl', '{"a":"2020-09-20","b":"007","c":"a \\"1.5\\", {x:2.5}","d":1.5}\r\n');
    expect(await bench.rows(source.relation)).toEqual([['2020-09-20', '007', 'a "1.5", {x:2.5}', '1.5']]);
  });

  it('that are no objects are set aside with their lines', async () => {
    const lines = [
      '{"a":1}',
      '',
      'not json',
      '[1]',
      '  ',
      '{"a":2,"a":3}',
      '{"a":4',
      '{"a":5.0}',
      'null',
      '{"a":"\\u4e2d\\n"}',
    ];
    const source = await bench.file('a.jsonl', `\ufeff${lines.join('\n')}`);
    expect((await source.malformed()).map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 not_an_object',
      '4 not_an_object',
      '6 repeated_name',
      '7 not_an_object',
      '9 not_an_object',
    ]);
    expect(source.malformedRows).toBe(5);
    expect(await bench.query(source.located)).toEqual([
      ['1', '1'],
      ['8', '5.0'],
      ['10', '中\n'],
    ]);
  });

  it('are read in GB18030 and from several files with different keys', async () => {
    const chinese = Buffer.concat([
      Buffer.from('{"a":"', 'latin1'),
      Buffer.from('ccdad1b6bfd8b9c9d3d0cfdeb9abcbbe', 'hex'),
      Buffer.from('"}\n', 'latin1'),
    ]);
    const paths = [bench.put('1.jsonl', chinese), bench.put('2.jsonl', '{"b":1}\n')];
    const source = await bench.open({ kind: 'file', paths });
    expect(source.detected.encoding).toBe('gb18030, utf-8');
    expect(await bench.query(source.located)).toEqual([
      [paths[0], '1', '腾讯控股有限公司', null],
      [paths[1], '1', null, '1'],
    ]);
  });

  it('with broken bytes in one line leave the others', async () => {
    const content = Buffer.from('{"a":"1"}\n{"a":"\xff"}\n{"a":"\xcc\xda"}\n', 'latin1');
    const source = await bench.file('a.jsonl', content, { encoding: 'gb18030' });
    expect((await source.malformed()).map(({ line, reason }) => `${line} ${reason}`)).toEqual(['2 not_text']);
    expect(await bench.query(source.located)).toEqual([
      ['1', '1'],
      ['3', '腾'],
    ]);
  });

  it('with very long lines are read but for those', async () => {
    const long = 'x'.repeat(20_000_000);
    const source = await bench.file('a.jsonl', `{"a":1}\n{"a":"${long}"}\n{"a":2}\n`);
    expect((await source.malformed()).map(({ line, reason }) => `${line} ${reason}`)).toEqual(['2 too_long']);
    expect(await bench.query(source.located)).toEqual([
      ['1', '1'],
      ['3', '2'],
    ]);
  });

  it('without any object are no input', async () => {
    expect(await failureCode(bench.file('a.jsonl', ''))).toBe('empty_file');
    expect(await failureCode(bench.file('a.jsonl', '[1]\n'))).toBe('no_rows');
    expect((await failure(bench.file('b.jsonl', '{"ID":1}\n{"id":2}\n'))).code).toBe('duplicate_columns');
  });
});
