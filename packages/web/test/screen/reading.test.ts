import { describe, expect, it } from 'vitest';
import { AS_DETECTED, DELIMITERS, ENCODINGS, readingParts, sheetsIn, toldReading } from '../../src/screen/reading.ts';

describe('how a file is read', () => {
  it.each([
    ['a.csv', ['encoding', 'delimiter']],
    ['A.TSV', ['encoding', 'delimiter']],
    ['a.csv.txt', ['encoding', 'delimiter']],
    ['a.jsonl', ['encoding']],
    ['a.ndjson', ['encoding']],
    ['a.xlsx', ['sheet']],
    ['a.parquet', []],
    ['csv', []],
  ])('can be chosen for %s as far as it does not say so itself', (name, parts) => {
    expect(readingParts(name)).toEqual(parts);
  });

  it('is told to the service only where it was chosen', () => {
    expect(toldReading(AS_DETECTED)).toEqual({});
    expect(toldReading({ encoding: 'big5', delimiter: '\t', sheet: '' })).toEqual({
      encoding: 'big5',
      delimiter: '\t',
    });
    expect(toldReading({ ...AS_DETECTED, sheet: '合同' })).toEqual({ sheet: '合同' });
  });

  it('can be another sheet of a workbook that could not be read', () => {
    expect(sheetsIn({ values: { sheet: 'x', sheets: 'Cover / 合同, 2020' } })).toEqual(['Cover', '合同, 2020']);
    for (const values of [{}, { sheets: '' }]) expect(sheetsIn({ values })).toEqual([]);
  });

  it('has only encodings that a decoder knows, each once', () => {
    const known = ENCODINGS.map(([label]) => new TextDecoder(label).encoding);
    expect(known).toEqual(ENCODINGS.map(([label]) => label));
    expect(new Set(known).size).toBe(known.length);
    expect(new Set(DELIMITERS).size).toBe(DELIMITERS.length);
  });
});
