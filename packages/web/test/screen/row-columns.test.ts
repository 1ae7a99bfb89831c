import { describe, expect, it } from 'vitest';
import { isAdded, nameWithout, shownColumns, widthOf } from '../../src/screen/row-columns.ts';

const ADDED = ['verdict', 'may_proceed', 'possible', 'provisions', 'needs', 'held_back'];
const page = (columns: readonly string[]) => ({ columns, rows: [], total: 0 });

describe('the columns of a table of rows', () => {
  it('are what the screening says around those of the file', () => {
    const columns = page(['id', 'activity', ...ADDED]);
    const around = ['verdict', 'needs', 'id', 'activity', 'may_proceed', 'provisions'];
    expect(shownColumns(columns, { kind: 'all' }, '')).toEqual(around);
    const settled = shownColumns(columns, { kind: 'bin', bin: 'prohibited' }, '');
    expect(settled).toEqual(around.filter((name) => name !== 'needs'));
  });

  it('keep those of the file apart that bear the name of an added one', () => {
    const columns = page(['id', 'verdict', 'held_back', ...ADDED.map((name) => `new_${name}`)]);
    expect(shownColumns(columns, { kind: 'all' }, 'new_')).toEqual([
      'new_verdict',
      'new_needs',
      'id',
      'verdict',
      'held_back',
      'new_may_proceed',
      'new_provisions',
    ]);
    expect(isAdded(nameWithout('new_', 'verdict'))).toBe(false);
    expect(isAdded(nameWithout('new_', 'new_verdict'))).toBe(true);
  });
});

it('a column is as wide as its texts need, within bounds', () => {
  expect(widthOf('应用', ['wechat', 'wechat'])).toBe(6);
  // Capitals and Chinese characters need more than a digit does.
  expect(widthOf('应用', ['wechat', 'WeChat'])).toBe(7);
  expect(widthOf('应用', ['互联网托管'])).toBe(10);
  expect(widthOf('a', [''])).toBe(4);
  expect(widthOf('a', ['x'.repeat(100)])).toBe(26);
});
