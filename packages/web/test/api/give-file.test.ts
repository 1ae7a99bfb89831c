import { expect, it } from 'vitest';
import { nameOf } from '../../src/api/give-file.ts';

it.each([
  ["attachment; filename*=UTF-8''book.verdicts.csv", 'book.verdicts.csv'],
  ["attachment; filename*=UTF-8''%E5%90%88%E5%90%8C%20(2).csv; x=y", '合同 (2).csv'],
  ['attachment', 'other.csv'],
  [null, 'other.csv'],
])('the name of a file in %s', (header, name) => {
  expect(nameOf(header, 'other.csv')).toBe(name);
});
