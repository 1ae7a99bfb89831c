import { describe, expect, it } from 'vitest';
import { failure, failureCode, workbench } from './workbench.ts';

const bench = workbench();

/** `名称,金额`, then `腾讯控股有限公司,1`, `深圳市某某科技有限公司,2`, in GB18030. */
const GB18030 = Buffer.from(
  'c3fbb3c62cbdf0b6ee0accdad1b6bfd8b9c9d3d0cfdeb9abcbbe2c310ac9eedbdacad0c4b3c4b3bfc6bcbcd3d0cfdeb9abcbbe2c320a',
  'hex',
);

describe('an encoding', () => {
  it('is UTF-8, with or without a mark', async () => {
    for (const mark of ['', '\ufeff']) {
      const source = await bench.file('a.csv', `${mark}名称,b\n腾讯,1\n`);
      expect(source.columns[0]?.name).toBe('名称');
      expect(source.detected.encoding).toBe('utf-8');
      expect(await bench.query(source.located)).toEqual([['2', '腾讯', '1']]);
    }
  });

  it('is UTF-16 with a mark', async () => {
    const little = Buffer.from('\ufeff名称,b\r\n腾讯,1\r\n', 'utf16le');
    for (const [content, encoding] of [
      [little, 'utf-16le'],
      [Buffer.from(little).swap16(), 'utf-16be'],
    ] as const) {
      const source = await bench.file('a.csv', content);
      expect(source.detected.encoding).toBe(encoding);
      expect(source.columns[0]?.name).toBe('名称');
      expect(await bench.rows(source.relation)).toEqual([['腾讯', '1']]);
    }
  });

  it('is found to be GB18030', async () => {
    const source = await bench.file('a.csv', GB18030);
    expect(source.detected.encoding).toBe('gb18030');
    expect(source.columns.map(({ name }) => name)).toEqual(['名称', '金额']);
    expect(await bench.query(source.located)).toEqual([
      ['2', '腾讯控股有限公司', '1'],
      ['3', '深圳市某某科技有限公司', '2'],
    ]);
  });

  it('is found to be GB18030 when that shows only far into the file', async () => {
    const ascii = Buffer.from(`name,amount\n${'plain,1\n'.repeat(400_000)}`);
    const source = await bench.file('a.csv', Buffer.concat([ascii, GB18030.subarray(GB18030.indexOf(10) + 1)]));
    expect(source.detected.encoding).toBe('gb18030');
    expect(source.rows).toBe(400_002);
    expect(await bench.query(`SELECT * FROM (${source.located}) WHERE name <> 'plain'`)).toEqual([
      ['400002', '腾讯控股有限公司', '1'],
      ['400003', '深圳市某某科技有限公司', '2'],
    ]);
  });

  it('with broken bytes in one row leaves the others', async () => {
    const content = Buffer.concat([GB18030, Buffer.from([0xff, 0x2c, 0x33, 10]), GB18030.subarray(10)]);
    const source = await bench.file('a.csv', content, { encoding: 'gbk' });
    expect((await source.malformed()).map(({ line, reason }) => [line, reason])).toEqual([[4, 'not_text']]);
    expect(source.rows).toBe(4);
  });

  it('that nothing tells has to be stated', async () => {
    const latin = Buffer.from('name,city\nZo\xeb,Orl\xe9ans\nJos\xe9,M\xe1laga\n', 'latin1');
    const error = await failure(bench.file('a.csv', latin));
    expect(error.code).toBe('unknown_encoding');
    expect(error.hint).toContain('windows-1252');
    const source = await bench.file('a.csv', latin, { encoding: 'windows-1252' });
    expect(await bench.rows(source.relation)).toEqual([
      ['Zoë', 'Orléans'],
      ['José', 'Málaga'],
    ]);
  });

  it('that is Korean is not taken for Chinese', async () => {
    const korean = Buffer.from(
      'name,n\n\xb4\xeb\xc7\xd1\xb9\xce\xb1\xb9,1\n\xbc\xad\xbf\xef\xc6\xaf\xba\xb0\xbd\xc3,2\n',
      'latin1',
    );
    expect(await failureCode(bench.file('a.csv', korean))).toBe('unknown_encoding');
  });

  it('that does not exist is said so', async () => {
    expect(await failureCode(bench.file('a.csv', 'a\n', { encoding: 'klingon' }))).toBe('unknown_encoding');
  });

  it('with lines that end with CR alone is read', async () => {
    const source = await bench.file('a.csv', 'a,b\r1,2\r3,4\r');
    expect(await bench.query(source.located)).toEqual([
      ['2', '1', '2'],
      ['3', '3', '4'],
    ]);
  });
});
